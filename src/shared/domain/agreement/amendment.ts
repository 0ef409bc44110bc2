/** A draft made from an agreement: an amendment that takes its place, or a new offer for what comes after it. */
import { addDays } from '../dates/plain-date.ts';
import { sumAmounts, isAmount } from '../money/amount.ts';
import type { OfferDraft } from '../offer/draft.ts';
import type { OfferTerm } from '../offer/entity.ts';
import { parseOffer } from '../offer/parse.ts';
import type { ReplacedAgreement } from '../offer/replaced-agreement.ts';
import type { Product } from '../product/product.ts';
import type { AgreementSummary, Payment } from './agreement.ts';
import { pendingPayments } from './payments.ts';

/** The only version that AWS takes for a new offer. */
export const STANDARD_EULA_VERSION = '2022-07-14';
const OPEN_FOR_DAYS = 30;
/** Says how long the agreement that is left runs: the new offer says it in its own way. */
const LEFT_OUT = ['ValidityTerm', 'FreeTrialPricingTerm'];

/** What an agreement does not tell of the offer that was accepted; empty where the offer cannot be read. */
export interface AcceptedOffer {
  readonly name: string;
  readonly description: string;
  /** Of a channel partner's offer; null for any other. */
  readonly authorizationId: string | null;
  readonly markup: string;
}

export interface AmendedAgreement {
  readonly summary: AgreementSummary;
  /** As an offer would hold them. */
  readonly terms: readonly OfferTerm[];
  readonly payments: readonly Payment[];
  readonly offer: AcceptedOffer;
  readonly product: Pick<Product, 'id' | 'type' | 'title'> | null;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  readonly readAt: string;
}

/** Current terms, the day on which the agreement ends, and what is still to be paid. */
export function toAmendmentDraft(agreement: AmendedAgreement): OfferDraft {
  const { summary, terms, payments, today } = agreement;
  const draft = fromTerms(agreement);
  const endDate = summary.endsAt?.slice(0, 10) ?? '';
  const pending = pendingPayments(payments);
  return {
    ...draft,
    source: { kind: 'replacement', agreementId: summary.id, replaced: toReplaced(agreement) },
    service: { mode: 'end-date', endDate },
    installments: {
      ...draft.installments,
      enabled: terms.some(({ Type }) => Type === 'FixedUpfrontPricingTerm'),
      schedule: pending.map(({ date, amount }) => ({ date, amount })),
    },
    // Amending an agreement from a public offer makes it private and ends its automatic renewal.
    renewalTerm: summary.audience === 'public' ? null : draft.renewalTerm,
    availabilityEndDate: openUntil(today, endDate),
  };
}

/** A new offer on the same terms for a buyer who already pays here. */
export function toRenewalDraft(agreement: AmendedAgreement): OfferDraft {
  const draft = fromTerms(agreement);
  const isUsage = agreement.terms.every(({ Type }) => !/UpfrontPricingTerm$/.test(Type));
  return {
    ...draft,
    service: draft.installments.enabled ? { mode: 'duration', duration: 'P12M' } : { mode: 'buyer-choice' },
    // Its days were those of the agreement that ends.
    installments: { ...draft.installments, schedule: [] },
    isRenewal: true,
    renewal: { acquisitionChannel: 'AwsMarketplace', pricingModel: isUsage ? 'Usage' : 'Contract' },
    availabilityEndDate: addDays(agreement.today, OPEN_FOR_DAYS),
  };
}

export function toReplaced({ summary, terms, payments, offer, readAt }: AmendedAgreement): ReplacedAgreement {
  const charged = payments
    .filter(({ state, amount }) => (state === 'invoiced' || state === 'due') && isAmount(amount))
    .map(({ amount }) => amount);
  return {
    status: summary.status,
    productId: summary.productId,
    productType: summary.productType,
    resold: offer.authorizationId !== null,
    proposer: summary.proposer,
    buyer: summary.acceptor,
    termTypes: terms.map(({ Type }) => Type),
    endDate: summary.endsAt?.slice(0, 10) ?? '',
    currency: summary.currency ?? '',
    pending: pendingPayments(payments).map(({ date, amount }) => ({ date, amount })),
    charged: sumAmounts(charged),
    readAt,
  };
}

/** What an agreement says, as an offer would say it. */
export function fromTerms({ summary, terms, product, offer }: AmendedAgreement): OfferDraft {
  const document = {
    Id: summary.offerId,
    State: 'Draft',
    Name: offer.name,
    Description: offer.description,
    Terms: terms.filter(({ Type }) => !LEFT_OUT.includes(Type)),
    Rules: [],
  };
  const draft = parseOffer(document, '', product);
  return {
    ...draft,
    target: null,
    buyers: summary.acceptor === '' ? [] : [summary.acceptor],
    isRenewal: false,
    eula: draft.eula.kind === 'standard' ? { kind: 'standard', version: STANDARD_EULA_VERSION } : draft.eula,
    // Members of the agreement that an offer does not have stay with the agreement.
    carried: { ...draft.carried, members: [] },
  };
}

/** As long as usual, but an agreement has to end after the last day on which its amendment can be accepted. */
export function openUntil(today: string, endDate: string): string {
  const usual = addDays(today, OPEN_FOR_DAYS);
  const latest = endDate === '' ? usual : addDays(endDate, -1);
  return latest < usual ? latest : usual;
}
