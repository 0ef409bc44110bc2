/** Makes resale authorizations from short descriptions. */
import {
  NO_RESALE_TERMS,
  type ResaleAuthorizationEntity,
  type ResalePricingModel,
  type ResaleTerms,
} from '../catalog/model-resale.ts';
import { seedAccounts } from './accounts.ts';
import { seedId } from './ids.ts';
import { LANTERNFISH, productTitle } from './products.ts';
import { buyerEula } from './terms.ts';
import type { Today } from './today.ts';

export interface AuthorizationSpec {
  /** Names the authorization in this folder; its id is made from it. */
  readonly slug: string;
  readonly product: string;
  /** Title of a product that is none of the seed world's own. */
  readonly productName?: string;
  readonly name: string;
  readonly owner?: string;
  readonly reseller: string;
  readonly status?: ResaleAuthorizationEntity['status'];
  readonly pricingModel: ResalePricingModel | null;
  readonly terms: Partial<ResaleTerms>;
  readonly until?: string;
  readonly singleUse?: boolean;
  readonly renews?: boolean;
  readonly offersCreated?: number;
  /** Days since it was made. */
  readonly daysAgo: number;
}

export function buildAuthorization(spec: AuthorizationSpec, today: Today): ResaleAuthorizationEntity {
  const owner = spec.owner ?? LANTERNFISH;
  const status = spec.status ?? 'Active';
  const createdAt = today.instant(-spec.daysAgo, 8 + (spec.slug.length % 9));
  const legal = status === 'Draft' ? [] : [buyerEula()];
  return {
    id: seedId('resaleauthz', spec.slug),
    type: 'ResaleAuthorization',
    owner,
    revision: status === 'Draft' ? 1 : 2,
    modifiedAt: status === 'Restricted' ? today.instant(-Math.floor(spec.daysAgo / 2)) : createdAt,
    productId: seedId('prod', spec.product),
    productName: spec.productName ?? productTitle(spec.product),
    name: spec.name,
    description: `${spec.name} (sample)`,
    manufacturerName: nameOfAccount(owner),
    resellerAccountId: spec.reseller,
    resellerName: nameOfAccount(spec.reseller),
    status,
    createdAt,
    pricingModel: spec.pricingModel,
    terms: { ...NO_RESALE_TERMS, legal, ...spec.terms },
    availabilityEndDate: spec.until ?? null,
    offersMaxQuantity: spec.singleUse === true ? 1 : null,
    preExistingBuyerAgreement:
      spec.renews === true ? { AcquisitionChannel: 'AwsMarketplace', PricingModel: 'Contract' } : null,
    offersCreated: spec.offersCreated ?? 0,
  };
}

function nameOfAccount(accountId: string): string {
  return seedAccounts.find((account) => account.accountId === accountId)?.name ?? '';
}
