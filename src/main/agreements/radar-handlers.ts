/** The radar's methods: a page of the list, counts by day, a calendar file. */
import type { RadarEntry } from '../../shared/domain/agreement/radar.ts';
import { breathe } from '../entities/breathe.ts';
import type { Handlers } from '../handlers.ts';
import type { SyncDependencies } from '../entities/sync-job.ts';
import { formatCalendar } from './calendar.ts';
import { countRadar, eachRadarEntry, listRadar } from './radar.ts';

type RadarMethod = 'agreements.radar' | 'agreements.radarDays' | 'agreements.radarCalendar';

export function createRadarHandlers(
  deps: Pick<SyncDependencies, 'database' | 'accounts' | 'clock'>,
): Pick<Handlers, RadarMethod> {
  const { database, accounts, clock } = deps;
  return {
    'agreements.radar': async ({ page, pageSize, ...range }) => listRadar(database, range, { page, pageSize }),
    'agreements.radarDays': async (range) => ({ days: countRadar(database, range) }),
    async 'agreements.radarCalendar'({ texts, ...range }, { signal }) {
      const found: RadarEntry[] = [];
      for (const piece of eachRadarEntry(database, range)) {
        found.push(...piece);
        await breathe(signal);
      }
      const nowMs = clock.now();
      return {
        text: formatCalendar(found, { ownerOf: (account) => accounts.getSettings(account), texts, nowMs }),
        suggestedName: `offerdeck-${new Date(nowMs).toISOString().slice(0, 10)}.ics`,
        mediaType: 'text/calendar',
        count: found.length,
      };
    },
  };
}
