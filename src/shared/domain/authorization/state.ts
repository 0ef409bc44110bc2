/** Where an authorization stands, from AWS's three states, its use and the date. */
import type { AuthorizationState } from './authorization.ts';

export interface AuthorizationUse {
  readonly awsStatus: string;
  readonly endDate: string | null;
  readonly maxOffers: number | null;
  readonly offersCreated: number | null;
  /** AWS's free text, seen as `Not Started`, `Completed-Used`, `Completed-Usable`: the list has no other sign of use. */
  readonly extendedStatus: string | null;
}

const CONSUMED_WORD = 'Completed-Used';
const REUSABLE_WORD = 'Completed-Usable';

export function toAuthorizationState(use: AuthorizationUse, todayUtc: string): AuthorizationState {
  const { awsStatus, endDate, maxOffers, offersCreated, extendedStatus } = use;
  if (awsStatus === 'Restricted') return 'deactivated';
  if (awsStatus !== 'Active') return 'draft';
  const isUsed =
    offersCreated === null ? [CONSUMED_WORD, REUSABLE_WORD].includes(extendedStatus ?? '') : offersCreated > 0;
  const isSpent = maxOffers === null ? extendedStatus === CONSUMED_WORD : (offersCreated ?? 0) >= maxOffers;
  if (isSpent && isUsed) return 'consumed';
  if (endDate !== null && endDate < todayUtc) return 'expired';
  return isUsed ? 'reusable' : 'authorized';
}

/** States in which AWS lets the seller restrict it: drafts and expired ones are refused. */
export function canRestrict(state: AuthorizationState): boolean {
  return state === 'authorized' || state === 'reusable' || state === 'consumed';
}
