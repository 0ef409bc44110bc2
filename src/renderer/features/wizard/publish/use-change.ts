/** A write and where it stands. Events bring news at once; a slow poll covers a missed one. */
import type { Change } from '../../../../shared/domain/change/change.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';

const POLL_MS = 5000;

const FINAL_STATES: readonly Change['state'][] = ['verified', 'failed', 'cancelled', 'refused'];

export function isFinal({ state }: Pick<Change, 'state'>): boolean {
  return FINAL_STATES.includes(state);
}

/** Nothing was made at AWS, so the draft can be corrected and sent again. */
export function hasFailed({ state }: Pick<Change, 'state'>): boolean {
  return state === 'failed' || state === 'cancelled' || state === 'refused';
}

export function useChange(id: string | null) {
  const query = useCallQuery('changes.get', { id: id ?? '' }, { enabled: id !== null, refetchInterval: POLL_MS });
  return { change: id === null ? null : (query.data ?? null), error: id === null ? null : query.error };
}
