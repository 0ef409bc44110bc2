/** How a set at AWS differs from what was meant. */
import type { Difference } from '../offer/offer.ts';
import type { OfferSetDraft } from './draft.ts';
import type { OfferSetEntity } from './entity.ts';

export function compareOfferSets(meant: OfferSetDraft, found: OfferSetEntity, released: boolean): Difference[] {
  const ids = (list: readonly string[]) => [...list].sort();
  const pairs: [string, unknown, unknown][] = [
    ['name', meant.name.trim(), found.name],
    ['buyerNotes', meant.buyerNotes.trim(), found.buyerNotes],
    ['solutionId', meant.solutionId.trim(), found.solutionId ?? ''],
    ['offerIds', ids(meant.offerIds), ids(found.offerIds)],
    ['state', released ? 'Released' : found.awsState, found.awsState],
  ];
  return pairs.flatMap(([path, one, other]) =>
    JSON.stringify(one) === JSON.stringify(other) ? [] : [{ path, meant: one, found: other }],
  );
}
