/** One agreement in readable form, from the copy: row, terms, and what was read when its page was opened. */
import { z } from 'zod';
import type { AgreementDetail, AgreementSummary, Charge, Invoice } from '../../shared/domain/agreement/agreement.ts';
import { missingPartSchema } from '../../shared/domain/agreement/agreement.ts';
import { toCatalogTerms } from '../../shared/domain/agreement/accepted-terms.ts';
import { matchPayments } from '../../shared/domain/agreement/payments.ts';
import { chosenOf, scheduleOf } from '../../shared/domain/agreement/readings.ts';
import { findCurrency, toReadableTerms } from '../../shared/domain/offer/readable.ts';
import type { StoredPage, StoredTerms } from './store.ts';

const text = z.string().nullish().catch(null);
const amountText = z.string().catch('');

/** The page as it lies on disk; whatever AWS leaves out is empty. */
const pageSchema = z.object({
  description: z
    .looseObject({
      endTimeBehavior: z.looseObject({ renewalSummary: z.looseObject({ offerId: text }).nullish() }).nullish(),
    })
    .nullish()
    .catch(null),
  entitlements: z
    .array(
      z.looseObject({
        resource: z.looseObject({ id: text, type: text }).nullish(),
        type: text,
        status: text,
        statusReasonCode: text,
        licenseArn: text,
      }),
    )
    .catch([]),
  charges: z.array(z.looseObject({ id: text, amount: amountText, currencyCode: text, time: text })).catch([]),
  invoices: z
    .array(
      z.looseObject({
        invoiceId: text,
        invoiceType: text,
        issuedTime: text,
        invoiceBillingPeriod: z.looseObject({ month: z.number(), year: z.number() }).nullish().catch(null),
        pricingCurrencyAmount: z
          .looseObject({ amount: text, maxAdjustmentAmount: text, currencyCode: text })
          .nullish()
          .catch(null),
        invoicingEntity: z.looseObject({ legalName: text }).nullish().catch(null),
      }),
    )
    .catch([]),
  missing: z.array(missingPartSchema).catch([]),
});
type Page = z.infer<typeof pageSchema>;

const NO_PAGE: Page = { description: null, entitlements: [], charges: [], invoices: [], missing: [] };

interface Parts {
  readonly summary: AgreementSummary;
  readonly chain: readonly AgreementSummary[];
  readonly terms: StoredTerms | null;
  readonly page: StoredPage | null;
  readonly today: string;
}

export function toAgreementDetail({ summary, chain, terms, page: stored, today }: Parts): AgreementDetail {
  const page = stored ? pageSchema.parse(stored.document) : NO_PAGE;
  const catalogTerms = toCatalogTerms(terms?.accepted ?? []);
  const invoices = page.invoices.map(toInvoice);
  return {
    summary,
    terms: toReadableTerms(catalogTerms),
    chosen: chosenOf(catalogTerms),
    payments: matchPayments(scheduleOf(catalogTerms), invoices, {
      currency: findCurrency(catalogTerms) ?? summary.currency ?? '',
      today,
      endedOn: endedOn(summary, chain),
    }),
    charges: page.charges.map(toCharge),
    invoices,
    entitlements: page.entitlements.map((each) => ({
      resourceId: each.resource?.id ?? '',
      resourceType: each.resource?.type ?? '',
      type: each.type ?? null,
      status: each.status ?? '',
      reason: each.statusReasonCode ?? null,
      licenseArn: each.licenseArn ?? null,
    })),
    renewalOfferId: page.description?.endTimeBehavior?.renewalSummary?.offerId ?? null,
    chain: [...chain],
    missing: [...page.missing],
    document: {
      acceptedTerms: terms?.accepted ?? null,
      ...(typeof stored?.document === 'object' ? stored.document : {}),
    },
    syncedAt:
      [stored?.readAt, terms?.readAt]
        .filter((at) => at !== undefined)
        .sort()
        .at(-1) ?? null,
  };
}

/** The day from which scheduled charges no longer come; null while the agreement is in force. */
function endedOn(summary: AgreementSummary, chain: readonly AgreementSummary[]): string | null {
  if (summary.status === 'ACTIVE') return null;
  const index = chain.findIndex(({ id }) => id === summary.id);
  const successor = summary.status === 'REPLACED' ? chain[index + 1]?.acceptedAt : null;
  return (successor ?? summary.updatedAt ?? summary.endsAt)?.slice(0, 10) ?? null;
}

function toCharge(charge: Page['charges'][number]): Charge {
  return {
    id: charge.id ?? null,
    at: toInstant(charge.time),
    amount: charge.amount,
    currency: charge.currencyCode ?? '',
  };
}

function toInvoice(invoice: Page['invoices'][number]): Invoice {
  const { invoiceBillingPeriod: period, pricingCurrencyAmount: amount } = invoice;
  return {
    id: invoice.invoiceId ?? '',
    type: invoice.invoiceType ?? '',
    issuedAt: toInstant(invoice.issuedTime),
    period: period ? `${period.year}-${String(period.month).padStart(2, '0')}` : null,
    amount: amount?.amount ?? '',
    maxAdjustment: amount?.maxAdjustmentAmount ?? null,
    currency: amount?.currencyCode ?? '',
    issuer: invoice.invoicingEntity?.legalName ?? null,
  };
}

function toInstant(text: string | null | undefined): string | null {
  const ms = Date.parse(text ?? '');
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
