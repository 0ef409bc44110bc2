/** Reading many opportunities from AWS on a person's word: which ones, how far it is, what became of each. */
import { z } from 'zod';
import { partnerCatalogSchema } from '../account/account.ts';
import { accountKeySchema, instantSchema, plainDateSchema } from '../primitives.ts';
import { appErrorSchema } from '../../errors/app-error.ts';
import { OPPORTUNITY_STAGES, REVIEW_STATUSES } from './opportunity.ts';

export const BACKFILL_MODES = ['all', 'held', 'stale'] as const;
export const backfillModeSchema = z.enum(BACKFILL_MODES);
export type BackfillMode = z.infer<typeof backfillModeSchema>;

/** As many values as one question to AWS may name; ids are asked for in several questions. */
const MOST_VALUES = 10;
const MOST_IDS = 400;
/** Filters of our own, looked at once AWS has listed. */
const MOST_OWN = 50;

const range = () => ({ from: plainDateSchema.nullable().default(null), to: plainDateSchema.nullable().default(null) });
const word = z.string().min(1).max(120);

export const backfillFilterSchema = z.strictObject({
  stages: z.array(z.enum(OPPORTUNITY_STAGES)).max(MOST_VALUES).default([]),
  reviewStatuses: z.array(z.enum(REVIEW_STATUSES)).max(MOST_VALUES).default([]),
  /** Whole days in UTC, both ends included. */
  modified: z.strictObject(range()).prefault({}),
  created: z.strictObject(range()).prefault({}),
  close: z.strictObject(range()).prefault({}),
  /** Whole names, as AWS's own filter takes them. */
  customers: z.array(word).max(MOST_VALUES).default([]),
  identifiers: z
    .array(z.string().regex(/^O[0-9]{1,19}$/))
    .max(MOST_IDS)
    .default([]),
  /** AWS has no filter for the rest: they are left out once its list has shown them. A part of the customer's name. */
  customerPart: z.string().max(120).default(''),
  /** Two letters. */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(MOST_OWN)
    .default([]),
  industries: z.array(word).max(MOST_OWN).default([]),
  types: z.array(word).max(MOST_OWN).default([]),
});
export type BackfillFilter = z.infer<typeof backfillFilterSchema>;

export const backfillWishSchema = z.strictObject({
  /** `all` that AWS shows; those `held` here; `stale`: those whose last change here is missing or another than AWS's. */
  mode: backfillModeSchema,
  filter: backfillFilterSchema.prefault({}),
});
export type BackfillWish = z.infer<typeof backfillWishSchema>;

/** Whether AWS's list is asked for whole: only then does it tell what is gone, and what the next sync may start from. */
export function isWhole({ filter }: BackfillWish): boolean {
  return Object.values(filter).every((value) => {
    if (typeof value === 'string') return value.trim() === '';
    if (Array.isArray(value)) return value.length === 0;
    return value.from === null && value.to === null;
  });
}

/**
 * What became of an opportunity: in line; read and new here, changed, the same; not read since it is the one held here (`current`) or
 * since it was not asked for (`left-out`); no longer shown by AWS; could not be read.
 */
export const BACKFILL_ROW_STATES = [
  'queued',
  'new',
  'changed',
  'unchanged',
  'current',
  'left-out',
  'gone',
  'failed',
] as const;
export const backfillRowStateSchema = z.enum(BACKFILL_ROW_STATES);
export type BackfillRowState = z.infer<typeof backfillRowStateSchema>;

/** `counted`: all is listed, a person says whether it is read. `held`: stopped by a failure. */
export const backfillStateSchema = z.enum(['running', 'paused', 'held', 'counted', 'ended', 'cancelled']);
export type BackfillState = z.infer<typeof backfillStateSchema>;

/** Not over: another one of the account has to wait. */
export const OPEN_BACKFILL_STATES: readonly BackfillState[] = ['running', 'paused', 'held', 'counted'];

export const backfillSchema = z.object({
  id: z.string(),
  account: accountKeySchema,
  catalog: partnerCatalogSchema,
  wish: backfillWishSchema,
  /** Ends with the list, so that a person sees how many reads it takes. */
  countOnly: z.boolean(),
  state: backfillStateSchema,
  phase: z.enum(['listing', 'reading']),
  /** Pages of AWS's list so far. */
  pages: z.number().int(),
  counts: z.record(backfillRowStateSchema, z.number().int()),
  /** Why it is held. */
  error: appErrorSchema.nullable(),
  /** When a held one goes on by itself; null: when a person says so. */
  resumeAt: instantSchema.nullable(),
  /** Real time that the reads in line take at least. */
  remainingMs: z.number().nullable(),
  createdAt: instantSchema,
  endedAt: instantSchema.nullable(),
});
export type Backfill = z.infer<typeof backfillSchema>;

export const backfillRowSchema = z.object({
  opportunityId: z.string(),
  customer: z.string(),
  stage: z.string(),
  /** AWS's last change, as its list told; null where it told none. */
  modifiedAt: instantSchema.nullable(),
  state: backfillRowStateSchema,
  /** A draft on this machine changes it: that stays as it is. */
  draftId: z.string().nullable(),
  /** Why it could not be read. */
  error: appErrorSchema.nullable(),
});
export type BackfillRow = z.infer<typeof backfillRowSchema>;
