/** Discount, fixed units, dates, documents and what AWS holds already. */
import { OfferdeckError } from '../../../errors/app-error.ts';
import { addMonths, isPlainDate } from '../../dates/plain-date.ts';
import { problemIf, type Problem } from '../../offer/preflight/rule.ts';
import { compileAuthorization, NO_DOCUMENTS } from '../compile.ts';
import { readPercent } from '../discount.ts';
import { own, type AuthorizationFacts, type AuthorizationRule } from './rule.ts';

const NET_PAYMENTS = ['P15D', 'P30D', 'P45D', 'P60D', 'P90D', 'P120D'] as const;
const LARGE_BYTES = 10 * 1024 * 1024;
/** AWS's bound for future dated agreements. */
const MONTHS_AHEAD = 36;

/** The last day of use as a real date, where one counts. */
function lastDay({ draft }: AuthorizationFacts): string | null {
  return draft.validity !== 'no-set-duration' && isPlainDate(draft.availabilityEndDate)
    ? draft.availabilityEndDate
    : null;
}

/** Charges on or before the last day of use. */
function earlyCharges(facts: AuthorizationFacts): Problem[] {
  const end = lastDay(facts);
  if (end === null) return [];
  return facts.sheet.charges.flatMap(({ rowPath, date, dateIsValid }) =>
    problemIf(dateIsValid && date <= end, `${rowPath}.date`, { value: date, date: end }),
  );
}

const isFilled = (date: string) => date.trim() !== '';

export const pricingTermRules: readonly AuthorizationRule[] = [
  own({
    id: 'discount-invalid',
    severity: 'error',
    step: 'pricing',
    source: 'Own rule: a discount is 0 to 100 percent',
    stage: 'release',
    check: ({ draft, sheet }) => {
      const { entry, discountPercent } = draft.pricing;
      const isUsed = entry === 'discount' && !(sheet.paid && !sheet.kind?.usagePrices);
      return problemIf(isUsed && readPercent(discountPercent) === null, 'pricing.discountPercent', {
        value: discountPercent,
      });
    },
  }),
  own({
    id: 'fixed-duration-missing',
    severity: 'error',
    step: 'pricing',
    source: '5.2 ResaleFixedUpfrontPricingTerm: Duration required',
    stage: 'release',
    check: ({ draft, sheet }) =>
      problemIf(sheet.paid && draft.installments.duration.trim() === '', 'installments.duration'),
  }),
];

export const scheduleTermRules: readonly AuthorizationRule[] = [
  own({
    id: 'schedule-needs-single-use',
    severity: 'error',
    step: 'validity',
    source: '5.3 with a payment schedule: single use and an end date are mandatory',
    stage: 'release',
    fix: 'use-single-use',
    check: ({ draft, sheet }) => problemIf(sheet.paid && draft.validity !== 'single-use', 'validity'),
  }),
  own({
    id: 'charge-before-end',
    severity: 'error',
    step: 'schedule',
    source: '5.3 end date before all charge dates (INVALID_CHARGE_DATES)',
    stage: 'release',
    check: earlyCharges,
  }),
];

export const legalTermRules: readonly AuthorizationRule[] = [
  own({
    id: 'eula-at-aws',
    severity: 'error',
    step: 'legal',
    source: '3.11 the copy at AWS is not the seller’s: attach the text again',
    stage: 'release',
    check: ({ draft }) => problemIf(draft.eula.kind === 'held-by-aws', 'eula'),
  }),
  own({
    id: 'reseller-contract-at-aws',
    severity: 'error',
    step: 'legal',
    source: '3.11 the copy at AWS is not the seller’s: attach the text again',
    stage: 'release',
    check: ({ draft }) => problemIf(draft.resellerContract.kind === 'held-by-aws', 'resellerContract'),
  }),
  own({
    id: 'reseller-contract-file-missing',
    severity: 'error',
    step: 'legal',
    source: '5.2 ResaleLegalTerm: CustomResellerContract with Url',
    stage: 'request',
    check: ({ draft: { resellerContract: contract } }) =>
      problemIf(contract.kind === 'custom' && contract.file === null, 'resellerContract.file'),
  }),
  own({
    id: 'reseller-contract-bucket-missing',
    severity: 'error',
    step: 'legal',
    source: '3.11 custom documents: AWS reads them from the seller’s bucket',
    stage: 'request',
    check: ({ draft: { resellerContract: contract }, context }) =>
      problemIf(
        contract.kind === 'custom' && contract.file !== null && !context.eulaBucketConfigured,
        'resellerContract',
      ),
  }),
  own({
    id: 'reseller-contract-large',
    severity: 'warning',
    step: 'legal',
    source: '3.11 custom documents: size limit not published, warn above 10 MB',
    stage: 'release',
    check: ({ draft: { resellerContract: contract } }) =>
      problemIf(contract.kind === 'custom' && (contract.file?.sizeBytes ?? 0) > LARGE_BYTES, 'resellerContract.file', {
        max: LARGE_BYTES / 1024 / 1024,
      }),
  }),
];

const latestStartRules: readonly AuthorizationRule[] = [
  own({
    id: 'latest-start-not-saas',
    severity: 'error',
    step: 'validity',
    source: '5.1 UpdateBuyerValidityTerms: SaaS only (INCOMPATIBLE_PRODUCT)',
    stage: 'request',
    fix: 'clear-latest-start',
    check: ({ draft }) =>
      problemIf(
        isFilled(draft.latestStartDate) && draft.product !== null && draft.product.type !== 'SaaSProduct',
        'latestStartDate',
      ),
  }),
  own({
    id: 'latest-start-invalid',
    severity: 'error',
    step: 'validity',
    source: '5.1 MaximumAgreementStartDate YYYY-MM-DD',
    stage: 'request',
    check: ({ draft }) =>
      problemIf(isFilled(draft.latestStartDate) && !isPlainDate(draft.latestStartDate), 'latestStartDate', {
        value: draft.latestStartDate,
      }),
  }),
  own({
    id: 'latest-start-past',
    severity: 'error',
    step: 'validity',
    source: '5.8 INVALID_MAXIMUM_AGREEMENT_START_DATE: a date to come',
    stage: 'release',
    check: ({ draft, context }) =>
      problemIf(isPlainDate(draft.latestStartDate) && draft.latestStartDate <= context.today, 'latestStartDate'),
  }),
  own({
    id: 'latest-start-too-late',
    severity: 'error',
    step: 'validity',
    source: '5.1 MaximumAgreementStartDate at most 3 years ahead',
    stage: 'release',
    check: ({ draft, context }) => {
      const latest = addMonths(context.today, MONTHS_AHEAD);
      return problemIf(isPlainDate(draft.latestStartDate) && draft.latestStartDate > latest, 'latestStartDate', {
        date: latest,
      });
    },
  }),
];

export const validityTermRules: readonly AuthorizationRule[] = [
  own({
    id: 'end-date-missing',
    severity: 'error',
    step: 'validity',
    source: '5.3 specific date, or with a payment schedule: AvailabilityEndDate',
    stage: 'release',
    check: ({ draft, sheet }) =>
      problemIf(
        !isFilled(draft.availabilityEndDate) &&
          (draft.validity === 'specific-date' || (sheet.paid && draft.validity === 'single-use')),
        'availabilityEndDate',
      ),
  }),
  own({
    id: 'end-date-invalid',
    severity: 'error',
    step: 'validity',
    source: '5.1 AvailabilityEndDate YYYY-MM-DD',
    stage: 'request',
    check: ({ draft }) =>
      problemIf(
        draft.validity !== 'no-set-duration' &&
          isFilled(draft.availabilityEndDate) &&
          !isPlainDate(draft.availabilityEndDate),
        'availabilityEndDate',
        { value: draft.availabilityEndDate },
      ),
  }),
  own({
    id: 'end-date-past',
    severity: 'error',
    step: 'validity',
    source: '5.8 INVALID_AVAILABILITY_END_DATE: in the future',
    stage: 'release',
    check: (facts) => {
      const end = lastDay(facts);
      return problemIf(end !== null && end <= facts.context.today, 'availabilityEndDate', {
        date: facts.context.today,
      });
    },
  }),
  ...latestStartRules,
  own({
    id: 'net-payment-invalid',
    severity: 'error',
    step: 'validity',
    source: '3.2 PaymentDuePeriod: P15D, P30D, P45D, P60D, P90D, P120D',
    stage: 'request',
    check: ({ draft }) =>
      problemIf(draft.netPayment !== '' && !NET_PAYMENTS.some((period) => period === draft.netPayment), 'netPayment', {
        value: draft.netPayment,
      }),
  }),
];

/** What an Update…Terms change cannot take away again. */
function irremovable({ draft, context: { held } }: AuthorizationFacts): Problem[] {
  if (draft.target === null || !held) return [];
  const wasLimited = held.validity !== 'no-set-duration' && draft.validity === 'no-set-duration';
  const lostUse = held.validity === 'single-use' && draft.validity === 'specific-date';
  const lostEnd =
    draft.validity === 'single-use' && held.availabilityEndDate !== '' && draft.availabilityEndDate === '';
  return [
    ...problemIf(held.buyers.length > 0 && draft.buyers.length === 0, 'buyers'),
    ...problemIf(isFilled(held.latestStartDate) && !isFilled(draft.latestStartDate), 'latestStartDate'),
    ...problemIf(wasLimited || lostUse, 'validity'),
    ...problemIf(lostEnd, 'availabilityEndDate'),
    ...problemIf(held.isRenewal === true && draft.isRenewal === false, 'isRenewal'),
  ];
}

/** The names that compiling refuses to drop; nothing where it fails for another reason, which other rules name. */
function lostTerms({ draft, product, context }: AuthorizationFacts): Problem[] {
  const { terms, rules, members } = draft.carried;
  if (product === null || terms.length + rules.length + members.length === 0) return [];
  try {
    compileAuthorization(draft, product, {
      intent: 'draft',
      reseller: draft.resellers[0] ?? '',
      documents: NO_DOCUMENTS,
      changeSetName: '',
      ...(context.held && { held: context.held }),
    });
    return [];
  } catch (error) {
    if (!(error instanceof OfferdeckError)) throw error;
    const { code, params } = error.data;
    return problemIf(code === 'unknown-terms-would-be-lost', 'carried', { terms: params['terms'] ?? '' });
  }
}

export const NET_PAYMENT_PERIODS: readonly string[] = NET_PAYMENTS;

export const heldTermRules: readonly AuthorizationRule[] = [
  own({
    id: 'held-stays',
    severity: 'error',
    step: 'review',
    source: '5.1 the lists of these changes cannot be empty: a draft at AWS keeps them',
    stage: 'request',
    check: irremovable,
  }),
  own({
    id: 'carried-lost',
    severity: 'error',
    step: 'review',
    source: '1.7 each Update…Terms replaces the whole list of that kind',
    stage: 'request',
    fix: 'drop-carried',
    canFix: ({ draft }) => draft.target === null,
    check: lostTerms,
  }),
];
