/** The document that DescribeEntity gives for a SaaS, AMI or container product, read without trusting it. */
import { z } from 'zod';
import { DIMENSION_TYPES, type Dimension } from './product.ts';

const text = z.string().nullish().catch(null);

const dimensionSchema = z.looseObject({
  Key: z.string(),
  Name: text,
  Description: text,
  Unit: text,
  Types: z.array(z.string()).nullish().catch(null),
});

const productDocumentSchema = z.looseObject({
  Description: z
    .looseObject({ ProductTitle: text, ProductCode: text, Sku: text, Visibility: text, ProductState: text })
    .nullish(),
  Dimensions: z.array(dimensionSchema).nullish(),
});

export interface ProductEntity {
  readonly title: string | null;
  readonly visibility: string | null;
  readonly productCode: string | null;
  readonly sku: string | null;
  readonly dimensions: readonly Dimension[];
}

/** null for a document that is no product. Members may be null on drafts. */
export function readProductEntity(document: unknown): ProductEntity | null {
  const parsed = productDocumentSchema.safeParse(document);
  if (!parsed.success) return null;
  const { Description: description, Dimensions: dimensions } = parsed.data;
  return {
    title: description?.ProductTitle ?? null,
    visibility: description?.Visibility ?? null,
    productCode: description?.ProductCode ?? null,
    sku: description?.Sku ?? null,
    dimensions: (dimensions ?? []).map((dimension) => ({
      key: dimension.Key,
      name: dimension.Name ?? dimension.Key,
      description: dimension.Description ?? '',
      unit: dimension.Unit ?? '',
      types: DIMENSION_TYPES.filter((type) => dimension.Types?.includes(type)),
    })),
  };
}
