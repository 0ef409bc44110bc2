/** What the journal must know of offers: how one is read back, compared with its draft, and where AWS's errors belong in it. */
import { compareOffers } from '../../shared/domain/offer/compare.ts';
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import { parseOffer } from '../../shared/domain/offer/parse.ts';
import type { Difference } from '../../shared/domain/offer/offer.ts';
import { upgradeDraft } from '../../shared/domain/offer/upgrade.ts';
import type { ChangeSetIntent } from '../changes/intent.ts';
import type { EntityKind } from '../changes/kinds.ts';
import { maskSignedAddresses } from '../entities/signed-address.ts';
import type { OfferSource } from '../sources.ts';
import { findDraftPath, findMemberPath } from './error-fields.ts';

/** The tag of an offer's draft among the documents of the journal. */
export const OFFER_DOCUMENT = 'offer';

export function createOfferEntityKind(offers: OfferSource): EntityKind {
  return {
    type: 'Offer',
    async read(account, id, signal) {
      const { offerId, revision, document } = await offers.read(account, id, signal);
      return { id: offerId, revision, document };
    },
    compare(intent, { document, revision }, isMain) {
      if (!isMain) return [];
      const draft = draftOf(intent);
      // A draft holds no signed address, so neither does what it is compared with.
      const found = parseOffer(maskSignedAddresses(document), revision, draft?.product ?? null);
      const released = intent.request.ChangeSet.some(({ ChangeType }) => ChangeType === 'ReleaseOffer');
      const state: Difference[] =
        released && found.target?.state !== 'Released'
          ? [{ path: 'state', meant: 'Released', found: found.target?.state ?? null }]
          : [];
      return [...state, ...(draft ? compareOffers(draft, found) : [])];
    },
    pathOf: findDraftPath,
    pathOfMember: findMemberPath,
  };
}

function draftOf({ document }: ChangeSetIntent): OfferDraft | null {
  return document?.kind === OFFER_DOCUMENT ? upgradeDraft(document.value) : null;
}
