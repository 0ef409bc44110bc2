/** Migrations in order. A new one is one file and one line here. */
import { initial } from './0001-initial.ts';
import { journal } from './0002-journal.ts';
import { versions } from './0003-versions.ts';
import { agreements } from './0004-agreements.ts';
import { authorizations } from './0005-authorizations.ts';
import { notifications } from './0006-notifications.ts';
import { bulk } from './0007-bulk.ts';
import { history } from './0008-history.ts';
import { offerSets } from './0009-offer-sets.ts';
import { opportunities } from './0010-opportunities.ts';
import { opportunityDrafts } from './0011-opportunity-drafts.ts';
import { invitations } from './0012-invitations.ts';
import { engagements } from './0013-engagements.ts';
import { pipeline } from './0014-pipeline.ts';
import { catalog } from './0015-catalog.ts';
import { backfill } from './0016-backfill.ts';
import { syncLog } from './0017-sync-log.ts';
import { duplicates } from './0018-duplicates.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  initial,
  journal,
  versions,
  agreements,
  authorizations,
  notifications,
  bulk,
  history,
  offerSets,
  opportunities,
  opportunityDrafts,
  invitations,
  engagements,
  pipeline,
  catalog,
  backfill,
  syncLog,
  duplicates,
];
