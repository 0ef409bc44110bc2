/** Every rule about resale authorizations that is asked when a change set is processed. */
import { currencies } from '../currencies.ts';
import { fixedUpfront } from '../fixed-prices.ts';
import { netPayment } from '../other-terms.ts';
import { paymentSchedule } from '../payment-schedule.ts';
import { pricingCombinations } from '../pricing-combinations.ts';
import { contractRates, freePrices, usageRates } from '../rate-cards.ts';
import * as limits from './limits.ts';
import { byOfferRule, type AuthorizationRule } from './rule.ts';
import * as state from './state.ts';

export const AUTHORIZATION_RULES: readonly AuthorizationRule[] = [
  state.parties,
  state.lockedAfterRelease,
  state.restriction,
  state.completeness,
  byOfferRule(pricingCombinations, { INCOMPATIBLE_TERMS: 'INCOMPATIBLE_PRICING_TERM' }),
  byOfferRule(usageRates),
  byOfferRule(contractRates),
  byOfferRule(freePrices),
  byOfferRule(fixedUpfront),
  byOfferRule(currencies),
  byOfferRule(paymentSchedule, { TOO_MANY_CHARGES: 'TOO_MANY_SCHEDULED_PAYMENTS' }),
  byOfferRule(netPayment),
  limits.fixedDuration,
  limits.availability,
  limits.buyerTargeting,
  limits.latestStart,
  limits.standardTexts,
];
