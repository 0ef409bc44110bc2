/** Reports over the sync log, from sums by day that outlive its records. */
import { z } from 'zod';
import { accountKeySchema, plainDateSchema } from '../domain/primitives.ts';
import { CALL_DIRECTIONS, CALL_STATUSES } from '../domain/sync/call.ts';
import { SYNC_REPORTS } from '../domain/sync/report.ts';
import { method } from './define.ts';
import { quotaSchema } from './history-calls.ts';

const period = {
  /** null = all accounts, and calls that belong to none. */
  account: accountKeySchema.nullable(),
  /** Days back from today, today inside. */
  days: z.number().int().min(1).max(366).default(30),
};

const throttlingSchema = z.object({
  service: z.string(),
  operation: z.string(),
  /** Calls of which AWS throttled an attempt, those that ended so, and the attempts in all. */
  calls: z.number().int(),
  ended: z.number().int(),
  throttles: z.number().int(),
  waitedMs: z.number(),
  quota: quotaSchema.nullable(),
});
export type Throttling = z.infer<typeof throttlingSchema>;

const daySumSchema = z.object({
  day: plainDateSchema,
  direction: z.enum(CALL_DIRECTIONS),
  status: z.enum(CALL_STATUSES),
  level: z.enum(['runs', 'calls']),
  calls: z.number().int(),
  records: z.number().int(),
  failedRecords: z.number().int(),
});

export const historyReportMethods = {
  'history.report': method(
    'Calls and jobs by day, direction and status, and where AWS throttled.',
    z.strictObject(period),
    z.object({
      /** First and last day, in UTC. */
      from: plainDateSchema,
      to: plainDateSchema,
      sums: z.array(daySumSchema),
      throttling: z.array(throttlingSchema),
      /** Before this day old records may have been removed from the log; null where none are. */
      removedBefore: plainDateSchema.nullable(),
    }),
  ),
  'history.reportText': method(
    'The table of one report as CSV.',
    z.strictObject({
      ...period,
      report: z.enum(SYNC_REPORTS),
      /** Words in the user’s language, of columns and of `purpose.…` values. */
      headings: z.record(z.string(), z.string()),
    }),
    z.object({ text: z.string(), suggestedName: z.string(), mediaType: z.string() }),
  ),
};
