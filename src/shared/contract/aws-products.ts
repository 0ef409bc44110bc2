/** AWS's published list of its products, kept on this machine: identifiers are sent, names are shown. */
import { z } from 'zod';
import { awsProductSchema } from '../domain/aws-product.ts';
import { instantSchema } from '../domain/primitives.ts';
import { event, method, nothing } from './define.ts';

const listSchema = z.object({
  source: z.enum(['address', 'file']),
  /** The address, or the name of the file. */
  origin: z.string(),
  readAt: instantSchema,
  ageDays: z.number().int(),
  count: z.number().int(),
});
export type AwsProductList = z.infer<typeof listSchema>;

const takenSchema = z.object({
  list: listSchema,
  /** Against the list before. */
  added: z.number().int(),
  removed: z.number().int(),
});

export const awsProductMethods = {
  'awsproducts.list': method(
    'Products of AWS whose name, identifier or family holds the text, by name; `list` says what they were read from, null while nothing was.',
    z.strictObject({
      text: z.string().max(200).default(''),
      pageSize: z.number().int().min(1).max(2000).default(50),
    }),
    z.object({ items: z.array(awsProductSchema), total: z.number().int(), list: listSchema.nullable() }),
  ),
  'awsproducts.fetch': method(
    'Reads the list from the address in the preferences. A list that cannot be read or makes no sense fails, and the one before stays.',
    nothing,
    takenSchema,
  ),
  'awsproducts.load': method(
    'Takes the list from the text of a file. A text that makes no sense fails with its lines, and the list before stays.',
    z.strictObject({ name: z.string().min(1).max(255), text: z.string().max(8_000_000) }),
    takenSchema,
  ),
};

export const awsProductEvents = {
  'awsproducts.changed': event('Another list of products was taken.', z.object({ count: z.number().int() })),
};
