/** Change sets for tests: a complete private offer whose parts a test replaces or leaves out. */
import type { CatalogStage, Change } from '../../../support/catalog-stage.ts';
import { BUYER } from '../../../support/catalog-stage.ts';
import { seedId } from '../../../../src/simulator/seed/ids.ts';

export const OFFER = { Type: 'Offer@1.0', Identifier: '$New.Entity.Identifier' };

/** Details by change type; null leaves the change out. */
export type OfferParts = Readonly<Record<string, unknown>>;

export const STANDARD_EULA = {
  Terms: [{ Type: 'LegalTerm', Documents: [{ Type: 'StandardEula', Version: '2022-07-14' }] }],
};

export function contractPricing(prices: Record<string, string>, duration = 'P12M', choice = 'Allowed') {
  return {
    PricingModel: 'Contract',
    Terms: [
      {
        Type: 'ConfigurableUpfrontPricingTerm',
        CurrencyCode: 'USD',
        RateCards: [rateCard(prices, duration, choice)],
      },
    ],
  };
}

export function rateCard(prices: Record<string, string>, duration = 'P12M', choice = 'Allowed') {
  return {
    Selector: { Type: 'Duration', Value: duration },
    Constraints: { MultipleDimensionSelection: choice, QuantityConfiguration: choice },
    RateCard: rates(prices),
  };
}

function rates(prices: Record<string, string>) {
  return Object.entries(prices).map(([DimensionKey, Price]) => ({ DimensionKey, Price }));
}

export function usagePricing(prices: Record<string, string>) {
  return { PricingModel: 'Usage', Terms: [usageTerm(prices)] };
}

export function usageTerm(prices: Record<string, string>) {
  return { Type: 'UsageBasedPricingTerm', CurrencyCode: 'USD', RateCards: [{ RateCard: rates(prices) }] };
}

export function fixedTerm(grants: Record<string, number>, more: object = {}) {
  return {
    Type: 'FixedUpfrontPricingTerm',
    CurrencyCode: 'USD',
    Price: '0.0',
    Grants: Object.entries(grants).map(([DimensionKey, MaxQuantity]) => ({ DimensionKey, MaxQuantity })),
    ...more,
  };
}

export function scheduleTerms(charges: readonly (readonly [string, string])[], CurrencyCode = 'USD') {
  const Schedule = charges.map(([ChargeDate, ChargeAmount]) => ({ ChargeDate, ChargeAmount }));
  return { Terms: [{ Type: 'PaymentScheduleTerm', CurrencyCode, Schedule }] };
}

export function validity(term: object) {
  return { Terms: [{ Type: 'ValidityTerm', ...term }] };
}

/** A SaaS contract offer that is released; parts replace what stands here. */
export function privateOffer(stage: CatalogStage, parts: OfferParts = {}, product = 'atlas'): Change[] {
  const details: OfferParts = {
    UpdateInformation: { Name: 'Test offer', Description: 'deal 1' },
    UpdateTargeting: { PositiveTargeting: { BuyerAccounts: [BUYER] } },
    UpdatePricingTerms: contractPricing({ users: '400' }),
    UpdateLegalTerms: STANDARD_EULA,
    UpdateAvailability: { AvailabilityEndDate: stage.day(30) },
    ReleaseOffer: {},
    ...parts,
  };
  const updates = Object.entries(details).flatMap(([ChangeType, DetailsDocument]) =>
    DetailsDocument === null ? [] : [{ ChangeType, Entity: OFFER, DetailsDocument }],
  );
  return [createOffer(product), ...updates];
}

export function createOffer(product: string): Change {
  return {
    ChangeType: 'CreateOffer',
    ChangeName: 'New',
    Entity: { Type: 'Offer@1.0' },
    DetailsDocument: { ProductId: seedId('prod', product) },
  };
}

/** The same offer paid in instalments. */
export function installmentOffer(stage: CatalogStage, parts: OfferParts = {}, product = 'atlas'): Change[] {
  return privateOffer(
    stage,
    {
      UpdatePricingTerms: { PricingModel: 'Contract', Terms: [fixedTerm({ users: 5 })] },
      UpdateValidityTerms: validity({ AgreementDuration: 'P12M' }),
      UpdatePaymentScheduleTerms: scheduleTerms([
        [stage.day(10), '6000.00'],
        [stage.day(200), '6000.50'],
      ]),
      ...parts,
    },
    product,
  );
}

/** One change of an offer that exists. */
export function onOffer(slug: string, ChangeType: string, DetailsDocument: unknown): Change {
  return { ChangeType, Entity: { Type: 'Offer@1.0', Identifier: seedId('offer', slug) }, DetailsDocument };
}
