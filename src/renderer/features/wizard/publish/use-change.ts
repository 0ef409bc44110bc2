/** A write and where it stands. Events bring news at once; a slow poll covers a missed one. */
import { useState } from 'react';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';

const POLL_MS = 5000;

const FINAL_STATES: readonly Change['state'][] = ['verified', 'failed', 'cancelled', 'refused'];

function isFinal({ state }: Pick<Change, 'state'>): boolean {
  return FINAL_STATES.includes(state);
}

/** Nothing was made at AWS, so the draft can be corrected and sent again. */
export function hasFailed({ state }: Pick<Change, 'state'>): boolean {
  return state === 'failed' || state === 'cancelled' || state === 'refused';
}

export function useChange(id: string | null) {
  const [settled, setSettled] = useState<string | null>(null);
  const query = useCallQuery(
    'changes.get',
    { id: id ?? '' },
    { enabled: id !== null, refetchInterval: settled === id ? false : POLL_MS },
  );
  if (query.data && isFinal(query.data) && settled !== query.data.id) setSettled(query.data.id);
  return { change: id === null ? null : (query.data ?? null), error: id === null ? null : query.error };
}
