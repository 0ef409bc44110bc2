/** Change sets of resale authorizations for tests: a complete one whose parts a test replaces or leaves out. */
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import { BRAMBLEGATE, type CatalogStage, type Change } from '../../../support/catalog-stage.ts';
import { rateCard, type OfferParts } from './offer-changes.ts';

const ENTITY = { Type: 'ResaleAuthorization@1.0', Identifier: '$New.Entity.Identifier' };

export const BUYER_EULA = {
  Terms: [{ Type: 'BuyerLegalTerm', Documents: [{ Type: 'StandardEula', Version: '2022-07-14' }] }],
};

export function wholesale(prices: Record<string, string>, ...durations: string[]) {
  const RateCards = (durations.length > 0 ? durations : ['P12M']).map((duration) => rateCard(prices, duration));
  return {
    PricingModel: 'Contract',
    Terms: [{ Type: 'ResaleConfigurableUpfrontPricingTerm', CurrencyCode: 'USD', RateCards }],
  };
}

export function fixedWholesale(grants: Record<string, number>, more: object = {}) {
  const Grants = Object.entries(grants).map(([DimensionKey, MaxQuantity]) => ({ DimensionKey, MaxQuantity }));
  const term = { Type: 'ResaleFixedUpfrontPricingTerm', CurrencyCode: 'USD', Price: '0.00', Duration: 'P12M', Grants };
  return { PricingModel: 'Contract', Terms: [{ ...term, ...more }] };
}

export function resaleSchedule(charges: readonly (readonly [string, string])[], CurrencyCode = 'USD') {
  const Schedule = charges.map(([ChargeDate, ChargeAmount]) => ({ ChargeDate, ChargeAmount }));
  return { Terms: [{ Type: 'ResalePaymentScheduleTerm', CurrencyCode, Schedule }] };
}

export const forBuyers = (...BuyerAccounts: string[]) => ({
  Terms: [{ Type: 'BuyerTargetingTerm', PositiveTargeting: { BuyerAccounts } }],
});

interface Creation {
  readonly product?: string;
  readonly ResellerAccountId?: string;
  readonly Name?: string;
}

/** A multi-use authorization of a SaaS contract that is released; parts replace what stands here, null leaves one out. */
export function authorization(parts: OfferParts = {}, creation: Creation = {}): Change[] {
  const details: OfferParts = {
    UpdatePricingTerms: wholesale({ users: '300' }),
    UpdateLegalTerms: BUYER_EULA,
    ReleaseResaleAuthorization: {},
    ...parts,
  };
  const { product = 'atlas', ResellerAccountId = BRAMBLEGATE, Name = 'Test authorization' } = creation;
  const create: Change = {
    ChangeType: 'CreateResaleAuthorization',
    ChangeName: 'New',
    Entity: { Type: 'ResaleAuthorization@1.0' },
    DetailsDocument: { ProductId: seedId('prod', product), Name, Description: 'For a test', ResellerAccountId },
  };
  const updates = Object.entries(details).flatMap(([ChangeType, DetailsDocument]) =>
    DetailsDocument === null ? [] : [{ ChangeType, Entity: ENTITY, DetailsDocument }],
  );
  return [create, ...updates];
}

/** The same, paid in instalments. */
export function flexible(stage: CatalogStage, parts: OfferParts = {}, creation: Creation = {}): Change[] {
  return authorization(
    {
      UpdatePricingTerms: fixedWholesale({ users: 10 }),
      UpdatePaymentScheduleTerms: resaleSchedule([
        [stage.day(60), '200.00'],
        [stage.day(150), '250.00'],
      ]),
      UpdateAvailability: { AvailabilityEndDate: stage.day(30), OffersMaxQuantity: 1 },
      ...parts,
    },
    creation,
  );
}

/** One change of an authorization that exists. */
export function onAuthorization(slug: string, ChangeType: string, DetailsDocument: unknown): Change {
  const Identifier = slug.startsWith('resaleauthz-') ? slug : seedId('resaleauthz', slug);
  return { ChangeType, Entity: { Type: 'ResaleAuthorization@1.0', Identifier }, DetailsDocument };
}
