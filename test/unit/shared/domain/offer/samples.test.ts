import { describe, expect, it } from 'vitest';
import { compileOffer } from '../../../../../src/shared/domain/offer/compile.ts';
import { createOfferDraft, type OfferDraft } from '../../../../../src/shared/domain/offer/draft.ts';
import { isAmount, canonicalAmount } from '../../../../../src/shared/domain/money/amount.ts';
import type { ProductType } from '../../../../../src/shared/domain/product/product.ts';
import { NO_SAMPLES, readSample, samplesFolder } from '../../../../support/aws-samples.ts';

/**
 * Compared: the set of changes with type, entity and details. Not compared, as AWS does not care: the order of changes and of members,
 * the name of the change set and of the creating change, trailing zeros of amounts.
 */
const EULA_URL = 'https://s3.amazonaws.com/sample-bucket/custom-eula.pdf';
const SELF = 'using AWS Marketplace API Reference Code';

function draftOf(type: ProductType, changes: Partial<OfferDraft>): OfferDraft {
  const product = { id: 'prod-1111111111111', type, title: 'Sample' };
  return { ...createOfferDraft(), product, availabilityEndDate: '2023-12-31', ...changes };
}

const custom = { kind: 'custom' as const, file: { sha256: 'a'.repeat(64), name: 'eula.pdf', sizeBytes: 1 } };
const contract = (selection: 'units' | 'tiers', duration: string, dimensionKey: string, price: string) => ({
  selection,
  rateCards: [{ duration, prices: [{ dimensionKey, price }] }],
});
const target = { offerId: 'offer-1111111111111', revision: '', state: 'Released' as const };

/** What is locked after release can be changed as long as the offer is a draft at AWS. */
const draftTarget = { ...target, state: 'Draft' as const };

interface SampleCase {
  readonly file: string;
  readonly draft: OfferDraft;
  readonly intent?: 'draft';
  readonly held?: OfferDraft;
  /** Changes of the sample that make something else than an offer. */
  readonly apart?: string[];
}

const cases: SampleCase[] = [
  {
    file: 'CreateDraftPrivateOffer.json',
    intent: 'draft',
    draft: draftOf('SaaSProduct', {
      name: 'Test Private Offer',
      availabilityEndDate: '',
      eula: { kind: 'custom', file: null },
    }),
  },
  {
    file: 'CreatePrivateOfferWithContractPricingForAmiProduct.json',
    draft: draftOf('AmiProduct', {
      kind: 'ami-contract',
      name: `Test private offer for AmiProduct ${SELF}`,
      description: `Test private offer with hourly annual pricing for AmiProduct ${SELF}`,
      buyers: ['111111111111', '222222222222'],
      contract: contract('units', 'P12M', 'ReadOnlyUsers', '220'),
      eula: custom,
    }),
  },
  {
    file: 'CreatePrivateOfferWithContractPricingForContainerProduct.json',
    draft: draftOf('ContainerProduct', {
      kind: 'container-contract',
      name: `Test private offer for Container product ${SELF}`,
      description: `Test private offer for Container product with contract pricing ${SELF}`,
      buyers: ['111111111111'],
      contract: contract('tiers', 'P12M', 'ReqPerHour', '0.25'),
    }),
  },
  {
    file: 'CreatePrivateOfferWithHourlyPricingForAmi.json',
    draft: draftOf('AmiProduct', {
      kind: 'ami-hourly',
      name: `Test private offer for AmiProduct ${SELF}`,
      description: `Test private offer with hourly pricing for AmiProduct ${SELF}`,
      buyers: ['111111111111', '222222222222'],
      usagePrices: [{ dimensionKey: 't2.micro', price: '.15' }],
      service: { mode: 'duration', duration: 'P30D' },
      availabilityEndDate: '2025-01-01',
    }),
  },
  {
    file: 'CreatePrivateOfferWithSubscriptionPricingForSaas.json',
    draft: draftOf('SaaSProduct', {
      kind: 'saas-subscription',
      name: `Test private offer for SaaSProduct ${SELF}`,
      description: `Test private offer with subscription pricing for SaaSProduct ${SELF}`,
      buyers: ['111111111111', '222222222222'],
      usagePrices: [
        { dimensionKey: 'WorkloadSmall', price: '0.13' },
        { dimensionKey: 'WorkloadMedium', price: '0.22' },
      ],
      service: { mode: 'duration', duration: 'P30D' },
      eula: custom,
    }),
  },
  {
    file: 'CreateSaasProductCustomDimensionAndPrivateOffer.json',
    apart: ['AddDimensions'],
    draft: draftOf('SaaSProduct', {
      kind: 'saas-contract',
      name: 'Private Test Offer - SaaS Contract Product',
      description: 'Private Test Offer - SaaS Contract Product',
      buyers: ['111111111111'],
      contract: contract('units', 'P36M', 'Custom4', '300.000'),
    }),
  },
  {
    file: 'ExpirePrivateOffer.json',
    held: draftOf('SaaSProduct', { target }),
    draft: draftOf('SaaSProduct', { target, availabilityEndDate: '2023-01-01' }),
  },
  {
    file: 'UpdateEula.json',
    held: draftOf('SaaSProduct', { target }),
    draft: draftOf('SaaSProduct', { target, eula: custom }),
  },
  {
    file: 'UpdateEula.json',
    intent: 'draft',
    held: draftOf('SaaSProduct', { target: draftTarget, kind: 'saas-subscription' }),
    draft: draftOf('SaaSProduct', { target: draftTarget, kind: 'saas-subscription', eula: custom }),
  },
  {
    file: 'UpdateOfferTargeting.json',
    intent: 'draft',
    held: draftOf('SaaSProduct', { target: draftTarget, kind: 'saas-subscription' }),
    draft: draftOf('SaaSProduct', {
      target: draftTarget,
      kind: 'saas-subscription',
      countryCodes: ['US', 'ES', 'FR', 'AU'],
    }),
  },
  {
    file: 'UpdateOfferTargeting.json',
    held: draftOf('SaaSProduct', { target }),
    draft: draftOf('SaaSProduct', { target, countryCodes: ['US', 'ES', 'FR', 'AU'] }),
  },
];

describe('compileOffer and the change sets that AWS published', () => {
  for (const { file, draft, intent = 'release', held, apart = [] } of cases) {
    it.skipIf(samplesFolder === null)(
      `equals ${file}${draft.target?.state === 'Draft' ? ' on a draft at AWS' : ''}${samplesFolder === null ? ` (${NO_SAMPLES})` : ''}`,
      () => {
        const sample = readSample(`aws-change-sets/offers/${file}`) as { ChangeSet: Record<string, unknown>[] };
        const request = compileOffer(
          draft,
          { id: 'prod-1111111111111', type: draft.product?.type ?? 'SaaSProduct' },
          { intent, eulaUrl: draft.eula === custom ? EULA_URL : null, changeSetName: 'sample', held },
        );
        const expected = sample.ChangeSet.filter((change) => !apart.includes(String(change['ChangeType'])));
        expect(comparable(request.ChangeSet)).toEqual(comparable(expected));
      },
    );
  }
});

function comparable(changes: readonly unknown[]): unknown[] {
  return changes
    .map((change) => change as Record<string, unknown>)
    .map(({ ChangeName: _name, ...change }) => withPlainAmounts(change) as Record<string, unknown>)
    .toSorted((a, b) => String(a['ChangeType']).localeCompare(String(b['ChangeType'])));
}

function withPlainAmounts(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => withPlainAmounts(entry));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withPlainAmounts(member, key)]));
  }
  const isMoney = name === 'Price' || name === 'ChargeAmount';
  return isMoney && typeof value === 'string' && isAmount(value) ? canonicalAmount(value) : value;
}
