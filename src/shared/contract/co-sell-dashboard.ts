/** The pipeline of co-sell opportunities in figures, of one catalog: real and trial opportunities are never counted together. */
import { z } from 'zod';
import { partnerCatalogSchema } from '../domain/account/account.ts';
import { invitationSummarySchema } from '../domain/opportunity/invitation.ts';
import { accountKeySchema, instantSchema, plainDateSchema } from '../domain/primitives.ts';
import { method } from './define.ts';

const count = z.number().int();

export const CO_SELL_WIDGETS = ['attention', 'invitations', 'stages', 'months', 'launched', 'lost'] as const;
export type CoSellWidget = (typeof CO_SELL_WIDGETS)[number];

export const CO_SELL_ATTENTION = ['action-required', 'pending-submission', 'overdue', 'invitations'] as const;

/** When open opportunities are to close: before this month, in one of twelve months, after them, or at no time that is named. */
export const CLOSE_PERIODS = ['overdue', 'month', 'later', 'none'] as const;

const sumSchema = z.object({
  /** null: those that name no expected spend. Never summed over currencies. */
  currency: z.string().nullable(),
  /** Exact decimal text: AWS revenue that is expected a month (ExpectedCustomerSpend). */
  amount: z.string(),
  count,
});

export const coSellDashboardSchema = z.object({
  today: plainDateSchema,
  catalog: partnerCatalogSchema,
  /** Those that the accounts in question use. */
  catalogs: z.array(partnerCatalogSchema),
  /** The older of the copies that the figures come from; null while one was never read to the end. */
  syncedAt: instantSchema.nullable(),
  /** What waits for a person; only what there is. */
  attention: z.array(z.object({ kind: z.enum(CO_SELL_ATTENTION), count })),
  /** Invitations without an answer, the nearest deadlines first. */
  invitations: z.object({ total: count, soonest: z.array(invitationSummarySchema) }),
  /** Open opportunities by stage. */
  stages: z.array(sumSchema.extend({ stage: z.string() })),
  /** Open opportunities by the month in which they are to close. */
  months: z.array(
    sumSchema.extend({
      period: z.enum(CLOSE_PERIODS),
      month: z.string().nullable(),
      from: plainDateSchema.nullable(),
      to: plainDateSchema.nullable(),
    }),
  ),
  /** Launched ones of the last twelve months, by their target close date. */
  launched: z.array(sumSchema.extend({ month: z.string(), from: plainDateSchema, to: plainDateSchema })),
  /** Closed Lost by reason; empty text where none is named. */
  lost: z.array(z.object({ reason: z.string(), count })),
});
export type CoSellDashboard = z.infer<typeof coSellDashboardSchema>;

const scope = {
  /** null = all accounts of one catalog. */
  account: accountKeySchema.nullable(),
  /** Of all accounts: which catalog; null = the real one where any account uses it. */
  catalog: partnerCatalogSchema.nullable().default(null),
};

export const coSellDashboardMethods = {
  'dashboards.coSell': method(
    'Figures over opportunities and invitations, from this machine’s copies. Nothing is read from AWS.',
    z.strictObject(scope),
    coSellDashboardSchema,
  ),
  'dashboards.coSellCsv': method(
    'The table behind one widget as CSV.',
    z.strictObject({
      ...scope,
      widget: z.enum(CO_SELL_WIDGETS),
      /** Column headings and AWS’s words in the person’s language. */
      headings: z.record(z.string(), z.string()),
    }),
    z.object({ text: z.string(), suggestedName: z.string(), mediaType: z.string() }),
  ),
};
