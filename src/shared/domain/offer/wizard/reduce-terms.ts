/** EULA and the answer about renewals. */
import type { EulaChoice, OfferDraft } from '../draft.ts';
import { OFFER_KIND_FACTS } from '../kinds.ts';
import type { TermAction } from './actions.ts';
import { keepAside, setAsideOf } from './set-aside.ts';

/** The only version that AWS takes for new offers. */
export const LATEST_STANDARD_EULA = '2022-07-14';

export function reduceTerms(draft: OfferDraft, action: TermAction): OfferDraft {
  switch (action.type) {
    case 'eula.choose':
      return chooseEula(draft, action.kind);
    case 'eula.version':
      return { ...chooseEula(draft, 'standard'), eula: { kind: 'standard', version: action.version } };
    case 'eula.file':
      return { ...draft, eula: { kind: 'custom', file: action.file } };
    case 'renewal.answer':
      return answerRenewal(draft, action.isRenewal);
    case 'renewal.details':
      return { ...draft, renewal: { ...renewalOf(draft), ...action.details } };
  }
}

function chooseEula(draft: OfferDraft, kind: EulaChoice['kind']): OfferDraft {
  const { eula } = draft;
  if (eula.kind === kind) return draft;
  const kept = eula.kind === 'custom' ? keepAside(draft, { eulaFile: eula.file }) : draft;
  return { ...kept, eula: eulaOf(kept, kind) };
}

function eulaOf(draft: OfferDraft, kind: EulaChoice['kind']): EulaChoice {
  switch (kind) {
    case 'standard':
      return { kind, version: LATEST_STANDARD_EULA };
    case 'custom':
      return { kind, file: setAsideOf(draft).eulaFile };
    case 'held-by-aws':
      return { kind };
  }
}

function answerRenewal(draft: OfferDraft, isRenewal: boolean): OfferDraft {
  if (isRenewal) return { ...draft, isRenewal, renewal: renewalOf(draft) };
  const kept = draft.renewal ? keepAside(draft, { renewal: draft.renewal }) : draft;
  return { ...kept, isRenewal, renewal: null };
}

/** What was chosen before, else what is likeliest: a customer who renews here what is sold now. */
function renewalOf(draft: OfferDraft): NonNullable<OfferDraft['renewal']> {
  return (
    draft.renewal ??
    setAsideOf(draft).renewal ?? {
      acquisitionChannel: 'AwsMarketplace',
      pricingModel: draft.kind ? OFFER_KIND_FACTS[draft.kind].pricingModel : 'Contract',
    }
  );
}
