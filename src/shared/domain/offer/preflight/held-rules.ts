/** Changes to what AWS already holds: locks after release, terms that would be lost. */
import { OfferdeckError } from '../../../errors/app-error.ts';
import { compareOffers } from '../compare.ts';
import { compileOffer } from '../compile.ts';
import { isPublicOffer } from '../public-offer.ts';
import { isPathWithin } from '../wizard/definition.ts';
import type { OfferFacts } from './facts.ts';
import { problemIf, type Problem, type Rule } from './rule.ts';

const step = 'review';

/** What AWS holds of a released offer; null for all others. */
function releasedOffer({ draft, context }: OfferFacts) {
  return draft.target?.state === 'Released' ? (context.held ?? null) : null;
}

/** Public offers take new prices, licence texts, refund policies and countries. */
const OPEN_IN_PUBLIC = [
  'countryCodes',
  'excludesCountries',
  'usagePrices',
  'contract.rateCards',
  'freeTrial',
  'eula',
  'refundPolicy',
];

/** Paths of the draft that AWS does not let a seller change once the offer is released. */
function lockedChanges(facts: OfferFacts): Problem[] {
  const held = releasedOffer(facts);
  if (held === null) return [];
  const { draft } = facts;
  const isFree = (path: string) =>
    (isPublicOffer(draft) && OPEN_IN_PUBLIC.some((start) => isPathWithin(path, start))) ||
    ['name', 'description', 'availabilityEndDate'].includes(path) ||
    (path === 'service' && held.service.mode === 'duration' && draft.service.mode === 'duration');
  return compareOffers(held, draft)
    .filter(({ path }) => !isFree(path))
    .map(({ path }) => ({ path, params: { field: path } }));
}

function serviceChangedWhileExpired(facts: OfferFacts): Problem[] {
  const held = releasedOffer(facts);
  if (held === null || held.availabilityEndDate >= facts.context.today) return [];
  const isExtended = facts.draft.availabilityEndDate >= facts.context.today;
  const isChanged = compareOffers(held, facts.draft).some(({ path }) => path === 'service');
  return problemIf(isChanged && !isExtended, 'service.duration', { date: held.availabilityEndDate });
}

/** The names that compiling refuses to drop; nothing where it fails for another reason, which other rules name. */
function lostTerms({ draft, product, context }: OfferFacts): Problem[] {
  const { terms, rules, members } = draft.carried;
  if (product === null || terms.length + rules.length + members.length === 0) return [];
  try {
    compileOffer(draft, product, {
      intent: 'draft',
      eulaUrl: null,
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

export const heldRules: readonly Rule[] = [
  {
    id: 'locked-after-release',
    severity: 'error',
    step,
    source: '3.8 what is locked after release',
    stage: 'request',
    onReleased: true,
    check: lockedChanges,
  },
  {
    id: 'service-locked-while-expired',
    severity: 'error',
    step: 'service',
    source: '3.8 expired offers refuse validity changes: extend first',
    stage: 'request',
    onReleased: true,
    check: serviceChangedWhileExpired,
  },
  {
    id: 'carried-lost',
    severity: 'error',
    step,
    source: '1.7 each Update…Terms replaces the whole list of that kind',
    stage: 'request',
    onReleased: true,
    fix: 'drop-carried',
    canFix: ({ draft }) => draft.target === null,
    check: lostTerms,
  },
];
