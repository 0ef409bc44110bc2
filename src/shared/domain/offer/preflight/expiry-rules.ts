/** The renewal question and the expiry. */
import { isPlainDate } from '../../dates/plain-date.ts';
import { problemIf, type Rule } from './rule.ts';

const step = 'expiry';

export const expiryRules: readonly Rule[] = [
  {
    id: 'renewal-unanswered',
    severity: 'error',
    step,
    source: '3.9 renewal flag: the seller answers the question',
    stage: 'release',
    check: ({ draft }) => problemIf(draft.isRenewal === null, 'isRenewal'),
  },
  {
    id: 'renewal-details-missing',
    severity: 'error',
    step,
    source: '3.9 PreExistingAgreement: AcquisitionChannel and PricingModel',
    stage: 'release',
    check: ({ draft }) => {
      // An answer in a form of AWS's that is not known here is carried as it is.
      const isCarried = draft.carried.members.some(({ path }) => path[0] === 'PreExistingAgreement');
      return problemIf(draft.isRenewal === true && draft.renewal === null && !isCarried, 'renewal');
    },
  },
  {
    id: 'expiry-missing',
    severity: 'error',
    step,
    source: '3.5 private offers need AvailabilityEndDate (MISSING_AVAILABILITY_END_DATE)',
    stage: 'release',
    onReleased: true,
    check: ({ draft }) => problemIf(draft.availabilityEndDate.trim() === '', 'availabilityEndDate'),
  },
  {
    id: 'expiry-invalid',
    severity: 'error',
    step,
    source: '3.1 AvailabilityEndDate YYYY-MM-DD',
    stage: 'request',
    onReleased: true,
    check: ({ draft }) => {
      const { availabilityEndDate: date } = draft;
      return problemIf(date.trim() !== '' && !isPlainDate(date), 'availabilityEndDate', { value: date });
    },
  },
  {
    id: 'expiry-past',
    severity: 'error',
    step,
    source: '3.7 at release: today or later (INVALID_AVAILABILITY_END_DATE)',
    stage: 'release',
    check: ({ expiry, context }) =>
      problemIf(expiry !== null && expiry < context.today, 'availabilityEndDate', { date: context.today }),
  },
  {
    id: 'expiry-today',
    severity: 'info',
    step,
    source: '3.7 the offer expires at 23:59:59 UTC that day',
    stage: 'release',
    check: ({ expiry, context }) => problemIf(expiry === context.today, 'availabilityEndDate'),
  },
];
