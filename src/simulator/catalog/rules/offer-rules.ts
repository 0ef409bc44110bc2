/** Every rule about offers that is asked when a change set is processed. */
import { currencies } from './currencies.ts';
import { fixedUpfront, freeTrial } from './fixed-prices.ts';
import { legalDocuments } from './legal-documents.ts';
import { netPayment } from './other-terms.ts';
import { backdatedCharges, paymentSchedule } from './payment-schedule.ts';
import { pricingCombinations, publicOnlyTerms } from './pricing-combinations.ts';
import { contractRates, freePrices, usageRates } from './rate-cards.ts';
import { availability, onePublicOffer, productState, publicContractRenewal, releaseChecklist } from './release.ts';
import { lockedAfterRelease, lockedDates, publicPriceChanges } from './release-locks.ts';
import { renewal } from './renewal.ts';
import * as replacement from './replacement.ts';
import * as partner from './partner-offers.ts';
import * as markup from './markup.ts';
import { noValidityInPublic, nothingBesideATrial, plainRenewalInPublic } from './public-terms.ts';
import type { OfferRule } from './rule.ts';
import { buyersNeeded, preExistingAgreement, targeting } from './targeting.ts';
import * as validity from './validity.ts';

export const OFFER_RULES: readonly OfferRule[] = [
  productState,
  lockedAfterRelease,
  lockedDates,
  publicPriceChanges,
  pricingCombinations,
  publicOnlyTerms,
  usageRates,
  contractRates,
  freePrices,
  fixedUpfront,
  freeTrial,
  noValidityInPublic,
  plainRenewalInPublic,
  nothingBesideATrial,
  currencies,
  validity.validityMembers,
  validity.agreementDuration,
  validity.saasContractDates,
  validity.futureDated,
  validity.lateAcceptance,
  validity.validityNeeded,
  paymentSchedule,
  backdatedCharges,
  netPayment,
  renewal,
  markup.markup,
  markup.ownPrices,
  markup.ownSchedule,
  partner.authorizationState,
  partner.buyersWithin,
  partner.datesWithin,
  partner.netPaymentWithin,
  replacement.replacedAgreement,
  replacement.termKinds,
  replacement.replacementDates,
  replacement.fixedBuyer,
  legalDocuments,
  targeting,
  preExistingAgreement,
  availability,
  releaseChecklist,
  buyersNeeded,
  onePublicOffer,
  publicContractRenewal,
];
