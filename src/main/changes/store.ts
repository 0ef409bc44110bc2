/** The journal's rows. A state is only ever written together with its line in the log, by whoever holds the row's lease. */
import {
  changedEntitySchema,
  changeErrorSchema,
  changeSchema,
  type Change,
  type ChangedEntity,
  type ChangeState,
} from '../../shared/domain/change/change.ts';
import type { ChangeKind } from '../../shared/domain/change/kinds.ts';
import { differenceSchema, type Difference } from '../../shared/domain/offer/offer.ts';
import { appErrorSchema, type AppError } from '../../shared/errors/app-error.ts';
import { maskText } from '../masking/mask.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { changeDocumentSchema, intentSchema, type ChangeDocument, type ChangeIntent } from './intent.ts';
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
  /** Uploaded before the first send. */
  readonly documents: readonly ChangeDocument[];
  readonly attempts: number;
  /** Real time, epoch ms. */
  readonly sendingSince: number | null;
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
  readonly documents: readonly ChangeDocument[];
  readonly entityType: string;
  /** null for an entity that is being made. */
  readonly entityId: string | null;
  readonly productId: string | null;
  readonly bulkId: string | null;
  /** The failed write that it repeats. */
  readonly repeats?: string | null;
  /** No person has clicked. */
  readonly automatic?: boolean;
}

/** What a transition may write beside the state. */
export interface ChangePatch {
  readonly changeSetId?: string;
  readonly awsStatus?: string;
  readonly entityId?: string | null;
  readonly entities?: readonly ChangedEntity[];
  readonly resultId?: string | null;
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
  readonly entityId: string | null;
  readonly bulkId: string | null;
  readonly page: number;
  readonly pageSize: number;
}

export interface ChangeStore {
  insert(change: NewChange): void;
  /** Writes the patch; a new state also writes a line of the log. Call inside a transaction that has checked the lease. */
  update(id: string, state: ChangeState, patch: ChangePatch): void;
  find(id: string): JournalRow | null;
  /** These writes as a list shows them, newest first. */
  findListed(ids: readonly string[]): Change[];
  findOpen(): readonly { id: string; paused: boolean }[];
  /** Changes of a draft in these states, newest first. */
  findOfDraft(draftId: string, states: readonly ChangeState[]): JournalRow[];
  findOfEntity(account: string, entity: ChangedEntity, states: readonly ChangeState[]): JournalRow[];
  list(filter: ChangeFilter): { items: Change[]; total: number };
  /** How far the log goes now, whoever wrote it. */
  logPosition(): number;
  /** Ids of the rows that moved after a position of the log. */
  movedSince(position: number): string[];
}

const COLUMNS: Readonly<Record<keyof ChangePatch, string>> = {
  changeSetId: 'change_set_id',
  awsStatus: 'aws_status',
  entityId: 'entity_id',
  entities: 'entities',
  resultId: 'result_id',
  errors: 'errors',
  error: 'error',
  differences: 'differences',
  attempts: 'attempts',
  sendingSince: 'sending_since',
  paused: 'paused',
  after: 'after',
};
const JSON_COLUMNS = new Set<keyof ChangePatch>(['errors', 'error', 'differences', 'after', 'entities']);

/** Everything but the documents: a page of the list must not read past them. */
const PUBLIC_COLUMNS = `id, account, aws_account_id, kind, state, draft_id, title, change_set_id, aws_status, entity_type, entity_id,
  entities, bulk_id, automatic, result_id, paused, product_id, errors, error, differences, created_at, updated_at`;

export function createChangeStore(deps: { database: Database; clock: Clock }): ChangeStore {
  const { database, clock } = deps;
  const now = () => new Date(clock.now()).toISOString();

  function log(id: string, state: ChangeState, details: object): void {
    appendToLog(database, { changeId: id, state, at: now(), details: maskText(JSON.stringify(details)) });
  }

  return {
    insert(change) {
      const intent = JSON.stringify(change.intent);
      if (maskText(intent) !== intent) throw new Error(`the intent of ${change.kind} holds a secret`);
      database.run(
        `INSERT INTO changes (id, account, aws_account_id, kind, state, draft_id, title, token, intent, before,
           documents, entity_type, entity_id, product_id, bulk_id, repeats, automatic, created_at, updated_at)
         VALUES (?, ?, ?, ?, 'intended', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        change.id,
        change.account,
        change.awsAccountId,
        change.kind,
        change.draftId,
        change.title,
        change.token,
        intent,
        change.before === null ? null : maskText(JSON.stringify(change.before)),
        JSON.stringify(change.documents),
        change.entityType,
        change.entityId,
        change.productId,
        change.bulkId,
        change.repeats ?? null,
        Number(change.automatic ?? false),
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
    findListed(ids) {
      return database
        .all<PublicRow>(
          `SELECT ${PUBLIC_COLUMNS} FROM changes WHERE id IN (SELECT value FROM json_each(?)) ORDER BY seq DESC`,
          JSON.stringify(ids),
        )
        .map(toPublic);
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
    findOfEntity(account, { type, id }, states) {
      return database
        .all<ChangeRow>(
          `SELECT * FROM changes WHERE account = ? AND entity_id = ? AND entity_type = ? AND state IN (${placeholders(states)}) ORDER BY seq DESC`,
          account,
          id,
          type,
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

/** By the index for the entity that a write is about, by the few sets of several for those beside it. */
const OF_ENTITY = `seq IN (SELECT seq FROM changes WHERE entity_id = ?
  UNION ALL SELECT seq FROM changes WHERE json_array_length(entities) > 1 AND instr(entities, ?) > 0)`;

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
  if (filter.bulkId !== null) {
    conditions.push('bulk_id = ?');
    values.push(filter.bulkId);
  }
  if (filter.entityId !== null) {
    conditions.push(OF_ENTITY);
    values.push(filter.entityId, JSON.stringify(filter.entityId));
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
  entity_type: string;
  entity_id: string | null;
  entities: string;
  bulk_id: string | null;
  automatic: number;
  result_id: string | null;
  paused: number;
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
  documents: string;
  attempts: number;
  sending_since: number | null;
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
    entityType: row.entity_type,
    entityId: row.entity_id,
    entities: changedEntitySchema.array().parse(JSON.parse(row.entities)),
    offerId: row.entity_type === 'Offer' ? row.entity_id : null,
    bulkId: row.bulk_id,
    ...(row.automatic === 1 ? { automatic: true } : {}),
    resultId: row.result_id,
    paused: row.paused === 1,
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
    documents: changeDocumentSchema.array().parse(JSON.parse(row.documents)),
    attempts: row.attempts,
    sendingSince: row.sending_since,
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
