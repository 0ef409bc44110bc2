/** What the journal says about a draft, partner by partner: one draft may make an authorization for each of many partners. */
import type { Change } from '../../shared/domain/change/change.ts';
import type { Database } from '../storage/database.ts';

/** `live`: under way. `done`: given to the partner. `open`: not sent, failed, or standing as a draft at AWS. */
export type Standing = 'live' | 'done' | 'open';

export interface PublishedRows {
  standing(draftId: string, reseller: string): Standing;
  /** Id of the authorization that stands as a draft at AWS by an earlier send; null without one. */
  findMade(draftId: string, reseller: string): string | null;
  /** Paused writes of which nothing was made: they give way to a newer wish. */
  superseded(draftId: string, reseller: string): string[];
  /** The newest write for a partner. */
  newest(draftId: string, reseller: string): Change | null;
}

/** The name by which the journal knows a draft and one of its partners; the database refuses a second live row of it. */
export function draftKeyOf(draftId: string, reseller: string): string {
  return `${draftId}/${reseller}`;
}

interface Row {
  id: string;
  kind: string;
  state: string;
  paused: number;
  entity_id: string | null;
}

const LIVE: readonly string[] = ['intended', 'eula-uploaded', 'sending', 'sent'];
const MADE: readonly string[] = ['succeeded', 'verified'];

export function createPublishedRows(database: Database, journal: { get(id: string): Change }): PublishedRows {
  const rowsOf = (draftId: string, reseller: string) =>
    database.all<Row>(
      'SELECT id, kind, state, paused, entity_id FROM changes WHERE draft_id = ? ORDER BY seq DESC',
      draftKeyOf(draftId, reseller),
    );
  const gaveUp = ({ paused, state }: Row) => paused === 1 && (state === 'intended' || state === 'eula-uploaded');

  return {
    standing(draftId, reseller) {
      const rows = rowsOf(draftId, reseller);
      if (rows.some((row) => LIVE.includes(row.state) && !gaveUp(row))) return 'live';
      return rows.some((row) => MADE.includes(row.state) && row.kind === 'authorization-release') ? 'done' : 'open';
    },
    findMade(draftId, reseller) {
      const made = rowsOf(draftId, reseller).find((row) => MADE.includes(row.state) && row.entity_id !== null);
      return made?.entity_id ?? null;
    },
    superseded: (draftId, reseller) =>
      rowsOf(draftId, reseller)
        .filter(gaveUp)
        .map(({ id }) => id),
    newest(draftId, reseller) {
      const [row] = rowsOf(draftId, reseller);
      return row ? journal.get(row.id) : null;
    },
  };
}
