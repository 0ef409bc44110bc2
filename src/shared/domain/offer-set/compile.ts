/** From a draft of an offer set to the changes that make it so. Pure. */
import type { OfferSetContent, OfferSetDraft } from './draft.ts';

const ENTITY_TYPE = 'OfferSet@1.0';
const CREATE_NAME = 'CreateOfferSetChange';

export interface OfferSetChange {
  readonly ChangeType: string;
  readonly ChangeName?: string;
  readonly Entity: { readonly Type: typeof ENTITY_TYPE; readonly Identifier?: string };
  readonly DetailsDocument: Readonly<Record<string, unknown>>;
}

const NOTHING: OfferSetContent = { name: '', buyerNotes: '', solutionId: '', offerIds: [] };

/** Nothing for a draft that says what AWS holds already. `release` closes the set: AWS takes no change after it. */
export function compileOfferSet(draft: OfferSetDraft, release: boolean): OfferSetChange[] {
  const { target } = draft;
  const held = target ?? NOTHING;
  const Entity = { Type: ENTITY_TYPE, Identifier: target?.offerSetId ?? `$${CREATE_NAME}.Entity.Identifier` } as const;
  const change = (ChangeType: string, DetailsDocument: OfferSetChange['DetailsDocument']): OfferSetChange => ({
    ChangeType,
    Entity,
    DetailsDocument,
  });
  const creation: OfferSetChange[] =
    target === null
      ? [
          {
            ChangeType: 'CreateOfferSet',
            ChangeName: CREATE_NAME,
            Entity: { Type: ENTITY_TYPE },
            DetailsDocument: { Name: draft.name.trim() },
          },
        ]
      : [];
  const information = {
    ...(target !== null && draft.name.trim() !== held.name && { Name: draft.name.trim() }),
    ...(draft.buyerNotes.trim() !== held.buyerNotes && { BuyerNotes: draft.buyerNotes.trim() }),
  };
  const added = draft.offerIds.filter((id) => !held.offerIds.includes(id));
  const removed = held.offerIds.filter((id) => !draft.offerIds.includes(id));
  const offers = (ids: readonly string[]) => ({ Offers: ids.map((OfferId) => ({ OfferId })) });
  return [
    ...creation,
    ...(Object.keys(information).length > 0 ? [change('UpdateInformation', information)] : []),
    ...(removed.length > 0 ? [change('DisassociateOffers', offers(removed))] : []),
    ...(added.length > 0 ? [change('AssociateOffers', offers(added))] : []),
    ...solutionChanges(draft.solutionId.trim(), held.solutionId, change),
    ...(release ? [change('ReleaseOfferSet', {})] : []),
  ];
}

function solutionChanges(
  meant: string,
  held: string,
  change: (type: string, details: Readonly<Record<string, unknown>>) => OfferSetChange,
): OfferSetChange[] {
  if (meant === held) return [];
  return meant === ''
    ? [change('DisassociateSolution', { SolutionId: held })]
    : [change('AssociateSolution', { SolutionId: meant })];
}
