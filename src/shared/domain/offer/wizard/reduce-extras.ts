/** Automatic renewal, customer verification, dimensions to add, offer set. */
import { EMPTY_RENEWAL_TERM } from '../draft-terms.ts';
import type { OfferDraft } from '../draft.ts';
import type { ExtraAction } from './actions.ts';
import { keepAside, setAsideOf } from './set-aside.ts';

export function reduceExtras(draft: OfferDraft, action: ExtraAction): OfferDraft {
  const term = draft.renewalTerm ?? EMPTY_RENEWAL_TERM;
  switch (action.type) {
    case 'renewalTerm.offer':
      return offerRenewal(draft, action.offered);
    case 'renewalTerm.set':
      return { ...draft, renewalTerm: { ...term, ...action.patch } };
    case 'renewalTerm.increase':
      return { ...draft, renewalTerm: { ...term, priceIncrease: { ...term.priceIncrease, ...action.patch } } };
    case 'verification.ask':
      return askVerification(draft, action.asked);
    case 'verification.days': {
      const { customerVerification: asked } = draft;
      return asked === null ? draft : { ...draft, customerVerification: { ...asked, days: action.days } };
    }
    case 'newDimensions.set':
      return { ...draft, newDimensions: [...action.dimensions] };
    case 'resale.ownPrices': {
      const { source } = draft;
      const isResale = source.kind === 'resale' || source.kind === 'resale-replacement';
      return isResale ? { ...draft, source: { ...source, ownPrices: action.own } } : draft;
    }
    case 'offerSet.choose':
      return { ...draft, offerSetId: action.id };
    case 'trial.duration':
      return { ...draft, freeTrial: { ...draft.freeTrial, duration: action.duration } };
    case 'trial.grants':
      return { ...draft, freeTrial: { ...draft.freeTrial, grants: [...action.grants] } };
    case 'countries.exclude':
      return { ...draft, excludesCountries: action.excluded };
  }
}

function offerRenewal(draft: OfferDraft, offered: boolean): OfferDraft {
  const { renewalTerm } = draft;
  if (offered === (renewalTerm !== null)) return draft;
  if (!offered) return { ...keepAside(draft, { renewalTerm }), renewalTerm: null };
  return { ...draft, renewalTerm: setAsideOf(draft).renewalTerm ?? EMPTY_RENEWAL_TERM };
}

function askVerification(draft: OfferDraft, asked: boolean): OfferDraft {
  const { customerVerification } = draft;
  if (asked === (customerVerification !== null)) return draft;
  if (!asked) return { ...keepAside(draft, { customerVerification }), customerVerification: null };
  const kept = setAsideOf(draft).customerVerification;
  return { ...draft, customerVerification: kept ?? { strategy: 'AutoApproveOnExpiration', days: '' } };
}
