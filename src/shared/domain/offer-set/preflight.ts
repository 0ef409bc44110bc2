/** What AWS would refuse about an offer set, said before anything is sent. One line of the table a rule. */
import type { MessageParams } from '../../errors/app-error.ts';
import type { OfferSetDraft } from './draft.ts';
import type { OfferSetFinding } from './finding.ts';
import { FEWEST_OFFERS, MOST_OFFERS, type SetMember } from './offer-set.ts';

export interface OfferSetFacts {
  readonly draft: OfferSetDraft;
  /** Offers, then drafts, in the order of the draft. */
  readonly members: readonly SetMember[];
  /** AWS's state of the set; null where it is to be made. */
  readonly awsState: string | null;
  /** Drafts on this machine that are meant for the set and have not been sent. */
  readonly openDrafts: number;
}

interface Problem {
  readonly path: string;
  readonly params?: MessageParams;
  /** Another text than the rule's own. */
  readonly message?: string;
}

interface OfferSetRule {
  readonly id: string;
  readonly severity: OfferSetFinding['severity'];
  readonly stage: OfferSetFinding['stage'];
  readonly source: string;
  check(facts: OfferSetFacts): readonly Problem[];
}

const LONGEST_NAME = 150;
const LONGEST_NOTES = 1000;

const when = (broken: boolean, path: string, params: MessageParams = {}): Problem[] =>
  broken ? [{ path, params }] : [];

/** Where a member stands in the draft. */
function pathOf({ draft }: OfferSetFacts, { kind, id }: SetMember): string {
  return kind === 'offer' ? `offerIds.${draft.offerIds.indexOf(id)}` : `draftIds.${draft.draftIds.indexOf(id)}`;
}

function each(facts: OfferSetFacts, broken: (member: SetMember) => boolean): Problem[] {
  return facts.members
    .filter(broken)
    .map((member) => ({ path: pathOf(facts, member), params: { name: nameOf(member) } }));
}

export function nameOf({ name, id }: Pick<SetMember, 'name' | 'id'>): string {
  return name === '' ? id : name;
}

/** Compared as far as they are known; every value that occurs is told. */
function unlike(facts: OfferSetFacts, valueOf: (member: SetMember) => string | null): Problem[] {
  const values = [...new Set(facts.members.map(valueOf).filter((value) => value !== null))];
  return when(values.length > 1, listOf(facts), { values: values.join(' / ') });
}

const listOf = ({ draft }: OfferSetFacts) => (draft.target === null ? 'draftIds' : 'offerIds');

export const OFFER_SET_RULES: readonly OfferSetRule[] = [
  {
    id: 'set-released',
    severity: 'error',
    stage: 'request',
    source: '4 a released set cannot be changed: INVALID_UPDATE_REQUEST',
    check: ({ awsState }) => when(awsState === 'Released', 'target'),
  },
  {
    id: 'set-name-missing',
    severity: 'error',
    stage: 'request',
    source: '4 CreateOfferSet Name 1–150',
    check: ({ draft }) => when(draft.name.trim() === '', 'name'),
  },
  {
    id: 'set-name-long',
    severity: 'error',
    stage: 'request',
    source: '4 CreateOfferSet Name 1–150',
    check: ({ draft }) => when(draft.name.trim().length > LONGEST_NAME, 'name', { max: LONGEST_NAME }),
  },
  {
    id: 'set-notes-long',
    severity: 'error',
    stage: 'request',
    source: '4 UpdateInformation BuyerNotes ≤ 1000',
    check: ({ draft }) => when(draft.buyerNotes.trim().length > LONGEST_NOTES, 'buyerNotes', { max: LONGEST_NOTES }),
  },
  {
    id: 'set-notes-cleared',
    severity: 'error',
    stage: 'request',
    source: '4 UpdateInformation BuyerNotes: no change type takes them away',
    check: ({ draft }) =>
      when(
        draft.target?.buyerNotes !== undefined && draft.target.buyerNotes !== '' && draft.buyerNotes.trim() === '',
        'buyerNotes',
      ),
  },
  {
    id: 'set-notes-missing',
    severity: 'error',
    stage: 'release',
    source: '4 MISSING_BUYER_NOTES',
    check: ({ draft }) => when(draft.buyerNotes.trim() === '', 'buyerNotes'),
  },
  {
    id: 'set-solution-id',
    severity: 'error',
    stage: 'request',
    source: '1.4 soln-…; 4 AssociateSolution',
    check: ({ draft }) =>
      when(draft.solutionId.trim() !== '' && !/^soln-[a-zA-Z0-9-]+$/.test(draft.solutionId.trim()), 'solutionId'),
  },
  {
    id: 'set-too-many-offers',
    severity: 'error',
    stage: 'request',
    source: '4 TOO_MANY_OFFERS',
    check: (facts) => when(facts.members.length > MOST_OFFERS, listOf(facts), { max: MOST_OFFERS }),
  },
  {
    id: 'set-too-few-offers',
    severity: 'error',
    stage: 'release',
    source: '4 MISSING_OFFERS',
    check: (facts) => when(facts.members.length < FEWEST_OFFERS, listOf(facts), { min: FEWEST_OFFERS }),
  },
  {
    id: 'set-one-per-product',
    severity: 'error',
    stage: 'request',
    source: '4 TOO_MANY_OFFERS_PER_PRODUCT',
    check: (facts) =>
      each(facts, (member) => {
        const first = facts.members.find(({ productId }) => productId === member.productId);
        return member.productId !== null && first !== member;
      }),
  },
  {
    id: 'set-cannot-join',
    severity: 'error',
    stage: 'request',
    source: '4 each offer must be created with OfferSetId and can never move: INCOMPATIBLE_OFFER_SET_REFERENCE',
    check: cannotJoin,
  },
  {
    id: 'set-unknown-offer',
    severity: 'warning',
    stage: 'release',
    source: '4 what is compared at the release',
    check: (facts) => each(facts, ({ kind, state }) => kind === 'offer' && state === 'unknown'),
  },
  {
    id: 'set-draft-offers',
    severity: 'error',
    stage: 'release',
    source: '4 DRAFT_OFFERS',
    check: (facts) => each(facts, ({ kind, state }) => kind === 'offer' && state === 'draft'),
  },
  {
    id: 'set-expired-offers',
    severity: 'error',
    stage: 'release',
    source: '4 EXPIRED_OFFERS',
    check: (facts) => each(facts, ({ state }) => state === 'expired'),
  },
  {
    id: 'set-no-buyers',
    severity: 'error',
    stage: 'release',
    source: '4 INCOMPATIBLE_OFFER_TARGETING_RULE',
    check: (facts) =>
      each(facts, ({ state, buyers, obstacle }) => state !== 'unknown' && obstacle !== 'gone' && buyers.length === 0),
  },
  {
    id: 'set-same-buyers',
    severity: 'error',
    stage: 'release',
    source: '4 INCONSISTENT_OFFER_TARGETING_RULE',
    check: (facts) => unlike(facts, ({ buyers }) => (buyers.length === 0 ? null : [...buyers].sort().join(', '))),
  },
  {
    id: 'set-same-currency',
    severity: 'error',
    stage: 'release',
    source: '4 INCONSISTENT_OFFER_CURRENCY_CODE',
    check: (facts) => unlike(facts, ({ currency }) => currency),
  },
  {
    id: 'set-same-end-date',
    severity: 'error',
    stage: 'release',
    source: '4 INCONSISTENT_OFFER_AVAILABILITY_END_DATE',
    check: (facts) => unlike(facts, ({ availabilityEndDate }) => availabilityEndDate),
  },
  {
    id: 'set-open-drafts',
    severity: 'warning',
    stage: 'release',
    source: '4 a released set cannot be changed',
    check: ({ openDrafts }) => when(openDrafts > 0, 'target', { count: openDrafts }),
  },
];

function cannotJoin(facts: OfferSetFacts): Problem[] {
  const own = facts.draft.target?.offerSetId ?? null;
  return facts.members.flatMap((member): Problem[] => {
    const { kind, obstacle, offerSetId, state } = member;
    const about = { path: pathOf(facts, member), params: { name: nameOf(member), set: offerSetId ?? '' } };
    if (obstacle !== null) return [{ ...about, message: `offersets:rule.set-cannot-join.${obstacle}` }];
    if (kind === 'draft') {
      return offerSetId === null || offerSetId === own
        ? []
        : [{ ...about, message: 'offersets:rule.set-cannot-join.other-set' }];
    }
    if (state === 'unknown' || offerSetId === own) return [];
    return [{ ...about, message: `offersets:rule.set-cannot-join.${offerSetId === null ? 'no-set' : 'other-set'}` }];
  });
}

/** Everything there is to say about a draft, at the fields concerned. */
export function preflightOfferSet(facts: OfferSetFacts): OfferSetFinding[] {
  return OFFER_SET_RULES.flatMap(({ id, severity, stage, source, check }) =>
    check(facts).map(({ path, params, message }) => ({
      ruleId: id,
      severity,
      stage,
      path,
      messageKey: message ?? `offersets:rule.${id}`,
      params: params ?? {},
      source,
    })),
  );
}
