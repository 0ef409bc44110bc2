/** A named template: an offer draft whose text may hold placeholders and whose dates may count from a day still to come. */
import { z } from 'zod';
import { instantSchema } from '../primitives.ts';
import { offerKindSchema } from '../offer/draft.ts';
import { productTypeSchema } from '../product/product.ts';

/** What becomes a placeholder when an offer is saved as a template. */
export const templateOptionsSchema = z.strictObject({
  buyers: z.enum(['ask', 'keep']),
  /** `relative`: each date as a distance from the day on which a draft is started. */
  dates: z.enum(['relative', 'keep']),
  prices: z.enum(['ask', 'keep']),
  /** Name of the offers to come; may hold {{buyer}}, {{date}} and {{product}}. */
  offerName: z.string().max(2000),
});
export type TemplateOptions = z.infer<typeof templateOptionsSchema>;

/** A price that the form asks for. */
export const askedPriceSchema = z.object({ path: z.array(z.string()), dotted: z.string() });
export type AskedPrice = z.infer<typeof askedPriceSchema>;

export const templateSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: offerKindSchema.nullable(),
  productType: productTypeSchema.nullable(),
  productId: z.string().nullable(),
  productTitle: z.string().nullable(),
  asksBuyers: z.boolean(),
  hasRelativeDates: z.boolean(),
  /** Name of the offers to come, placeholders unfilled. */
  offerName: z.string(),
  asked: z.array(askedPriceSchema),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Template = z.infer<typeof templateSchema>;

/** Whether a template can be used for a product, and why not. */
export const templateFitSchema = z.object({
  productId: z.string(),
  title: z.string(),
  type: productTypeSchema,
  fits: z.boolean(),
  /** Catalogue key below `templates:fit.`; null where it fits. */
  reason: z.enum(['type', 'kind', 'dimensions']).nullable(),
  /** Keys of dimensions that the template prices and the product does not have. */
  missing: z.array(z.string()),
});
export type TemplateFit = z.infer<typeof templateFitSchema>;
