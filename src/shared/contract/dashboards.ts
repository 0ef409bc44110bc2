/** Figures over one or all accounts, each with the list behind it. */
import { z } from 'zod';
import { offerStateSchema } from '../domain/offer/offer.ts';
import { authorizationStateSchema } from '../domain/authorization/authorization.ts';
import { accountKeySchema, instantSchema, plainDateSchema } from '../domain/primitives.ts';
import { method } from './define.ts';

const monthSchema = z.string().regex(/^\d{4}-\d{2}$/);
const count = z.number().int();

export const DASHBOARD_WIDGETS = [
  'attention',
  'offers',
  'expiring',
  'accepted',
  'ending',
  'authorizations',
  'freshness',
] as const;
export type DashboardWidget = (typeof DASHBOARD_WIDGETS)[number];

/** What has its own copy and its own reading from AWS. */
export const COPIED_FEATURES = ['products', 'offers', 'agreements', 'authorizations'] as const;

export const ATTENTION_KINDS = ['stopped', 'failed', 'differs', 'unread', 'drafts-at-aws', 'queue'] as const;

export const dashboardSchema = z.object({
  today: plainDateSchema,
  /** What waits for a person; only what there is. */
  attention: z.array(z.object({ kind: z.enum(ATTENTION_KINDS), count })),
  offers: z.array(z.object({ state: offerStateSchema, count })),
  /** Active private offers by when they expire; the days belong to the range. */
  expiring: z.array(z.object({ withinDays: count, from: plainDateSchema, to: plainDateSchema, count })),
  /** Agreements accepted in the last twelve months; never summed over currencies. */
  accepted: z.array(
    z.object({
      month: monthSchema,
      from: plainDateSchema,
      to: plainDateSchema,
      /** null: agreements whose value AWS does not tell. */
      currency: z.string().nullable(),
      /** Exact decimal text. */
      amount: z.string(),
      count,
    }),
  ),
  /** Active agreements by the month in which they end, this month and the eleven after it. */
  ending: z.array(z.object({ month: monthSchema, from: plainDateSchema, to: plainDateSchema, count })),
  /** Authorizations that the accounts have issued. */
  authorizations: z.array(
    z.object({
      partner: z.string(),
      partnerName: z.string().nullable(),
      state: authorizationStateSchema,
      count,
    }),
  ),
  freshness: z.array(
    z.object({
      account: accountKeySchema,
      feature: z.enum(COPIED_FEATURES),
      readAt: instantSchema.nullable(),
    }),
  ),
});
export type Dashboard = z.infer<typeof dashboardSchema>;

export const dashboardMethods = {
  'dashboards.get': method(
    'All figures, from this machine’s copies; null = over all accounts. Nothing is read from AWS.',
    z.strictObject({ account: accountKeySchema.nullable() }),
    dashboardSchema,
  ),
  'dashboards.csv': method(
    'The table behind one widget as CSV.',
    z.strictObject({
      account: accountKeySchema.nullable(),
      widget: z.enum(DASHBOARD_WIDGETS),
      /** Column headings and words for states in the person’s language. */
      headings: z.record(z.string(), z.string()),
    }),
    z.object({ text: z.string(), suggestedName: z.string(), mediaType: z.string() }),
  ),
};

export const dashboardEvents = {};
