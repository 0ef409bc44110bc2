/** The change sets that AWS published for offers, and the draft by which the app makes each of them. */
import { createOfferDraft, type OfferDraft } from '../../../../../src/shared/domain/offer/draft.ts';
import type { ProductType } from '../../../../../src/shared/domain/product/product.ts';

export const EULA_URL = 'https://s3.amazonaws.com/sample-bucket/custom-eula.pdf';
export const SELF = 'using AWS Marketplace API Reference Code';

function draftOf(type: ProductType, changes: Partial<OfferDraft>): OfferDraft {
  const product = { id: 'prod-1111111111111', type, title: 'Sample' };
  return { ...createOfferDraft(), product, availabilityEndDate: '2023-12-31', ...changes };
}

export const custom = { kind: 'custom' as const, file: { sha256: 'a'.repeat(64), name: 'eula.pdf', sizeBytes: 1 } };
const contract = (selection: 'units' | 'tiers', duration: string, dimensionKey: string, price: string) => ({
  selection,
  rateCards: [{ duration, prices: [{ dimensionKey, price }] }],
});
const target = { offerId: 'offer-1111111111111', revision: '', state: 'Released' as const };
const draftTarget = { ...target, state: 'Draft' as const };

export interface SampleCase {
  readonly file: string;
  /** How a person comes to it, as docs/change-sets.md says. */
  readonly path: string;
  /** Where the requests are not equal, or not for everybody: why. */
  readonly note: string;
  readonly draft: OfferDraft;
  readonly intent?: 'draft';
  readonly held?: OfferDraft;
  /** Makes the sample and the app's request comparable where `note` says that they differ. */
  readonly align?: (change: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

export const SAMPLE_CASES: readonly SampleCase[] = [
  {
    file: 'CreateDraftPrivateOffer.json',
    path: 'Drafts › New private offer, product and name only › Create as draft at AWS',
    note: 'equal',
    intent: 'draft',
    draft: draftOf('SaaSProduct', {
      name: 'Test Private Offer',
      availabilityEndDate: '',
      eula: { kind: 'custom', file: null },
    }),
  },
  {
    file: 'CreatePrivateOfferWithContractPricingForAmiProduct.json',
    path: 'Drafts › New private offer › Create offer',
    note: 'equal',
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
    path: 'Drafts › New private offer › Create offer',
    note: 'equal',
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
    path: 'Drafts › New private offer › Create offer',
    note: 'equal',
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
    path: 'Drafts › New private offer › Create offer',
    note: 'equal',
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
    path: 'New private offer › Dimensions and prices › Add dimensions to the product › Create offer',
    note: 'equal',
    draft: draftOf('SaaSProduct', {
      kind: 'saas-contract',
      name: 'Private Test Offer - SaaS Contract Product',
      description: 'Private Test Offer - SaaS Contract Product',
      buyers: ['111111111111'],
      contract: contract('units', 'P36M', 'Custom4', '300.000'),
      newDimensions: [
        {
          key: 'Custom4',
          name: 'Custom Pricing 4',
          description: 'Custom Pricing 4 w/ terms and coverage to be defined in Private Offer',
          unit: 'Units',
          type: 'Entitled',
        },
      ],
    }),
  },
  {
    file: 'ExpirePrivateOffer.json',
    path: 'Offers › the offer › change its expiration date',
    note: 'equal',
    held: draftOf('SaaSProduct', { target }),
    draft: draftOf('SaaSProduct', { target, availabilityEndDate: '2023-01-01' }),
  },
  {
    file: 'UpdateEula.json',
    path: 'Offers › an offer that stands as a draft at AWS › EULA › Create as draft at AWS',
    note: 'equal; AWS refuses it on a released private offer, so the app offers it for drafts only',
    intent: 'draft',
    held: draftOf('SaaSProduct', { target: draftTarget }),
    draft: draftOf('SaaSProduct', { target: draftTarget, eula: custom }),
  },
  {
    file: 'UpdateOfferTargeting.json',
    path: 'Offers › an offer that stands as a draft at AWS › Countries › Create as draft at AWS',
    note: 'equal; AWS refuses it on a released private offer, so the app offers it for drafts only',
    intent: 'draft',
    held: draftOf('SaaSProduct', { target: draftTarget }),
    draft: draftOf('SaaSProduct', { target: draftTarget, countryCodes: ['US', 'ES', 'FR', 'AU'] }),
  },
  {
    file: 'CreateReplacementOfferFromAGWithContractPricingDetailDocument.json',
    path: 'Agreements › the agreement › an offer based on it',
    note: 'equal but for the name, which the sample gives twice; the wizard asks for the units that the schedule pays for, and then sends them as the other sample does',
    align: withoutSecondName,
    draft: replacement(''),
  },
  {
    file: 'CreateReplacementOfferFromAGWithContractPricingDetailDocument2.json',
    path: 'Agreements › the agreement › an offer based on it',
    note: 'equal but for the name, which the sample gives twice',
    align: withoutSecondName,
    draft: replacement('2'),
  },
  {
    file: 'CreatePublicFreeTrialOfferWithSubscriptionPricingForSaas.json',
    path: 'Products › the product › New free trial › Create offer',
    note: 'equal',
    draft: freeTrial('P20D'),
  },
  {
    file: 'UpdateFreeTrialDurationOfPublicFreeTrialOfferForSass.json',
    path: 'Offers › public offers › the free trial › Change the public offer › Length of the trial',
    note: 'equal but for the pricing model: the sample says `Usage`, the app `Free` as in the sample that creates the trial',
    align: asFree,
    held: { ...freeTrial('P20D'), target },
    draft: { ...freeTrial('P21D'), target },
  },
];

/** An offer in place of an agreement, with one charge of zero. */
function replacement(quantity: string): OfferDraft {
  return draftOf('SaaSProduct', {
    source: { kind: 'replacement', agreementId: 'agmt-1111111111111111111111111' },
    kind: 'saas-contract',
    name: `Test replacement offer for SaaSProduct ${SELF}s`,
    description: `Test private offer with subscription pricing for SaaSProduct ${SELF}`,
    service: { mode: 'end-date', endDate: '2024-01-30' },
    installments: {
      enabled: true,
      grants: [{ dimensionKey: 'BasicService', quantity }],
      duration: '',
      schedule: [{ date: '2024-01-01', amount: '0' }],
    },
  });
}

/** The information of the same set names the offer again, and that name is the one that stays. */
export function withoutSecondName(change: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (!String(change['ChangeType']).startsWith('CreateReplacementOffer')) return change;
  const { Name: _name, ...details } = change['DetailsDocument'] as Record<string, unknown>;
  return { ...change, DetailsDocument: details };
}

/** A trial of the two workloads, of which as much may be used as the buyer likes. */
function freeTrial(duration: string): OfferDraft {
  return draftOf('SaaSProduct', {
    source: { kind: 'public' },
    kind: 'saas-free-trial',
    name: `Test public free trial offer for SaaSProduct ${SELF}`,
    description: `Test public free trial offer with subscription pricing for SaaSProduct ${SELF}`,
    availabilityEndDate: '',
    freeTrial: {
      duration,
      grants: [
        { dimensionKey: 'WorkloadSmall', quantity: '' },
        { dimensionKey: 'WorkloadMedium', quantity: '' },
      ],
    },
  });
}

function asFree(change: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...change, DetailsDocument: { ...(change['DetailsDocument'] as object), PricingModel: 'Free' } };
}

/** Samples that the app does not make, and why. */
export const UNMADE_SAMPLES: readonly Pick<SampleCase, 'file' | 'path' | 'note'>[] = [];
