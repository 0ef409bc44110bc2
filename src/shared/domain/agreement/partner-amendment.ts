/** A channel partner's amendment: what its new authorization sells, on the agreement's terms, with what is still to be paid carried over. */
import { isAmount, multiplyAmount, roundAmount, sumAmounts } from '../money/amount.ts';
import { decimalsFor } from '../money/currency.ts';
import type { Installment, OfferDraft } from '../offer/draft.ts';
import { canPriceFreely } from '../offer/received-authorization.ts';
import { hasFixedPrice } from '../offer/replaced-agreement.ts';
import { fromTerms, openUntil, STANDARD_EULA_VERSION, toReplaced, type AmendedAgreement } from './amendment.ts';
import { pendingPayments } from './payments.ts';

/** `base` is the draft that any offer from the authorization would start with. */
export function toPartnerAmendment(agreement: AmendedAgreement, base: OfferDraft): OfferDraft {
  const { received, authorizationId } = base.source.kind === 'resale' ? base.source : {};
  const { summary, offer, today } = agreement;
  const replaced = toReplaced(agreement);
  const endDate = summary.endsAt?.slice(0, 10) ?? '';
  const accepted = fromTerms(agreement);
  // AWS's own way to amend what is paid by schedule.
  const ownPrices = received !== undefined && canPriceFreely(received) && hasFixedPrice(replaced);
  const open = openUntil(today, endDate);
  return {
    ...base,
    source: {
      kind: 'resale-replacement',
      authorizationId: authorizationId ?? '',
      agreementId: summary.id,
      ownPrices,
      replaced,
      ...(received && { received }),
    },
    name: offer.name || base.name,
    description: offer.description,
    buyers: accepted.buyers,
    service: { mode: 'end-date', endDate },
    installments: ownPrices ? { ...base.installments, schedule: carryOver(base, agreement) } : base.installments,
    markup: offer.markup,
    eula: received?.eula === 'standard' ? { kind: 'standard', version: STANDARD_EULA_VERSION } : base.eula,
    isRenewal: false,
    renewal: null,
    netPayment: accepted.netPayment,
    refundPolicy: accepted.refundPolicy,
    renewalTerm: accepted.renewalTerm,
    carried: { ...base.carried, terms: accepted.carried.terms },
    availabilityEndDate: base.availabilityEndDate < open ? base.availabilityEndDate : open,
  };
}

/** On the days of the authorization: what the buyer has still to pay on that day, else what is owed with the earlier markup on it. */
function carryOver({ installments, currency }: OfferDraft, { payments, offer }: AmendedAgreement): Installment[] {
  const pending = new Map(pendingPayments(payments).map(({ date, amount }) => [date, amount]));
  return installments.schedule.map(({ date, amount }) => ({
    date,
    amount: pending.get(date) ?? raised(amount, offer.markup, currency),
  }));
}

function raised(amount: string, markup: string, currency: string): string {
  if (!isAmount(amount) || !isAmount(markup)) return amount;
  const factor = sumAmounts(['1', multiplyAmount(markup, '0.01')]);
  return roundAmount(multiplyAmount(amount, factor), decimalsFor('schedule', currency));
}
