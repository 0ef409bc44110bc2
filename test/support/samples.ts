/** A fictional seller and product for tests that need one of each. */
import type { AccountSettings } from '../../src/shared/domain/account/account.ts';
import type { Product } from '../../src/shared/domain/product/product.ts';

export function sampleAccount(changes: Partial<AccountSettings> = {}): AccountSettings {
  return {
    name: 'Acme Example',
    prefix: 'ACME',
    colour: 'blue',
    awsAccountId: '012345678901',
    connection: { kind: 'practice' },
    eulaBucket: { bucket: 'acme-example-eulas', prefix: 'eulas/', region: 'us-east-1' },
    presignRoleArn: null,
    addSellerToBuyers: true,
    endpoint: null,
    persona: { side: 'both', role: 'administrator', coSell: true },
    partnerCentral: { catalog: 'AWS' },
    ...changes,
  };
}

export function sampleProduct(changes: Partial<Product> = {}): Product {
  const dimension = (key: string, type: 'Entitled' | 'ExternallyMetered') => ({
    key,
    name: key,
    description: key,
    unit: 'Units',
    types: [type],
  });
  return {
    account: 'acme',
    id: 'prod-abcdefghijklm',
    type: 'SaaSProduct',
    title: 'Example Analytics',
    visibility: 'Limited',
    productCode: null,
    sku: null,
    dimensions: [
      dimension('gold', 'Entitled'),
      dimension('silver', 'Entitled'),
      dimension('api_calls', 'ExternallyMetered'),
    ],
    publicTerms: {
      offerId: 'offer-public0000001',
      hasUsagePricing: true,
      contractDurations: ['P12M', 'P24M'],
      constraint: 'Disallowed',
      hasByol: false,
      hasRecurring: false,
      hasFreeTrial: false,
    },
    revision: '1',
    lastModifiedAt: '2026-11-01T00:00:00Z',
    syncedAt: '2026-11-01T00:00:00Z',
    ...changes,
  };
}
