/** Products of one or all seller accounts. */
import { z } from 'zod';
import { productSchema, productSummarySchema, productTypeSchema } from '../domain/product/product.ts';
import { accountKeySchema, pageRequestSchema, sortDirectionSchema, instantSchema } from '../domain/primitives.ts';
import { readProblemSchema } from '../domain/read-problem.ts';
import { event, method } from './define.ts';

export const productMethods = {
  'products.list': method(
    'One page of products from this machine’s copy.',
    pageRequestSchema.extend({
      /** null = all accounts. */
      account: accountKeySchema.nullable(),
      /** Found anywhere in title or id, case-insensitive. */
      text: z.string().max(200).default(''),
      types: z.array(productTypeSchema).default([]),
      sortBy: z.enum(['title', 'type', 'visibility', 'lastModifiedAt']).default('title'),
      direction: sortDirectionSchema.default('ascending'),
    }),
    z.object({ items: z.array(productSummarySchema), total: z.number().int(), syncedAt: instantSchema.nullable() }),
  ),
  'products.get': method(
    'One product with its dimensions, from this machine’s copy.',
    z.strictObject({ account: accountKeySchema, productId: z.string() }),
    productSchema,
  ),
  'products.syncProblems': method(
    'Products that the last sync could not read; null = of all accounts.',
    z.strictObject({ account: accountKeySchema.nullable() }),
    z.object({ problems: z.array(readProblemSchema) }),
  ),
  'products.sync': method(
    'Starts reading products from AWS; `full` reads every entity again, otherwise only what changed.',
    z.strictObject({ account: accountKeySchema, full: z.boolean().default(false) }),
    z.object({ jobId: z.string() }),
  ),
};

export const productEvents = {
  'products.changed': event('The copy of an account’s products changed.', z.object({ account: accountKeySchema })),
};
