/** The journal's rows. A state is only ever written together with its line in the log, by whoever holds the row's lease. */
import {
  changeErrorSchema,
  changeSchema,
  type Change,
  type ChangeKind,
  type ChangeState,
} from '../../shared/domain/change/change.ts';
import { differenceSchema, type Difference } from '../../shared/domain/offer/offer.ts';
import { appErrorSchema, type AppError } from '../../shared/errors/app-error.ts';
import { maskText } from '../masking/mask.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { intentSchema, type ChangeIntent } from './intent.ts';
import { appendToLog } from './log.ts';

/** States in which the journal still has something to do. */
export const OPEN_STATES = ['intended', 'eula-uploaded', 'sending', 'sent', 'succeeded'] as const;
/** States in which AWS's final word is not known: the draft must not be sent by anyone else. */
export const LIVE_STATES = ['intended', 'eula-uploaded', 'sending', 'sent'] as const;

export type ChangeError = Change['errors'][number];

/** A row with what only the core may see. */
export interface JournalRow extends Change {
  readonly seq: number;
  readonly token: string;
  readonly intent: ChangeIntent;
  readonly eulaSha256: string | null;
  readonly eulaKey: string | null;
  readonly attempts: number;
  /** Real time, epoch ms. */
  readonly sendingSince: number | null;
  readonly paused: boolean;
}

export interface NewChange {
  readonly id: string;
  readonly account: string;
  readonly awsAccountId: string;
  readonly kind: ChangeKind;
  readonly draftId: string | null;
  readonly title: string;
  readonly token: string;
  readonly intent: ChangeIntent;
  /** The entity as it was, for a change of an existing offer. */
  readonly before: unknown;
  readonly eulaSha256: string | null;
  readonly eulaKey: string | null;
  readonly offerId: string | null;
  readonly productId: string | null;
}

/** What a transition may write beside the state. */
export interface ChangePatch {
  readonly changeSetId?: string;
  readonly awsStatus?: string;
  readonly offerId?: string | null;
  readonly productId?: string | null;
  readonly errors?: readonly ChangeError[];
  readonly error?: AppError | null;
  readonly differences?: readonly Difference[];
  readonly attempts?: number;
  readonly sendingSince?: number;
  readonly paused?: boolean;
  readonly after?: unknown;
}

interface ChangeFilter {
  readonly account: string | null;
  readonly states: readonly ChangeState[];
  readonly kinds: readonly ChangeKind[];
  readonly page: number;
  readonly pageSize: number;
}

export interface ChangeStore {
  insert(change: NewChange): void;
  /** Writes the patch; a new state also writes a line of the log. Call inside a transaction that has checked the lease. */
  update(id: string, state: ChangeState, patch: ChangePatch): void;
  find(id: string): JournalRow | null;
  findOpen(): readonly { id: string; paused: boolean }[];
  /** Changes of a draft in these states, newest first. */
  findOfDraft(draftId: string, states: readonly ChangeState[]): JournalRow[];
  findOfOffer(account: string, offerId: string, states: readonly ChangeState[]): JournalRow[];
  list(filter: ChangeFilter): { items: Change[]; total: number };
  /** How far the log goes now, whoever wrote it. */
  logPosition(): number;
  /** Ids of the rows that moved after a position of the log. */
  movedSince(position: number): string[];
}

const COLUMNS: Readonly<Record<keyof ChangePatch, string>> = {
  changeSetId: 'change_set_id',
  awsStatus: 'aws_status',
  offerId: 'offer_id',
  productId: 'product_id',
  errors: 'errors',
  error: 'error',
  differences: 'differences',
  attempts: 'attempts',
  sendingSince: 'sending_since',
  paused: 'paused',
  after: 'after',
};
const JSON_COLUMNS = new Set<keyof ChangePatch>(['errors', 'error', 'differences', 'after']);

/** Everything but the documents: a page of the list must not read past them. */
const PUBLIC_COLUMNS = `id, account, aws_account_id, kind, state, draft_id, title, change_set_id, aws_status, offer_id, product_id,
  errors, error, differences, created_at, updated_at`;

export function createChangeStore(deps: { database: Database; clock: Clock }): ChangeStore {
  const { database, clock } = deps;
  const now = () => new Date(clock.now()).toISOString();

  function log(id: string, state: ChangeState, details: object): void {
    appendToLog(database, { changeId: id, state, at: now(), details: maskText(JSON.stringify(details)) });
  }

  return {
    insert(change) {
      database.run(
        `INSERT INTO changes (id, account, aws_account_id, kind, state, draft_id, title, token, intent, before,
           eula_sha256, eula_key, offer_id, product_id, created_at, updated_at)
         VALUES (?, ?, ?, ?, 'intended', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        change.id,
        change.account,
        change.awsAccountId,
        change.kind,
        change.draftId,
        change.title,
        change.token,
        JSON.stringify(change.intent),
        change.before === null ? null : maskText(JSON.stringify(change.before)),
        change.eulaSha256,
        change.eulaKey,
        change.offerId,
        change.productId,
        now(),
        now(),
      );
      log(change.id, 'intended', { kind: change.kind, awsAccountId: change.awsAccountId, token: change.token });
    },
    update(id, state, patch) {
      const entries = Object.entries(patch) as [keyof ChangePatch, unknown][];
      const assignments = entries.map(([key]) => `, ${COLUMNS[key]} = ?`).join('');
      const values = entries.map(([key, value]) => toColumn(key, value));
      database.run(
        `UPDATE changes SET state = ?, updated_at = ?${assignments} WHERE id = ?`,
        state,
        now(),
        ...values,
        id,
      );
      const { after: _after, ...details } = patch;
      log(id, state, details);
    },
    find(id) {
      const row = database.get<ChangeRow>('SELECT * FROM changes WHERE id = ?', id);
      return row ? toJournalRow(row) : null;
    },
    findOpen() {
      return database
        .all<{ id: string; paused: number }>(
          `SELECT id, paused FROM changes WHERE state IN (${placeholders(OPEN_STATES)}) ORDER BY seq`,
          ...OPEN_STATES,
        )
        .map(({ id, paused }) => ({ id, paused: paused === 1 }));
    },
    findOfDraft(draftId, states) {
      return database
        .all<ChangeRow>(
          `SELECT * FROM changes WHERE draft_id = ? AND state IN (${placeholders(states)}) ORDER BY seq DESC`,
          draftId,
          ...states,
        )
        .map(toJournalRow);
    },
    findOfOffer(account, offerId, states) {
      return database
        .all<ChangeRow>(
          `SELECT * FROM changes WHERE account = ? AND offer_id = ? AND state IN (${placeholders(states)}) ORDER BY seq DESC`,
          account,
          offerId,
          ...states,
        )
        .map(toJournalRow);
    },
    list: (filter) => listChanges(database, filter),
    logPosition() {
      return database.get<{ position: number | null }>('SELECT max(seq) AS position FROM change_log')?.position ?? 0;
    },
    movedSince(position) {
      return database
        .all<{ change_id: string }>('SELECT DISTINCT change_id FROM change_log WHERE seq > ?', position)
        .map((row) => row.change_id);
    },
  };
}

function listChanges(database: Database, filter: ChangeFilter): { items: Change[]; total: number } {
  const conditions: string[] = [];
  const values: string[] = [];
  if (filter.account !== null) {
    conditions.push('account = ?');
    values.push(filter.account);
  }
  for (const [column, wanted] of [
    ['state', filter.states],
    ['kind', filter.kinds],
  ] as const) {
    if (wanted.length === 0) continue;
    conditions.push(`${column} IN (${placeholders(wanted)})`);
    values.push(...wanted);
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const { total } = database.get<{ total: number }>(`SELECT count(*) AS total FROM changes ${where}`, ...values) ?? {
    total: 0,
  };
  const rows = database.all<PublicRow>(
    `SELECT ${PUBLIC_COLUMNS} FROM changes ${where} ORDER BY seq DESC LIMIT ? OFFSET ?`,
    ...values,
    filter.pageSize,
    (filter.page - 1) * filter.pageSize,
  );
  return { items: rows.map(toPublic), total };
}

/** What the contract shows of a row. */
export function toChange(row: JournalRow): Change {
  return changeSchema.parse(row);
}

interface PublicRow {
  id: string;
  account: string;
  aws_account_id: string;
  kind: ChangeKind;
  state: ChangeState;
  draft_id: string | null;
  title: string;
  change_set_id: string | null;
  aws_status: string | null;
  offer_id: string | null;
  product_id: string | null;
  errors: string;
  error: string | null;
  differences: string | null;
  created_at: string;
  updated_at: string;
}

interface ChangeRow extends PublicRow {
  seq: number;
  token: string;
  intent: string;
  eula_sha256: string | null;
  eula_key: string | null;
  attempts: number;
  sending_since: number | null;
  paused: number;
}

function toPublic(row: PublicRow): Change {
  return {
    id: row.id,
    account: row.account,
    awsAccountId: row.aws_account_id,
    kind: row.kind,
    state: row.state,
    draftId: row.draft_id,
    title: row.title,
    changeSetId: row.change_set_id,
    awsStatus: row.aws_status,
    offerId: row.offer_id,
    productId: row.product_id,
    errors: changeErrorSchema.array().parse(JSON.parse(row.errors)),
    error: row.error === null ? null : appErrorSchema.parse(JSON.parse(row.error)),
    differences: row.differences === null ? null : differenceSchema.array().parse(JSON.parse(row.differences)),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toJournalRow(row: ChangeRow): JournalRow {
  return {
    ...toPublic(row),
    seq: row.seq,
    token: row.token,
    intent: intentSchema.parse(JSON.parse(row.intent)),
    eulaSha256: row.eula_sha256,
    eulaKey: row.eula_key,
    attempts: row.attempts,
    sendingSince: row.sending_since,
    paused: row.paused === 1,
  };
}

function toColumn(key: keyof ChangePatch, value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (JSON_COLUMNS.has(key)) return maskText(JSON.stringify(value));
  return typeof value === 'boolean' ? Number(value) : (value as string | number);
}

function placeholders(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
