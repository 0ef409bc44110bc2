/** The change sets that AWS published for offers, with their placeholders replaced by what the seed world has. */
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import { readSample } from '../../../support/aws-samples.ts';
import { BUYER, EULA_URL, type CatalogStage, type Change } from '../../../support/catalog-stage.ts';

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
  /** Replaces the end date, in days from today. */
  readonly endsIn?: number;
}

export const SAMPLE_PLANS: Readonly<Record<string, SamplePlan>> = {
  'CreateDraftPrivateOffer.json': { product: 'atlas' },
  'CreatePrivateOfferWithContractPricingForAmiProduct.json': { product: 'logbook', endsIn: 30 },
  'CreatePrivateOfferWithContractPricingForContainerProduct.json': { product: 'krill', endsIn: 30 },
  'CreatePrivateOfferWithHourlyPricingForAmi.json': { product: 'gatekeeper', endsIn: 45 },
  'CreatePrivateOfferWithSubscriptionPricingForSaas.json': { product: 'driftmeter', endsIn: 30 },
  'CreatePublicFreeTrialOfferWithSubscriptionPricingForSaas.json': { product: 'driftmeter' },
  'CreateSaasProductCustomDimensionAndPrivateOffer.json': { product: 'atlas', endsIn: 30 },
  'ExpirePrivateOffer.json': { offer: 'atlas active', endsIn: -1 },
  'UpdateEula.json': { offer: 'harbor draft' },
  'UpdateFreeTrialDurationOfPublicFreeTrialOfferForSass.json': { offer: 'trial tidepool' },
  'UpdateOfferTargeting.json': { offer: 'public atlas' },
};

export function readSampleRequest(file: string, stage: CatalogStage): SampleRequest {
  const plan = SAMPLE_PLANS[file] ?? {};
  let text = JSON.stringify(readSample(`aws-change-sets/offers/${file}`));
  const replacements: (readonly [RegExp, string])[] = [
    [/prod-1111111111111/g, plan.product === undefined ? '' : seedId('prod', plan.product)],
    [/offer-1111111111111/g, plan.offer === undefined ? '' : seedId('offer', plan.offer)],
    [/https:\/\/s3\.amazonaws\.com\/sample-bucket\/custom-eula\.pdf/g, EULA_URL],
    [/(?<="AvailabilityEndDate":")[^"]*/g, stage.day(plan.endsIn ?? 0)],
    [/111111111111(?!1)/g, BUYER],
  ];
  for (const [placeholder, value] of replacements) text = text.replace(placeholder, value);
  return JSON.parse(text) as SampleRequest;
}
