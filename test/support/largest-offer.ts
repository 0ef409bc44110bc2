/** The largest offer AWS takes: 200 grants, 200 usage prices, 60 payments. For measurements and for the limits themselves. */
import { addDays } from '../../src/shared/domain/dates/plain-date.ts';
import { createOfferDraft } from '../../src/shared/domain/offer/draft.ts';
import type { DraftCase } from './offer-drafts.ts';
import { sampleProduct } from './samples.ts';
import { manyDimensions } from './rule-breakers/breaker.ts';

export function largestOffer(today = '2026-12-01'): DraftCase {
  const named = (prefix: string, type: 'Entitled' | 'ExternallyMetered') =>
    manyDimensions(200, type).map((dimension) => ({ ...dimension, key: `${prefix}_${dimension.key}` }));
  const entitled = named('seat', 'Entitled');
  const metered = named('call', 'ExternallyMetered');
  const product = sampleProduct({ visibility: 'Public', dimensions: [...entitled, ...metered] });
  const draft = {
    ...createOfferDraft(),
    product: { id: product.id, type: product.type, title: product.title },
    kind: 'saas-contract-consumption' as const,
    name: 'Largest offer',
    description: 'Everything at its limit',
    buyers: ['111122223333'],
    service: { mode: 'duration' as const, duration: 'P60M' },
    usagePrices: metered.map(({ key }) => ({ dimensionKey: key, price: '0.12345678' })),
    installments: {
      enabled: true,
      grants: entitled.map(({ key }) => ({ dimensionKey: key, quantity: '5' })),
      duration: '',
      schedule: Array.from({ length: 60 }, (_, index) => ({
        date: addDays(today, 31 + index * 29),
        amount: '1000.50',
      })),
    },
    isRenewal: false,
    availabilityEndDate: addDays(today, 30),
  };
  return { draft, product, today };
}
