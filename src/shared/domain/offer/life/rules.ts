/** What AWS or common sense says about an action on an offer, beyond the rules for its terms. The text is `life:<id>`. */
import { isPlainDate } from '../../dates/plain-date.ts';
import type { MessageParams } from '../../../errors/app-error.ts';
import type { OfferDraft } from '../draft.ts';
import type { Finding, WizardStep } from '../finding.ts';
import type { OfferState } from '../offer.ts';
import { isPublicOffer } from '../public-offer.ts';
import type { OfferAction, OfferActionKind } from './action.ts';

interface LifeFacts {
  readonly action: OfferAction;
  readonly held: OfferDraft;
  readonly meant: OfferDraft;
  readonly state: OfferState;
  readonly context: { readonly today: string };
}

interface LifeRule {
  readonly id: string;
  readonly severity: Finding['severity'];
  readonly path: string;
  /** Section and row of the AWS reference that it comes from, or our own reason. */
  readonly source: string;
  readonly on: readonly OfferActionKind[];
  readonly check: (facts: LifeFacts) => boolean;
  readonly params?: (facts: LifeFacts) => MessageParams;
}

const EXPIRY = 'availabilityEndDate';
const dateParams = ({ meant }: LifeFacts) => ({ date: meant.availabilityEndDate });
/** A real date that differs from the one at AWS: rules about moving it start from here. */
const isMoved = ({ held, meant }: LifeFacts) =>
  isPlainDate(meant.availabilityEndDate) && meant.availabilityEndDate !== held.availabilityEndDate;

export const LIFE_RULES: readonly LifeRule[] = [
  {
    id: 'not-private',
    severity: 'error',
    path: EXPIRY,
    source: '3.4 UpdateAvailability: private offers only',
    on: ['expiry', 'cancel'],
    check: ({ held }) => isPublicOffer(held),
  },
  {
    id: 'public-rename',
    severity: 'warning',
    path: 'name',
    source: '3.6 an offer without buyer accounts is public: everybody sees and buys it',
    on: ['rename'],
    check: ({ held, state }) => isPublicOffer(held) && state !== 'draft',
    params: ({ held }) => ({ product: held.product?.title ?? held.name }),
  },
  {
    id: 'public-release',
    severity: 'warning',
    path: 'review',
    source: '3.6 an offer without buyer accounts is public: everybody sees and buys it',
    on: ['release'],
    check: ({ held, state }) => isPublicOffer(held) && state === 'draft',
    params: ({ held }) => ({ product: held.product?.title ?? held.name }),
  },
  {
    id: 'draft-not-cancelled',
    severity: 'error',
    path: EXPIRY,
    source: '3.8 drafts are invisible to buyers and are never deleted',
    on: ['cancel'],
    check: ({ state }) => state === 'draft',
  },
  {
    id: 'already-expired',
    severity: 'error',
    path: EXPIRY,
    source: '3.7 cancel: a past date; it has one',
    on: ['cancel'],
    check: ({ state }) => state === 'expired',
  },
  {
    id: 'cancel-keeps-subscribers',
    severity: 'info',
    path: EXPIRY,
    source: '3.7 cancel / expire: accepted offers keep their agreement',
    on: ['cancel'],
    check: ({ state }) => state === 'active',
  },
  {
    id: 'nothing-changed',
    severity: 'info',
    path: EXPIRY,
    source: 'Own rule: nothing is sent that changes nothing',
    on: ['expiry'],
    check: ({ action, held, meant }) =>
      action.kind === 'expiry' &&
      meant.availabilityEndDate === held.availabilityEndDate &&
      (action.agreementDuration === null || JSON.stringify(meant.service) === JSON.stringify(held.service)),
  },
  {
    id: 'expiry-is-past',
    severity: 'error',
    path: EXPIRY,
    source: '3.7 a past date cancels the offer',
    on: ['expiry'],
    check: (facts) =>
      facts.state !== 'draft' && isMoved(facts) && facts.meant.availabilityEndDate < facts.context.today,
  },
  {
    id: 'expiry-still-past',
    severity: 'error',
    path: 'service.duration',
    source: '3.8 expired offers refuse validity changes: extend first',
    on: ['expiry'],
    check: ({ action, state, held, meant, context }) =>
      action.kind === 'expiry' &&
      state === 'expired' &&
      action.agreementDuration !== null &&
      meant.availabilityEndDate === held.availabilityEndDate &&
      meant.availabilityEndDate < context.today,
  },
  {
    id: 'accepted-again',
    severity: 'info',
    path: EXPIRY,
    source: '3.7 extending: also when already expired',
    on: ['expiry'],
    check: (facts) =>
      facts.state === 'expired' && isMoved(facts) && facts.meant.availabilityEndDate >= facts.context.today,
    params: dateParams,
  },
  {
    id: 'less-time',
    severity: 'warning',
    path: EXPIRY,
    source: 'Own rule: a buyer may count on the date they were told',
    on: ['expiry'],
    check: (facts) =>
      facts.state === 'active' &&
      isMoved(facts) &&
      facts.meant.availabilityEndDate < facts.held.availabilityEndDate &&
      facts.meant.availabilityEndDate >= facts.context.today,
    params: ({ held }) => ({ date: held.availabilityEndDate }),
  },
  {
    id: 'starts-before-expiry',
    severity: 'error',
    path: EXPIRY,
    source: '3.7 FDA: AgreementStartDate after AvailabilityEndDate (INVALID_AVAILABILITY_END_DATE)',
    on: ['expiry'],
    check: (facts) =>
      isMoved(facts) &&
      facts.meant.service.mode === 'dates' &&
      facts.meant.availabilityEndDate >= facts.meant.service.startDate,
    params: ({ meant }) => ({ date: meant.service.mode === 'dates' ? meant.service.startDate : '' }),
  },
  {
    id: 'ends-before-expiry',
    severity: 'error',
    path: EXPIRY,
    source: '3.7 ABO: AvailabilityEndDate before AgreementEndDate',
    on: ['expiry'],
    check: (facts) =>
      isMoved(facts) &&
      facts.meant.service.mode === 'end-date' &&
      facts.meant.availabilityEndDate >= facts.meant.service.endDate,
    params: ({ meant }) => ({ date: meant.service.mode === 'end-date' ? meant.service.endDate : '' }),
  },
  {
    id: 'duration-not-there',
    severity: 'error',
    path: 'service.duration',
    source: '3.8 released: AgreementDuration may change, start and end dates may not',
    on: ['expiry'],
    check: ({ action, held }) =>
      action.kind === 'expiry' && action.agreementDuration !== null && held.service.mode !== 'duration',
  },
  {
    id: 'in-offer-set',
    severity: 'warning',
    path: EXPIRY,
    source: '4 offer sets: same AvailabilityEndDate; the set expires with its earliest offer',
    on: ['expiry', 'cancel'],
    check: ({ held, state }) => held.offerSetId !== null && state !== 'draft',
    params: ({ held }) => ({ id: held.offerSetId ?? '' }),
  },
  {
    id: 'name-empty',
    severity: 'error',
    path: 'name',
    source: '3.5 an offer has a name (MISSING_NAME)',
    on: ['rename'],
    check: ({ meant }) => meant.name.trim() === '',
  },
  {
    id: 'description-empty',
    severity: 'error',
    path: 'description',
    source: '3.5 an offer has a description (MISSING_DESCRIPTION)',
    on: ['rename'],
    check: ({ meant, state }) => state !== 'draft' && meant.description.trim() === '',
  },
  {
    id: 'same-names',
    severity: 'info',
    path: 'name',
    source: 'Own rule: nothing is sent that changes nothing',
    on: ['rename'],
    check: ({ held, meant }) => held.name === meant.name && held.description === meant.description,
  },
  {
    id: 'renewal-locked',
    severity: 'error',
    path: 'renewal',
    source: '3.8 PreExistingAgreement: locked after release',
    on: ['renewal'],
    check: ({ state }) => state !== 'draft',
  },
  {
    id: 'same-renewal',
    severity: 'info',
    path: 'renewal',
    source: 'Own rule: nothing is sent that changes nothing',
    on: ['renewal'],
    check: ({ held, meant }) =>
      held.isRenewal === meant.isRenewal && JSON.stringify(held.renewal) === JSON.stringify(meant.renewal),
  },
  {
    id: 'already-released',
    severity: 'error',
    path: 'review',
    source: '3.8 State is Draft or Released',
    on: ['release'],
    check: ({ state }) => state !== 'draft',
  },
];

export function lifeFindings(facts: LifeFacts): Finding[] {
  return LIFE_RULES.filter(({ on, check }) => on.includes(facts.action.kind) && check(facts)).map((rule) => ({
    ruleId: `life.${rule.id}`,
    severity: rule.severity,
    step: stepOf(rule.path),
    path: rule.path,
    messageKey: `life:rule.${rule.id}`,
    params: rule.params?.(facts) ?? {},
    source: rule.source,
    fix: null,
  }));
}

function stepOf(path: string): WizardStep {
  if (path === 'name' || path === 'description') return 'details';
  if (path.startsWith('service')) return 'service';
  return path === 'review' ? 'review' : 'expiry';
}
