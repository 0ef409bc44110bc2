/** The review of an authorization: everything that would be sent, step by step, each line with the path of its field. */
import { OFFER_KIND_FACTS } from '../../offer/kinds.ts';
import { reviewSections, type ReviewLine } from '../../offer/wizard/review.ts';
import type { Product } from '../../product/product.ts';
import type { AuthorizationDraft } from '../draft.ts';
import type { AuthorizationStep } from '../finding.ts';
import { toSheet } from '../sheet.ts';
import { shownAuthorizationSteps } from './definition.ts';

export interface AuthorizationReviewSection {
  readonly step: AuthorizationStep;
  readonly lines: readonly ReviewLine[];
}

const text = (value: string) => ({ kind: 'text', text: value }) as const;
const key = (value: string) => ({ kind: 'key', key: value }) as const;

/** Labels are `review.label.<label>` of the wizard's catalogue, or `authorizations:review.<label>` where they begin with a colon. */
export function authorizationReview(draft: AuthorizationDraft, product: Product | null): AuthorizationReviewSection[] {
  const shared = new Map(reviewSections(toSheet(draft), product).map(({ step, lines }) => [step, lines]));
  const linesOf: Readonly<Record<AuthorizationStep, () => readonly (ReviewLine | null)[]>> = {
    'product-partner': () => [
      ...(shared.get('product-buyers') ?? []).filter(({ label }) => label !== 'buyers'),
      { label: ':resellers', path: 'resellers', value: { kind: 'texts', texts: draft.resellers } },
      {
        label: 'buyers',
        path: 'buyers',
        value: draft.buyers.length > 0 ? { kind: 'texts', texts: draft.buyers } : key('authorizations:buyers.any'),
      },
    ],
    details: () => shared.get('details') ?? [],
    pricing: () => describePricing(draft, shared.get('pricing') ?? []),
    schedule: () => shared.get('schedule') ?? [],
    legal: () => [...(shared.get('eula') ?? []), ...describeContract(draft)],
    validity: () => [
      ...describeValidity(draft),
      ...(shared.get('expiry') ?? []).filter(({ label }) => label !== 'expiry'),
    ],
    review: () => [],
  };
  return shownAuthorizationSteps(draft)
    .filter((step) => step !== 'review')
    .map((step) => ({ step, lines: linesOf[step]().filter((line) => line !== null) }));
}

function describePricing({ kind, pricing, installments }: AuthorizationDraft, shared: readonly ReviewLine[]) {
  const hasPrices = kind !== null && (!installments.enabled || OFFER_KIND_FACTS[kind].usagePrices);
  const fixed = shared.some(({ label }) => label === 'fixedDuration');
  return [
    hasPrices ? { label: ':entry', path: 'pricing', value: key(`authorizations:entry.${pricing.entry}.label`) } : null,
    hasPrices && pricing.entry === 'discount'
      ? { label: ':discount', path: 'pricing.discountPercent', value: text(`${pricing.discountPercent} %`) }
      : null,
    ...shared,
    installments.enabled && !fixed && kind !== null && OFFER_KIND_FACTS[kind].installments
      ? {
          label: 'fixedDuration',
          path: 'installments.duration',
          value: { kind: 'duration', duration: installments.duration } as const,
        }
      : null,
  ];
}

function describeContract({ resellerContract: contract }: AuthorizationDraft): ReviewLine[] {
  const line: ReviewLine = {
    label: ':resellerContract',
    path: 'resellerContract',
    value: key(`authorizations:contract.${contract.kind}.label`),
  };
  if (contract.kind !== 'custom') return [line];
  return [line, { label: ':contractFile', path: 'resellerContract.file', value: text(contract.file?.name ?? '') }];
}

function describeValidity(draft: AuthorizationDraft): ReviewLine[] {
  const { validity, availabilityEndDate, latestStartDate, netPayment } = draft;
  const optional = (label: string, path: string, value: ReviewLine['value'], shown: boolean): ReviewLine[] =>
    shown ? [{ label, path, value }] : [];
  return [
    { label: ':validity', path: 'validity', value: key(`authorizations:validity.${validity}.label`) },
    ...optional(
      ':endDate',
      'availabilityEndDate',
      { kind: 'date', date: availabilityEndDate },
      validity === 'specific-date' || (validity === 'single-use' && availabilityEndDate !== ''),
    ),
    ...optional(':latestStart', 'latestStartDate', { kind: 'date', date: latestStartDate }, latestStartDate !== ''),
    ...optional(':netPayment', 'netPayment', { kind: 'duration', duration: netPayment }, netPayment !== ''),
  ];
}
