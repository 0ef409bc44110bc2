/** A product listed on AWS Marketplace, as far as offers need it. */
import { z } from 'zod';
import { accountKeySchema, instantSchema } from '../primitives.ts';

export const PRODUCT_TYPES = ['SaaSProduct', 'AmiProduct', 'ContainerProduct'] as const;
export const productTypeSchema = z.enum(PRODUCT_TYPES);
export type ProductType = z.infer<typeof productTypeSchema>;

export const DIMENSION_TYPES = ['Entitled', 'Metered', 'ExternallyMetered'] as const;
export const dimensionSchema = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  unit: z.string(),
  types: z.array(z.enum(DIMENSION_TYPES)),
});
export type Dimension = z.infer<typeof dimensionSchema>;

export const PRODUCT_VISIBILITIES = ['Draft', 'Limited', 'Public', 'Restricted'] as const;

/**
 * What AWS does not store as a field: how the product is sold. Derived from dimension types and the public offer's terms.
 * `null` where no public offer could be read.
 */
export const publicTermsSchema = z.object({
  offerId: z.string(),
  hasUsagePricing: z.boolean(),
  /** Durations of the configurable upfront pricing, e.g. `P12M`; empty where there is none. */
  contractDurations: z.array(z.string()),
  constraint: z.enum(['Allowed', 'Disallowed']).nullable(),
  hasByol: z.boolean(),
  hasRecurring: z.boolean(),
  hasFreeTrial: z.boolean(),
});
export type PublicTerms = z.infer<typeof publicTermsSchema>;

export const productSchema = z.object({
  account: accountKeySchema,
  id: z.string(),
  type: productTypeSchema,
  title: z.string(),
  visibility: z.enum(PRODUCT_VISIBILITIES),
  productCode: z.string().nullable(),
  sku: z.string().nullable(),
  dimensions: z.array(dimensionSchema),
  publicTerms: publicTermsSchema.nullable(),
  revision: z.string().nullable(),
  lastModifiedAt: instantSchema,
  syncedAt: instantSchema,
});
export type Product = z.infer<typeof productSchema>;

export const productSummarySchema = productSchema
  .pick({ account: true, id: true, type: true, title: true, visibility: true, lastModifiedAt: true, syncedAt: true })
  .extend({ dimensionCount: z.number().int() });
export type ProductSummary = z.infer<typeof productSummarySchema>;
