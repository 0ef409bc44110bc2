/** For each rule that authorizations have of their own: a valid draft, and the same draft with that one thing broken. */
import { createAuthorizationDraft, type AuthorizationDraft } from '../../src/shared/domain/authorization/draft.ts';
import type { AuthorizationContext } from '../../src/shared/domain/authorization/preflight/index.ts';
import { addDays, addMonths } from '../../src/shared/domain/dates/plain-date.ts';
import type { Product } from '../../src/shared/domain/product/product.ts';
import { SELLER_ACCOUNT } from './offer-drafts.ts';

const TODAY = '2026-11-21';
const END = addDays(TODAY, 14);
const FILE = { sha256: 'c'.repeat(64), name: 'contract.pdf', sizeBytes: 20_000 };

export const EXAMPLE_PRODUCT: Product = {
  account: 'account-a',
  id: 'prod-sampleproduct',
  type: 'SaaSProduct',
  title: 'Sample Product',
  visibility: 'Public',
  productCode: null,
  sku: null,
  dimensions: [{ key: 'seats', name: 'Seats', description: 'Seats', unit: 'Users', types: ['Entitled'] }],
  publicTerms: {
    offerId: 'offer-publicsample1',
    hasUsagePricing: false,
    contractDurations: ['P12M'],
    constraint: 'Allowed',
    hasByol: false,
    hasRecurring: false,
    hasFreeTrial: false,
  },
  revision: '1',
  lastModifiedAt: '2026-01-01T00:00:00Z',
  syncedAt: '2026-01-01T00:00:00Z',
};

export const EXAMPLE: AuthorizationDraft = {
  ...createAuthorizationDraft(),
  product: { id: EXAMPLE_PRODUCT.id, type: 'SaaSProduct', title: EXAMPLE_PRODUCT.title },
  kind: 'saas-contract',
  resellers: ['444455556666'],
  name: 'Seats through a partner',
  contract: {
    selection: 'units',
    rateCards: [{ duration: 'P12M', prices: [{ dimensionKey: 'seats', price: '90' }] }],
  },
  availabilityEndDate: END,
  isRenewal: false,
};

const PAID: AuthorizationDraft = {
  ...EXAMPLE,
  validity: 'single-use',
  installments: {
    enabled: true,
    duration: 'P12M',
    grants: [{ dimensionKey: 'seats', quantity: '5' }],
    schedule: [{ date: addDays(END, 1), amount: '1000' }],
  },
};

const AT_AWS: AuthorizationDraft = {
  ...EXAMPLE,
  buyers: ['777788889999'],
  target: { authorizationId: 'resaleauthz-sampleauthz1', revision: '1', state: 'Draft' },
};

const context: AuthorizationContext = { today: TODAY, sellerAccountId: SELLER_ACCOUNT, eulaBucketConfigured: true };

export interface AuthorizationBreaker {
  readonly valid: AuthorizationDraft;
  readonly broken: AuthorizationDraft;
  readonly context: AuthorizationContext;
}

function breaker(
  broken: Partial<AuthorizationDraft>,
  valid: AuthorizationDraft = EXAMPLE,
  asked: Partial<AuthorizationContext> = {},
): AuthorizationBreaker {
  return { valid, broken: { ...valid, ...broken }, context: { ...context, ...asked } };
}

const custom = (file: typeof FILE | null) => ({ resellerContract: { kind: 'custom' as const, file } });

export const AUTHORIZATION_BREAKERS: Readonly<Record<string, AuthorizationBreaker>> = {
  'reseller-missing': breaker({ resellers: [] }),
  'reseller-not-12-digits': breaker({ resellers: ['4444'] }),
  'reseller-duplicate': breaker({ resellers: ['444455556666', '444455556666'] }),
  'reseller-is-seller': breaker({ resellers: [SELLER_ACCOUNT] }),
  'reseller-fixed': breaker({ resellers: ['555566667777'] }, AT_AWS, { held: AT_AWS }),
  'buyers-too-many': breaker({ buyers: Array.from({ length: 26 }, (_, index) => String(100_000_000_000 + index)) }),
  'renewal-needs-buyer': breaker({
    isRenewal: true,
    renewal: { acquisitionChannel: 'AwsMarketplace', pricingModel: 'Contract' },
  }),
  'name-missing': breaker({ name: ' ' }),
  'name-too-long': breaker({ name: 'a'.repeat(101) }),
  'discount-invalid': breaker({ pricing: { entry: 'discount', discountPercent: '101' } }),
  'fixed-duration-missing': breaker({ installments: { ...PAID.installments, duration: '' } }, PAID),
  'schedule-needs-single-use': breaker({ validity: 'specific-date' }, PAID),
  'charge-before-end': breaker(
    { installments: { ...PAID.installments, schedule: [{ date: END, amount: '1000' }] } },
    PAID,
  ),
  'eula-at-aws': breaker({ eula: { kind: 'held-by-aws' } }),
  'reseller-contract-at-aws': breaker({ resellerContract: { kind: 'held-by-aws' } }),
  'reseller-contract-file-missing': breaker(custom(null)),
  'reseller-contract-bucket-missing': breaker(custom(FILE), EXAMPLE, { eulaBucketConfigured: false }),
  'reseller-contract-large': breaker(custom({ ...FILE, sizeBytes: 11 * 1024 * 1024 })),
  'latest-start-not-saas': breaker(
    {
      latestStartDate: addMonths(TODAY, 3),
      product: { id: EXAMPLE_PRODUCT.id, type: 'AmiProduct', title: EXAMPLE_PRODUCT.title },
      kind: 'ami-contract',
    },
    EXAMPLE,
  ),
  'latest-start-invalid': breaker({ latestStartDate: '2027-02-30' }),
  'latest-start-past': breaker({ latestStartDate: TODAY }),
  'latest-start-too-late': breaker({ latestStartDate: addDays(addMonths(TODAY, 36), 1) }),
  'end-date-missing': breaker({ availabilityEndDate: '' }),
  'end-date-invalid': breaker({ availabilityEndDate: '2027-02-30' }),
  'end-date-past': breaker({ availabilityEndDate: TODAY }),
  'net-payment-invalid': breaker({ netPayment: 'P31D' }),
  'held-stays': breaker({ buyers: [] }, AT_AWS, { held: AT_AWS }),
  'carried-lost': breaker({ carried: { terms: [], rules: [{ Type: 'NewRule' }], members: [] } }),
};

/** The product that a draft names, in the form of this machine's copy. */
export function productOf({ product }: AuthorizationDraft): Product {
  return { ...EXAMPLE_PRODUCT, type: product?.type ?? 'SaaSProduct' };
}
