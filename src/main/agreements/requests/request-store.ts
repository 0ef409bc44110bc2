/** The local copy of requests about agreements, with the day on which AWS decides by itself. */
import type { SQLInputValue } from 'node:sqlite';
import type { MethodOutput, ParsedInput } from '../../../shared/contract/index.ts';
import { addDuration } from '../../../shared/domain/dates/duration.ts';
import { isDuration } from '../../../shared/domain/dates/duration.ts';
import {
  CANCELLATION_DAYS,
  OPEN_REQUEST_STATUSES,
  type AgreementRequest,
  type RequestKind,
} from '../../../shared/domain/agreement/request.ts';
import { foldText } from '../../../shared/domain/text/fold.ts';
import type { Database } from '../../storage/database.ts';
import type { ReadRequest } from './request-reader.ts';

const DAY_MS = 86_400_000;

export interface RequestStore {
  /** `expiration`: after how long a pending payment request is approved by itself; null where it is not. */
  save(account: string, request: ReadRequest, expiration: string | null, at: string): void;
  list(filter: ParsedInput<'agreements.requests'>): MethodOutput<'agreements.requests'>;
  get(account: string, id: string): AgreementRequest | null;
  /** Those that somebody still has to decide. */
  open(account: string): Pick<AgreementRequest, 'id' | 'kind' | 'agreementId'>[];
  ofAgreement(account: string, agreementId: string): AgreementRequest[];
}

export function createRequestStore(database: Database): RequestStore {
  return {
    save: (account, request, expiration, at) => save(database, { account, request, expiration, at }),
    list(filter) {
      const where = toWhere(filter);
      const total = database.get<{ total: number }>(
        `SELECT count(*) AS total FROM agreement_requests r WHERE ${where.sql}`,
        ...where.values,
      );
      const rows = database.all<RequestRow>(
        `${SELECT} WHERE ${where.sql} ORDER BY r.created_at DESC, r.id LIMIT ? OFFSET ?`,
        ...where.values,
        filter.pageSize,
        (filter.page - 1) * filter.pageSize,
      );
      return { items: rows.map(toRequest), total: total?.total ?? 0 };
    },
    get(account, id) {
      const row = database.get<RequestRow>(`${SELECT} WHERE r.account = ? AND r.id = ?`, account, id);
      return row ? toRequest(row) : null;
    },
    open: (account) =>
      database
        .all<{ id: string; kind: RequestKind; agreementId: string }>(
          `SELECT id, kind, agreement_id AS agreementId FROM agreement_requests
           WHERE account = ? AND status IN (SELECT value FROM json_each(?))`,
          account,
          JSON.stringify(OPEN_REQUEST_STATUSES),
        )
        .map((row) => ({ ...row })),
    ofAgreement: (account, agreementId) =>
      database
        .all<RequestRow>(
          `${SELECT} WHERE r.account = ? AND r.agreement_id = ? ORDER BY r.created_at DESC, r.id`,
          account,
          agreementId,
        )
        .map(toRequest),
  };
}

const SELECT = `SELECT r.*, p.title AS product_title, a.acceptor AS buyer FROM agreement_requests r
  LEFT JOIN agreements a ON a.account = r.account AND a.id = r.agreement_id
  LEFT JOIN products p ON p.account = r.account AND p.id = a.product_id`;

interface Saved {
  readonly account: string;
  readonly request: ReadRequest;
  readonly expiration: string | null;
  readonly at: string;
}

/** A list says less than the request itself: what is known of its words stays. */
function save(database: Database, { account, request, expiration, at }: Saved): void {
  const known = database.get<{ document: string }>(
    'SELECT document FROM agreement_requests WHERE account = ? AND id = ?',
    account,
    request.id,
  );
  const before = known ? (JSON.parse(known.document) as Partial<ReadRequest>) : {};
  const document = {
    ...request,
    description: request.description || (before.description ?? ''),
    statusMessage: request.statusMessage || (before.statusMessage ?? ''),
    reason: request.reason ?? before.reason ?? null,
  };
  database.run(
    `INSERT OR REPLACE INTO agreement_requests (account, id, kind, agreement_id, status, title, amount, currency,
       created_at, updated_at, decides_at, document, seen_at, search) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    account,
    request.id,
    request.kind,
    request.agreementId,
    request.status,
    request.title,
    request.amount,
    request.currency,
    request.createdAt,
    request.updatedAt,
    decidesAt(request, expiration),
    JSON.stringify(document),
    at,
    foldText([request.id, request.agreementId, request.title].join('\n')),
  );
}

function decidesAt({ kind, status, createdAt }: ReadRequest, expiration: string | null): string | null {
  if (status !== 'PENDING_APPROVAL') return null;
  if (kind === 'cancellation') return new Date(Date.parse(createdAt) + CANCELLATION_DAYS * DAY_MS).toISOString();
  if (kind !== 'payment' || expiration === null || !isDuration(expiration)) return null;
  return `${addDuration(createdAt.slice(0, 10), expiration)}${createdAt.slice(10)}`;
}

function toWhere(filter: ParsedInput<'agreements.requests'>): { sql: string; values: SQLInputValue[] } {
  const parts: { sql: string; values: SQLInputValue[] }[] = [{ sql: '1', values: [] }];
  const within = (column: string, values: readonly string[]) =>
    parts.push({ sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] });
  if (filter.account !== null) parts.push({ sql: 'r.account = ?', values: [filter.account] });
  if (filter.agreementId !== null) parts.push({ sql: 'r.agreement_id = ?', values: [filter.agreementId] });
  if (filter.kinds.length > 0) within('r.kind', filter.kinds);
  if (filter.openOnly) within('r.status', OPEN_REQUEST_STATUSES);
  if (filter.text.trim() !== '') parts.push({ sql: 'instr(r.search, ?) > 0', values: [foldText(filter.text.trim())] });
  return { sql: parts.map(({ sql }) => `(${sql})`).join(' AND '), values: parts.flatMap(({ values }) => values) };
}

interface RequestRow {
  account: string;
  id: string;
  kind: RequestKind;
  agreement_id: string;
  status: string;
  title: string;
  amount: string | null;
  currency: string | null;
  created_at: string;
  updated_at: string;
  decides_at: string | null;
  document: string;
  product_title: string | null;
  buyer: string | null;
}

function toRequest(row: RequestRow): AgreementRequest {
  const document = JSON.parse(row.document) as ReadRequest;
  return {
    account: row.account,
    id: row.id,
    kind: row.kind,
    agreementId: row.agreement_id,
    status: row.status,
    title: row.title,
    amount: row.amount,
    currency: row.currency,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    decidesAt: row.decides_at,
    description: document.description,
    statusMessage: document.statusMessage,
    reason: document.reason,
    productTitle: row.product_title,
    buyer: row.buyer ?? '',
  };
}
