/** A solution of the partner as Partner Central lists it, and as this machine keeps it. */
import { z } from 'zod';
import { partnerCatalogSchema } from './account/account.ts';
import { accountKeySchema, instantSchema } from './primitives.ts';

/** AWS associates active ones only. */
export const SOLUTION_STATUSES = ['Active', 'Inactive', 'Draft'] as const;

export const solutionSchema = z.object({
  account: accountKeySchema,
  catalog: partnerCatalogSchema,
  /** `S-` and digits. */
  id: z.string(),
  name: z.string(),
  /** In AWS's word. */
  status: z.string(),
  category: z.string(),
  createdAt: instantSchema.nullable(),
  /** The same solution as AWS Marketplace knows it; null where it has none. */
  marketplaceArn: z.string().nullable(),
  /** When AWS was seen not to list it any more; null while it does. */
  goneAt: instantSchema.nullable(),
  /** How many opportunities of this machine's copy carry it. */
  opportunities: z.number().int(),
});
export type Solution = z.infer<typeof solutionSchema>;

/** Columns of the table for spreadsheets, in order; their headings are given under these keys. */
export const SOLUTION_CSV_COLUMNS = [
  'id',
  'name',
  'status',
  'category',
  'created',
  'marketplaceArn',
  'opportunities',
  'account',
  'awsAccountId',
  'catalog',
] as const;
