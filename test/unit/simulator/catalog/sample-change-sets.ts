/** The change sets that AWS published, with their placeholders replaced by what the seed world has. */
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import { readSample } from '../../../support/aws-samples.ts';
import {
  BRAMBLEGATE,
  BUYER,
  EULA_URL,
  LANTERNFISH,
  type CatalogStage,
  type Change,
} from '../../../support/catalog-stage.ts';
import { agreementId } from './partner-changes.ts';

export interface SampleRequest {
  readonly Catalog: string;
  readonly ChangeSet: readonly Change[];
  readonly ChangeSetName?: string;
}

interface SamplePlan {
  /** Replaces `prod-1111111111111`. */
  readonly product?: string;
  /** Replaces `offer-1111111111111`. */
  readonly offer?: string;
  /** Replaces the id of an authorization, in its new or its old form. */
  readonly authorization?: string;
  /** Slug of the offer whose agreement replaces `agmt-…`. */
  readonly agreement?: string;
  /** Replaces the end date, in days from today. */
  readonly endsIn?: number;
  readonly agreementEndsIn?: number;
  /** Replaces the charge dates in their order, in days from today. */
  readonly chargesIn?: readonly number[];
  /** Replaces dimension keys. */
  readonly dimensions?: Readonly<Record<string, string>>;
  /** Replaces `111111111111`; the buyer if not said. */
  readonly account?: string;
  /** Who sends it. */
  readonly sender?: string;
  /** Where the sample contradicts the reference: what the refusal names, and the request without the contradiction. */
  readonly contradiction?: {
    readonly names: string;
    readonly mended: (text: string) => string;
  };
}

/** On a product that is sold by contract and whose dimensions take quantities. */
const RESALE: SamplePlan = { product: 'logbook', account: BRAMBLEGATE, dimensions: { 't2.small': 'AdminUsers' } };

const AMENDMENT: SamplePlan = {
  agreement: 'atlas schedule accepted',
  endsIn: 20,
  chargesIn: [40],
  agreementEndsIn: 60,
  dimensions: { BasicService: 'users' },
};

const PARTNER_AMENDMENT: SamplePlan = {
  ...AMENDMENT,
  agreement: 'relay-a sold by partner',
  authorization: 'relay-a amendment',
  dimensions: { BasicService: 'channels' },
  sender: BRAMBLEGATE,
};

export const SAMPLE_PLANS: Readonly<Record<string, SamplePlan>> = {
  'offers/CreateDraftPrivateOffer.json': { product: 'atlas' },
  'offers/CreatePrivateOfferWithContractPricingForAmiProduct.json': { product: 'logbook', endsIn: 30 },
  'offers/CreatePrivateOfferWithContractPricingForContainerProduct.json': { product: 'krill', endsIn: 30 },
  'offers/CreatePrivateOfferWithHourlyPricingForAmi.json': { product: 'gatekeeper', endsIn: 45 },
  'offers/CreatePrivateOfferWithSubscriptionPricingForSaas.json': { product: 'driftmeter', endsIn: 30 },
  'offers/CreatePublicFreeTrialOfferWithSubscriptionPricingForSaas.json': { product: 'driftmeter' },
  'offers/CreateReplacementOfferFromAGWithContractPricingDetailDocument.json': AMENDMENT,
  'offers/CreateReplacementOfferFromAGWithContractPricingDetailDocument2.json': {
    ...AMENDMENT,
    // `Details` is a JSON text by the model; the sample gives it an object.
    contradiction: { names: 'Details', mended: (text) => text.replaceAll('"Details":{', '"DetailsDocument":{') },
  },
  'offers/CreateSaasProductCustomDimensionAndPrivateOffer.json': { product: 'atlas', endsIn: 30 },
  'offers/ExpirePrivateOffer.json': { offer: 'atlas active', endsIn: -1 },
  'offers/UpdateEula.json': { offer: 'harbor draft' },
  'offers/UpdateFreeTrialDurationOfPublicFreeTrialOfferForSass.json': { offer: 'trial tidepool' },
  'offers/UpdateOfferTargeting.json': { offer: 'public atlas' },
  'resaleAuthorization/MultiuseResaleauthExpirydateCPPO.json': { ...RESALE, endsIn: 60 },
  'resaleAuthorization/MultiuseResaleauthExpirydateCustomEula.json': { ...RESALE, endsIn: 60 },
  'resaleAuthorization/MultiuseResaleauthExpirydateCustomresellerContractdoc.json': { ...RESALE, endsIn: 60 },
  'resaleAuthorization/MultiuseResaleauthNoExpirdateCustomEula.json': RESALE,
  'resaleAuthorization/OnetimeResaleauthCustomEula.json': RESALE,
  'resaleAuthorization/OnetimeResaleauthPrivateoffer.json': RESALE,
  'resaleAuthorization/PublishOnetimeResaleAuthFlexiblePayment.json': {
    ...RESALE,
    product: 'atlas',
    endsIn: 30,
    chargesIn: [60, 150],
    dimensions: { Users: 'users' },
  },
  'resaleAuthorization/PublishOnetimeResaleAuthSpecificBuyer.json': {
    ...RESALE,
    // The schema has an integer here; the sample gives it a text.
    contradiction: {
      names: 'OffersMaxQuantity',
      mended: (text) => text.replace('"OffersMaxQuantity":"1"', '"OffersMaxQuantity":1'),
    },
  },
  'resaleAuthorization/RestrictResaleAuthorization.json': { authorization: 'atlas reusable' },
  'channel_partner_offers/CreateDraftCppoOffer.json': { authorization: 'atlas reusable', sender: BRAMBLEGATE },
  'channel_partner_offers/CreateRAReplacementOfferFromAGWithContractPricing.json': PARTNER_AMENDMENT,
  'channel_partner_offers/CreateResaleAuthReplacementOffer.json': PARTNER_AMENDMENT,
  'channel_partner_offers/PublishCppoPiceMarkupObject.json': {
    authorization: 'moorings hourly and annual',
    endsIn: 30,
    sender: BRAMBLEGATE,
  },
};

export function senderOf(file: string): string {
  return SAMPLE_PLANS[file]?.sender ?? LANTERNFISH;
}

/** As AWS published it, but for the placeholders. */
export function readSampleAsPublished(file: string, stage: CatalogStage): SampleRequest {
  return JSON.parse(sampleText(file, stage)) as SampleRequest;
}

/** Without what contradicts the reference. */
export function readSampleRequest(file: string, stage: CatalogStage): SampleRequest {
  const mended = SAMPLE_PLANS[file]?.contradiction?.mended ?? ((text: string) => text);
  const request = JSON.parse(mended(sampleText(file, stage))) as SampleRequest;
  // One file mixes both forms of details; every member is to be tried in the same one.
  const ChangeSet = request.ChangeSet.map(({ Details, ...change }) =>
    Details === undefined ? change : { ...change, DetailsDocument: JSON.parse(Details) as unknown },
  );
  return { ...request, ChangeSet };
}

function sampleText(file: string, stage: CatalogStage): string {
  const plan = SAMPLE_PLANS[file] ?? {};
  const authorization = plan.authorization === undefined ? '' : seedId('resaleauthz', plan.authorization);
  const charges = [...(plan.chargesIn ?? [])];
  let text = JSON.stringify(readSample(`aws-change-sets/${file}`));
  const replacements: (readonly [RegExp, string | (() => string)])[] = [
    [/prod-1111111111111/g, plan.product === undefined ? '' : seedId('prod', plan.product)],
    [/offer-1111111111111/g, plan.offer === undefined ? '' : seedId('offer', plan.offer)],
    [/agmt-1{25}/g, plan.agreement === undefined ? '' : agreementId(plan.agreement)],
    [/resaleauthz-1111111111111|1{8}-1{4}-1{4}-1{4}-1{12}/g, authorization],
    [/https:\/\/s3\.amazonaws\.com\/[^"]*\.pdf/g, EULA_URL],
    [/(?<="AvailabilityEndDate":")[^"]*/g, stage.day(plan.endsIn ?? 0)],
    [/(?<="AgreementEndDate":")[^"]*/g, stage.day(plan.agreementEndsIn ?? 0)],
    [/(?<="ChargeDate":")[^"]*/g, () => stage.day(charges.shift() ?? 0)],
    [/111111111111(?!1)/g, plan.account ?? BUYER],
    ...Object.entries(plan.dimensions ?? {}).map(
      ([key, own]) => [new RegExp(`(?<="DimensionKey":")${key.replace('.', '\\.')}(?=")`, 'g'), own] as const,
    ),
  ];
  for (const [placeholder, value] of replacements) {
    text = text.replace(placeholder, typeof value === 'string' ? () => value : value);
  }
  return text;
}
