/** Fixed units that are paid in instalments (FixedUpfrontPricingTerm). */
import { compareDurations, isSameDuration, lastDayOf } from '../../dates/duration.ts';
import { isDurationOfUnit } from '../kinds.ts';
import { isPositiveDuration, type OfferFacts } from './facts.ts';
import { dimensionRules } from './line-rules.ts';
import { problemIf, type Rule } from './rule.ts';
import { lengthParams, serviceSpan } from './service-rules.ts';

const step = 'pricing';
const path = 'installments.duration';
const LARGEST_QUANTITY = 2_147_483_646;
/** AWS's page says 200, its schema 800: the smaller one is sure to be taken. */
const MOST_GRANTS = 200;

function readableDuration({ draft, paid }: OfferFacts): string | null {
  return paid && isPositiveDuration(draft.installments.duration) ? draft.installments.duration : null;
}

function isQuantity(text: string): boolean {
  const typed = text.normalize('NFKC').trim();
  return /^\d{1,10}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= LARGEST_QUANTITY;
}

const durationRules: readonly Rule[] = [
  {
    id: 'fixed-duration-missing',
    severity: 'error',
    step,
    source: '3.2 FixedUpfrontPricingTerm Duration required for AMI/container (MISSING_DURATION)',
    stage: 'release',
    check: ({ draft, kind, paid }) =>
      problemIf(paid && kind?.grantsNeedDuration === true && draft.installments.duration.trim() === '', path),
  },
  {
    id: 'fixed-duration-invalid',
    severity: 'error',
    step,
    source: '3.2 durations: years, months, days (INVALID_DURATION)',
    stage: 'request',
    check: ({ draft, paid }) => {
      const { duration } = draft.installments;
      return problemIf(paid && duration.trim() !== '' && !isPositiveDuration(duration), path, { value: duration });
    },
  },
  {
    id: 'fixed-duration-unit',
    severity: 'error',
    step,
    source: '3.3 entitled durations in months',
    stage: 'request',
    check: (facts) => {
      const { kind } = facts;
      const duration = readableDuration(facts);
      if (!kind || duration === null || kind.fixedContractDuration !== null) return [];
      return problemIf(!isDurationOfUnit(duration, kind.contractDurationUnit), path);
    },
  },
  {
    id: 'fixed-duration-fixed',
    severity: 'error',
    step,
    source: '3.3 AMI hourly + annual + FPS: Duration P365D',
    stage: 'request',
    fix: 'use-fixed-duration',
    check: (facts) => {
      const fixed = facts.kind?.fixedContractDuration ?? null;
      const duration = readableDuration(facts);
      return problemIf(fixed !== null && duration !== null && duration !== fixed, path, { value: fixed ?? '' });
    },
  },
  {
    id: 'fixed-duration-too-long',
    severity: 'error',
    step,
    source: '3.3 maximum lengths: 60 months',
    stage: 'request',
    check: (facts) => {
      const { kind, context } = facts;
      const duration = readableDuration(facts);
      if (!kind || duration === null || kind.fixedContractDuration !== null) return [];
      const isTooLong = compareDurations(duration, kind.maxLength, context.today) > 0;
      return problemIf(isTooLong, path, lengthParams(kind.maxLength));
    },
  },
  {
    id: 'fixed-duration-not-dates',
    severity: 'error',
    step,
    source: '3.2 FixedUpfrontPricingTerm Duration equals the distance of start and end',
    stage: 'request',
    fix: 'clear-fixed-duration',
    check: (facts) => {
      const duration = readableDuration(facts);
      const span = serviceSpan(facts);
      const differs = duration !== null && span !== null && lastDayOf(span.start, duration) !== span.end;
      return problemIf(differs, path, { value: duration ?? '' });
    },
  },
  {
    id: 'fixed-duration-not-service',
    severity: 'warning',
    step,
    source: 'Own rule: fixed units of another length than the service are rarely meant',
    stage: 'release',
    fix: 'clear-fixed-duration',
    check: (facts) => {
      const { kind, draft } = facts;
      const duration = readableDuration(facts);
      // AMI and container services outlast their fixed part on purpose.
      if (duration === null || !kind || kind.serviceCoversExpiry || draft.service.mode !== 'duration') return [];
      const { duration: service } = draft.service;
      return problemIf(isPositiveDuration(service) && !isSameDuration(service, duration), path, { value: duration });
    },
  },
];

export const grantRules: readonly Rule[] = [
  {
    id: 'grants-missing',
    severity: 'error',
    step,
    source: '3.2 FixedUpfrontPricingTerm Grants; 3.3 a schedule requires FixedUpfront',
    stage: 'release',
    check: ({ paid, grants }) => problemIf(paid && grants.length === 0, 'installments.grants'),
  },
  {
    id: 'grant-quantity-invalid',
    severity: 'error',
    step,
    source: '3.2 MaxQuantity integer 1–2 147 483 646 (INVALID_GRANTS)',
    stage: 'request',
    check: ({ grants }) =>
      grants.flatMap((grant) =>
        problemIf(!isQuantity(grant.quantity), grant.path, { value: grant.quantity, max: LARGEST_QUANTITY }),
      ),
  },
  ...dimensionRules({
    prefix: 'grant',
    step,
    lists: ({ grants }) => [grants],
    allowed: ({ contractKeys }) => contractKeys,
    sourceOfType: '3.3 Grants take entitled dimensions (AMI annual: instance types)',
  }),
  {
    id: 'grants-too-many',
    severity: 'error',
    step,
    source: '3.2 Grants: page says 1–200, schema 1–800 (TOO_MANY_GRANTS)',
    stage: 'request',
    check: ({ grants }) => problemIf(grants.length > MOST_GRANTS, 'installments.grants', { max: MOST_GRANTS }),
  },
  ...durationRules,
];
