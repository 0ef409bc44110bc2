/** What the journal must know of offer sets: how one is read back, compared with its draft, and where AWS's errors belong in it. */
import { compareOfferSets } from '../../shared/domain/offer-set/compare.ts';
import { readOfferSetEntity } from '../../shared/domain/offer-set/entity.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { EntityKind } from '../changes/kinds.ts';
import { readOfferSetDraft } from './draft-versions.ts';
import type { OfferSetSource } from './index.ts';

export const OFFER_SET_TYPE = 'OfferSet';
/** The tag of a set's draft among the documents of the journal. */
export const OFFER_SET_DOCUMENT = 'offer-set';

export function createOfferSetEntityKind(sets: OfferSetSource): EntityKind {
  return {
    type: OFFER_SET_TYPE,
    read: (account, id, signal) => sets.read(account, id, signal),
    compare({ document, request }, { id, document: held }, isMain) {
      if (!isMain || document?.kind !== OFFER_SET_DOCUMENT) return [];
      const found = readOfferSetEntity(held);
      if (!found) fail('malformed-answer', { params: { name: id } });
      const released = request.ChangeSet.some(({ ChangeType }) => ChangeType === 'ReleaseOfferSet');
      return compareOfferSets(readOfferSetDraft(document.value), found, released);
    },
    pathOf: (changeType, code) => CODES[code] ?? CHANGES[changeType] ?? null,
    pathOfMember: (member) => MEMBERS[member] ?? null,
  };
}

/** Fields by AWS's error code; what is not here belongs to the offers. */
const CODES: Readonly<Record<string, string>> = {
  MISSING_BUYER_NOTES: 'buyerNotes',
  MISSING_OFFERS: 'offerIds',
  TOO_MANY_OFFERS: 'offerIds',
  TOO_MANY_OFFERS_PER_PRODUCT: 'offerIds',
  DRAFT_OFFERS: 'offerIds',
  EXPIRED_OFFERS: 'offerIds',
  INCONSISTENT_OFFER_CURRENCY_CODE: 'offerIds',
  INCONSISTENT_OFFER_AVAILABILITY_END_DATE: 'offerIds',
  INCONSISTENT_OFFER_TARGETING_RULE: 'offerIds',
  INCOMPATIBLE_OFFER_TARGETING_RULE: 'offerIds',
  INCOMPATIBLE_OFFER_SET_REFERENCE: 'offerIds',
  INCOMPATIBLE_SOLUTION_ASSOCIATION: 'solutionId',
  INCOMPATIBLE_SOLUTION_STATE: 'solutionId',
};

const CHANGES: Readonly<Record<string, string>> = {
  CreateOfferSet: 'name',
  UpdateInformation: 'name',
  AssociateOffers: 'offerIds',
  DisassociateOffers: 'offerIds',
  AssociateSolution: 'solutionId',
  DisassociateSolution: 'solutionId',
};

const MEMBERS: Readonly<Record<string, string>> = {
  Name: 'name',
  BuyerNotes: 'buyerNotes',
  Offers: 'offerIds',
  OfferId: 'offerIds',
  SolutionId: 'solutionId',
};
