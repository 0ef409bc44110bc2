/** UpdatePricingTerms and UpdatePaymentScheduleTerms: the pricing model, the whole list of priced terms, the instalments. */
import { z } from 'zod';
import type { OfferEntity, Term } from '../model.ts';
import { paymentScheduleTerm } from '../schema/other-terms.ts';
import { pricingTerm } from '../schema/pricing-terms.ts';
import { priceRises } from '../rules/price-comparison.ts';
import { offerUpdate } from './change-type.ts';

const details = z.strictObject({
  PricingModel: z.enum(['Usage', 'Contract', 'Byol', 'Free']),
  Terms: z.array(pricingTerm).min(1),
});

export const updatePricingTerms = offerUpdate(details, ({ PricingModel, Terms }, offer, site) => ({
  ...withOwnPrices(offer),
  pricingModel: PricingModel,
  terms: { ...offer.terms, pricing: [...Terms, ...inheritedUsage(offer, Terms)] },
  lastPriceIncreaseAt:
    offer.state === 'Released' && priceRises(offer.terms.pricing, Terms) ? site.now : offer.lastPriceIncreaseAt,
}));

export const updatePaymentScheduleTerms = offerUpdate(
  // An empty list removes the schedule.
  z.strictObject({ Terms: z.array(paymentScheduleTerm).max(1) }),
  ({ Terms }, offer) => ({ ...withOwnPrices(offer), terms: { ...offer.terms, schedule: Terms } }),
);

function withOwnPrices(offer: OfferEntity): OfferEntity {
  return offer.resale === null ? offer : { ...offer, resale: { ...offer.resale, ownPrices: true } };
}

/** A partner sets its own fixed price alone; what is used beyond it stays priced as the authorization has it. */
function inheritedUsage({ resale, terms }: OfferEntity, own: readonly Term[]): readonly Term[] {
  if (resale === null || own.some(({ Type }) => Type === 'UsageBasedPricingTerm')) return [];
  return terms.pricing.filter(({ Type }) => Type === 'UsageBasedPricingTerm');
}
