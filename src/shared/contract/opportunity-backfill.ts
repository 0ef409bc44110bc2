/** Backfill of opportunities: what it would cost, start, progress, pause, and what became of each opportunity. */
import { z } from 'zod';
import { partnerCatalogSchema } from '../domain/account/account.ts';
import {
  backfillRowSchema,
  backfillRowStateSchema,
  backfillSchema,
  backfillWishSchema,
} from '../domain/opportunity/backfill.ts';
import { accountKeySchema, awsAccountIdSchema, pageRequestSchema } from '../domain/primitives.ts';
import { event, method } from './define.ts';

const one = z.strictObject({ id: z.string() });

export const backfillGuardsSchema = z.object({
  awsAccountId: awsAccountIdSchema,
  catalog: partnerCatalogSchema,
  /** Opportunities that the copy holds, and how many of them the wish fits. */
  held: z.number().int(),
  fitting: z.number().int(),
  /** Calls and real time by what the copy holds: at least that. null where the copy was never filled. */
  estimate: z.object({ pages: z.number().int(), reads: z.number().int(), ms: z.number() }).nullable(),
  /** AWS's limits that the reads share with everything else of the account. */
  quota: z.object({ perSecond: z.number(), perDay: z.number(), leftToday: z.number() }),
  /** Reads of the day that a backfill leaves for other work. */
  reserve: z.number().int(),
  /** Drafts that change an opportunity of AWS: a backfill leaves them as they are. */
  drafts: z.array(z.object({ draftId: z.string(), name: z.string(), opportunityId: z.string(), isSent: z.boolean() })),
  draftCount: z.number().int(),
  /** A sync of the account is under way: it is stopped, and what it has read stays. */
  syncRunning: z.boolean(),
  /** The backfill of this account that is not over. */
  openId: z.string().nullable(),
});

export const opportunityBackfillMethods = {
  'opportunities.backfill.preview': method(
    'What a backfill would meet: account and catalog, calls, time and what is left of the day, drafts that stay untouched. Asks AWS nothing.',
    z.strictObject({ account: accountKeySchema, wish: backfillWishSchema }),
    backfillGuardsSchema,
  ),
  'opportunities.backfill.start': method(
    'Starts a backfill; `countOnly` lists first and waits for a word before it reads. One of an account at a time.',
    z.strictObject({ account: accountKeySchema, wish: backfillWishSchema, countOnly: z.boolean().default(false) }),
    backfillSchema,
  ),
  'opportunities.backfill.list': method(
    'Backfills, newest first; null = of all accounts.',
    pageRequestSchema.extend({ account: accountKeySchema.nullable() }),
    z.object({ items: z.array(backfillSchema), total: z.number().int() }),
  ),
  'opportunities.backfill.get': method('One backfill with its counts.', one, backfillSchema),
  'opportunities.backfill.rows': method(
    'Opportunities of a backfill in the order of AWS’s list; empty states = all.',
    pageRequestSchema.extend({ id: z.string(), states: z.array(backfillRowStateSchema).default([]) }),
    z.object({ items: z.array(backfillRowSchema), total: z.number().int() }),
  ),
  'opportunities.backfill.pause': method('Reads no further; what is under way is kept.', one, backfillSchema),
  'opportunities.backfill.resume': method('Goes on where it was; one that was counted reads.', one, backfillSchema),
  'opportunities.backfill.cancel': method('Ends it for good; what was read stays.', one, backfillSchema),
  'opportunities.backfill.retry': method('Puts those in line again that could not be read.', one, backfillSchema),
};

export const opportunityBackfillEvents = {
  'opportunities.backfillChanged': event(
    'A backfill moved on.',
    z.object({ account: accountKeySchema, id: z.string() }),
  ),
};
