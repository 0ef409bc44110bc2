/** Today in UTC by the business clock: offers expire and charges fall due on days in UTC. */
import { utcDateOf } from '../../../../shared/domain/dates/plain-date.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';

/** Midnight is noticed within a minute; in practice the clock may be moved at any time. */
const REFRESH_MS = 60_000;

export function useToday(): string {
  const { data } = useCallQuery('app.info', {}, { refetchInterval: REFRESH_MS });
  return utcDateOf(data?.now ?? new Date().toISOString());
}
