/**
 * The address at which a buyer opens a private offer. AWS documents no formula for it: these templates are what is seen
 * in use, and a person can change them.
 */
import { z } from 'zod';
import type { ProductType } from '../product/product.ts';

const PROCUREMENT = 'https://aws.amazon.com/marketplace/procurement?productId={productId}&offerId={offerId}';

export const DEFAULT_URL_TEMPLATES: Record<ProductType, string> = {
  SaaSProduct: 'https://aws.amazon.com/marketplace/saas/ordering?productId={productId}&offerId={offerId}',
  AmiProduct: PROCUREMENT,
  ContainerProduct: PROCUREMENT,
};

const httpsAddressSchema = z.url({ protocol: /^https$/ });

export type UrlTemplateProblem = 'no-offer-id' | 'unknown-placeholder' | 'not-https';

/** null for a template that gives an https address which names the offer. */
export function checkUrlTemplate(template: string): UrlTemplateProblem | null {
  if (!template.includes('{offerId}')) return 'no-offer-id';
  const filled = fill(template, { productId: 'prod-a', offerId: 'offer-a' });
  if (/[{}]/.test(filled)) return 'unknown-placeholder';
  return httpsAddressSchema.safeParse(filled).success ? null : 'not-https';
}

/** The person's template where it is usable, the default otherwise; an unknown product type takes the one for any type. */
export function findUrlTemplate(type: ProductType | null, templates: Readonly<Record<string, string>>): string {
  const own = type === null ? undefined : templates[type];
  if (own !== undefined && checkUrlTemplate(own) === null) return own;
  return type === null ? PROCUREMENT : DEFAULT_URL_TEMPLATES[type];
}

export function formatOfferUrl(template: string, ids: { productId: string; offerId: string }): string {
  return fill(template, ids);
}

function fill(template: string, ids: { productId: string; offerId: string }): string {
  return template
    .replaceAll('{productId}', encodeURIComponent(ids.productId))
    .replaceAll('{offerId}', encodeURIComponent(ids.offerId));
}
