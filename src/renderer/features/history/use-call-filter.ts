/** What the sync log is narrowed by, as the address says it. */
import { useMemo } from 'react';
import type { CallFilter } from '../../../shared/contract/history-calls.ts';
import { CALL_DIRECTIONS, CALL_STATUSES, readPurposeId } from '../../../shared/domain/sync/call.ts';
import { oneOf, someOf, type ListAddress } from '../../components/use-list-address.ts';
import { useActiveAccount } from '../../stores/active-account.ts';
import { periodOf } from './period-filter.tsx';
import { usePurposeText } from './use-purpose-text.ts';

export const LEVELS = ['all', 'runs', 'calls'] as const;
const MOST_PURPOSES = 300;

/** `purposes`: all that are on record, of which those count whose words hold the text. */
export function useCallFilter(address: ListAddress, purposes: readonly string[]): CallFilter {
  const account = useActiveAccount();
  const purposeText = usePurposeText();
  const text = address.get('text').slice(0, 200);
  const wanted = text.trim().toLowerCase();
  const textPurposes = useMemo(
    () =>
      wanted === ''
        ? []
        : purposes
            .filter((id) => purposeText(readPurposeId(id)).toLowerCase().includes(wanted))
            .slice(0, MOST_PURPOSES),
    [wanted, purposes, purposeText],
  );
  return {
    account,
    text,
    textPurposes,
    directions: someOf(CALL_DIRECTIONS, address.getAll('direction')),
    statuses: someOf(CALL_STATUSES, address.getAll('status')),
    purposes: [...address.getAll('purpose')],
    services: [...address.getAll('service')],
    changeId: address.get('change') || null,
    runId: address.get('run') || null,
    entityId: address.get('entity') || null,
    throttled: address.get('throttled') === 'yes',
    level: oneOf(LEVELS, address.get('level')),
    ...periodOf(address),
  };
}
