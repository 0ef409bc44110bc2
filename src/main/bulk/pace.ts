/** How fast the rows of a run may go: what AWS allows of an account, and how many may stand in line for it. */
import { MOST_OFFERS_AT_ONCE, type BulkActionKind } from '../../shared/domain/bulk/bulk.ts';

export interface Pace {
  /** The write whose limit is spent. */
  readonly operation: string;
  /** Rows of an account that may be under way at the same time. */
  readonly atOnce: number;
  /** Of them, those whose request may wait for its turn: it has a deadline, which the wait must not use up. */
  readonly inTurn: number;
  /** The limit is so low that two processes on one data folder would only be throttled: one of them sends. */
  readonly alone: boolean;
}

const OFFERS: Pace = {
  operation: 'StartChangeSet',
  atOnce: MOST_OFFERS_AT_ONCE,
  inTurn: MOST_OFFERS_AT_ONCE,
  alone: false,
};

/** One write a second; what has been sent is followed meanwhile, which costs a question for many at once. */
const deals = (operation: string): Pace => ({ operation, atOnce: 60, inTurn: 6, alone: true });

const PACES: Readonly<Record<BulkActionKind, Pace>> = {
  publish: OFFERS,
  expiry: OFFERS,
  cancel: OFFERS,
  undo: OFFERS,
  accept: deals('StartEngagementByAcceptingInvitationTask'),
  assign: deals('AssignOpportunity'),
};

export function paceOf(kind: BulkActionKind): Pace {
  return PACES[kind];
}
