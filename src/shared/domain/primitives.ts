/** Small value schemas used by every noun. Ids are strings everywhere; instants are ISO text in UTC; dates are calendar strings. */
import { z } from 'zod';

/** 12 digits, leading zeros kept. */
export const awsAccountIdSchema = z.string().regex(/^\d{12}$/);
/** `YYYY-MM-DD`, a date without a time or zone. */
export const plainDateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** ISO 8601 instant in UTC. */
export const instantSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
/** ISO 8601 duration as AWS takes it: years, months and days, no weeks. */
export const durationSchema = z.string().regex(/^P(?=.)(\d+Y)?(\d+M)?(\d+D)?$/);

/** Key of an account record on this machine; not the AWS account id. */
export const accountKeySchema = z.string().min(1).max(64);

export const pageRequestSchema = z.object({
  /** First page is 1. */
  page: z.number().int().min(1).default(1),
  pageSize: z.number().int().min(1).max(200).default(50),
});
export type PageRequest = z.infer<typeof pageRequestSchema>;

export const sortDirectionSchema = z.enum(['ascending', 'descending']);
