/** One-click corrections: each takes a draft and gives a draft in which its rule is no longer broken. */
import { addDuration, lastDayOf } from '../../dates/duration.ts';
import { compareDates, daysBetween } from '../../dates/plain-date.ts';
import { sumAmounts } from '../../money/amount.ts';
import type { Product } from '../../product/product.ts';
import { EMPTY_FREE_TRIAL, type RenewalTerm } from '../draft-terms.ts';
import type { Installment, OfferDraft } from '../draft.ts';
import { trialDimensions } from '../kinds.ts';
import { STANDARD_EULA_VERSION } from './eula-rules.ts';
import { plainPunctuation } from './extra-rules.ts';
import { gatherFacts, type OfferFacts } from './facts.ts';
import type { PreflightContext } from './rule.ts';
import { expiryBeforeSecondCharge } from './schedule-rules.ts';
import { serviceSpan, shortestServiceEnd } from './service-rules.ts';

type Fix = (draft: OfferDraft, facts: OfferFacts) => OfferDraft;

const fixes = {
  'remove-duplicate-buyers': (draft) => ({ ...draft, buyers: unique(draft.buyers) }),
  'remove-duplicate-countries': (draft) => ({ ...draft, countryCodes: unique(draft.countryCodes) }),
  'trim-name': (draft) => ({ ...draft, name: draft.name.trim() }),
  'trim-description': (draft) => ({ ...draft, description: draft.description.trim() }),
  'use-usd': (draft) => ({ ...draft, currency: 'USD' }),
  'extend-service': extendService,
  'allow-zero-prices': (draft) => ({ ...draft, allowZeroPrices: true }),
  'use-fixed-duration': useFixedDuration,
  'match-service-dates': matchServiceDates,
  'clear-fixed-duration': (draft) => ({ ...draft, installments: { ...draft.installments, duration: '' } }),
  'use-units': (draft) => ({ ...draft, contract: { ...draft.contract, selection: 'units' } }),
  'match-public-selection': (draft, { product }) => ({
    ...draft,
    contract: {
      ...draft.contract,
      selection: product?.publicTerms?.constraint === 'Disallowed' ? 'tiers' : 'units',
    },
  }),
  'merge-same-dates': (draft) => ({
    ...draft,
    installments: { ...draft.installments, schedule: mergeSameDates(draft.installments.schedule) },
  }),
  'expire-before-second-charge': (draft, facts) => ({
    ...draft,
    availabilityEndDate: expiryBeforeSecondCharge(facts) ?? draft.availabilityEndDate,
  }),
  'use-latest-eula': (draft) => ({ ...draft, eula: { kind: 'standard', version: STANDARD_EULA_VERSION } }),
  'drop-carried': (draft) => ({ ...draft, carried: { terms: [], rules: [], members: [] } }),
  'clear-net-payment': (draft) => ({ ...draft, netPayment: '' }),
  'plain-refund-policy': (draft) => ({ ...draft, refundPolicy: plainPunctuation(draft.refundPolicy) }),
  'trim-refund-policy': (draft) => ({ ...draft, refundPolicy: draft.refundPolicy.trim() }),
  'clear-adjustment-days': (draft) => withRenewal(draft, (term) => ({ ...term, adjustmentDays: '' })),
  'lengthen-adjustment': (draft) =>
    withRenewal(draft, (term) => ({ ...term, adjustmentDays: String(Number(plain(term.lockoutDays)) + 1) })),
  'clear-template-days': (draft) =>
    withRenewal(draft, ({ template, ...term }) => ({
      ...term,
      template: { ...template, charges: template.charges.map((charge) => ({ ...charge, dayOfMonth: '' })) },
    })),
  'clear-buyers': (draft) => ({ ...draft, buyers: [] }),
  'clear-refund-policy': (draft) => ({ ...draft, refundPolicy: '' }),
  'clear-free-trial': (draft) => ({ ...draft, freeTrial: EMPTY_FREE_TRIAL }),
  'grant-all-dimensions': grantAllDimensions,
  'drop-renewal-term': (draft) => ({ ...draft, renewalTerm: null }),
} satisfies Record<string, Fix>;

export type FixId = keyof typeof fixes;
export const FIX_IDS: readonly string[] = Object.keys(fixes);

function isFixId(id: string): id is FixId {
  return Object.hasOwn(fixes, id);
}

/** Applies the fix that a finding names, under the same product and context. An unknown id changes nothing. */
export function applyFix(
  fixId: string,
  draft: OfferDraft,
  product: Product | null,
  context: PreflightContext,
): OfferDraft {
  if (!isFixId(fixId)) return draft;
  const fix: Fix = fixes[fixId];
  return fix(draft, gatherFacts(draft, product, context));
}

function withRenewal(draft: OfferDraft, change: (term: RenewalTerm) => RenewalTerm): OfferDraft {
  return draft.renewalTerm === null ? draft : { ...draft, renewalTerm: change(draft.renewalTerm) };
}

const plain = (text: string) => text.normalize('NFKC').trim();

function unique(entries: readonly string[]): string[] {
  return [...new Set(entries.map(plain))];
}

/** What is granted already keeps its quantity; the others take the first one, as AWS wants them alike. */
function grantAllDimensions(draft: OfferDraft, { product }: OfferFacts): OfferDraft {
  const { grants } = draft.freeTrial;
  const quantity = grants[0]?.quantity ?? '';
  const all = trialDimensions(product ?? { dimensions: [] }).map(
    ({ key }) => grants.find(({ dimensionKey }) => dimensionKey === key) ?? { dimensionKey: key, quantity },
  );
  return { ...draft, freeTrial: { ...draft.freeTrial, grants: all } };
}

function extendService(draft: OfferDraft, facts: OfferFacts): OfferDraft {
  const end = shortestServiceEnd(facts);
  if (end === null || draft.service.mode !== 'duration') return draft;
  const { today } = facts.context;
  if (facts.kind?.serviceDurationUnit === 'days') {
    return { ...draft, service: { mode: 'duration', duration: `P${daysBetween(today, end)}D` } };
  }
  let months = 1;
  while (compareDates(addDuration(today, `P${months}M`), end) < 0) months += 1;
  return { ...draft, service: { mode: 'duration', duration: `P${months}M` } };
}

function useFixedDuration(draft: OfferDraft, { kind }: OfferFacts): OfferDraft {
  const duration = kind?.fixedContractDuration;
  if (!duration) return draft;
  return {
    ...draft,
    contract: { ...draft.contract, rateCards: draft.contract.rateCards.map((card) => ({ ...card, duration })) },
    installments: { ...draft.installments, duration },
  };
}

/** The service runs for the priced duration from its first day on. */
function matchServiceDates(draft: OfferDraft, facts: OfferFacts): OfferDraft {
  const span = serviceSpan(facts);
  const duration = draft.contract.rateCards[0]?.duration;
  if (span === null || duration === undefined) return draft;
  return { ...draft, service: { mode: 'dates', startDate: span.start, endDate: lastDayOf(span.start, duration) } };
}

/** Rows of one day become one row with their sum, at the place of the first. */
function mergeSameDates(rows: readonly Installment[]): Installment[] {
  const merged = new Map<string, Installment>();
  for (const row of rows) {
    const earlier = row.date === '' ? undefined : merged.get(row.date);
    const key = row.date === '' ? `row ${merged.size}` : row.date;
    merged.set(key, earlier ? { ...earlier, amount: sumAmounts([earlier.amount, row.amount].map(plain)) } : row);
  }
  return [...merged.values()];
}
