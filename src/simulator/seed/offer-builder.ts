/** Makes offer records from short descriptions. */
import { NO_TERMS, type OfferEntity, type OfferTerms, type PricingModel, type ResaleOrigin } from '../catalog/model.ts';
import { seedId } from './ids.ts';
import { standardEula } from './terms.ts';
import type { Today } from './today.ts';

export interface OfferSpec {
  /** Names the offer in this folder; its id is made from it. */
  readonly slug: string;
  readonly owner: string;
  readonly productId: string;
  readonly name: string | null;
  readonly description?: string;
  readonly state?: 'Draft' | 'Released';
  readonly pricingModel: PricingModel | null;
  readonly terms: Partial<OfferTerms>;
  readonly buyers?: readonly string[];
  readonly countries?: readonly string[];
  readonly availableUntil?: string;
  readonly renews?: boolean;
  readonly resale?: ResaleOrigin;
  readonly replacesAgreementId?: string;
  readonly offerSetId?: string;
  /** Days since the last change, which for released offers is the release. */
  readonly daysAgo: number;
}

export function buildOffer(spec: OfferSpec, today: Today): OfferEntity {
  const released = (spec.state ?? 'Released') === 'Released';
  const changedAt = today.instant(-spec.daysAgo, 8 + (spec.slug.length % 9));
  return {
    id: seedId('offer', spec.slug),
    type: 'Offer',
    owner: spec.owner,
    revision: released ? 2 : 1,
    modifiedAt: changedAt,
    productId: spec.productId,
    name: spec.name,
    description: spec.description ?? (released ? `${spec.name} (sample)` : null),
    state: released ? 'Released' : 'Draft',
    releasedAt: released ? changedAt : null,
    pricingModel: spec.pricingModel,
    terms: { ...NO_TERMS, ...(released ? { legal: [standardEula()] } : {}), ...spec.terms },
    buyerAccounts: spec.buyers ?? [],
    countryCodes: spec.countries ?? [],
    excludedCountryCodes: [],
    availabilityEndDate: spec.availableUntil ?? null,
    preExistingAgreement:
      spec.renews === true ? { AcquisitionChannel: 'AwsMarketplace', PricingModel: 'Contract' } : null,
    createdBySource: 'Seller',
    lastPriceIncreaseAt: null,
    resale: spec.resale ?? null,
    replacesAgreementId: spec.replacesAgreementId ?? null,
    renewsAgreementId: null,
    offerSetId: spec.offerSetId ?? null,
  };
}
