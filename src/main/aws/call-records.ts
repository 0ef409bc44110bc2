/** Which records a call was about: told from what was asked and answered, whatever the operation is called. */
import type { Database } from '../storage/database.ts';

export interface CalledRecord {
  readonly id: string;
  /** As in the journal; null where the id says nothing about it. */
  readonly type: string | null;
  readonly failed: boolean;
  readonly code: string | null;
  readonly message: string | null;
}

export interface CalledRecords {
  /** The one that it was about, if it was about one. */
  readonly main: CalledRecord | null;
  readonly all: readonly CalledRecord[];
  /** Also those without an id. */
  readonly count: number;
}

type Json = Readonly<Record<string, unknown>>;

const MAIN_MEMBERS = [
  'OpportunityIdentifier',
  'RelatedOpportunityIdentifier',
  'Identifier',
  'EntityId',
  'EngagementIdentifier',
  'agreementId',
];
const ID_MEMBERS = ['Id', 'EntityId', 'agreementId', 'OpportunityId', 'Identifier', 'EngagementId'];
/** Types by the form of AWS's ids. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^offer-/, 'Offer'],
  [/^offerset-/, 'OfferSet'],
  [/^resaleauthz-/, 'ResaleAuthorization'],
  [/^prod-/, 'Product'],
  [/^agmt-/, 'Agreement'],
  [/^O\d+$/, 'Opportunity'],
  [/^engi-/, 'EngagementInvitation'],
  [/^eng-/, 'Engagement'],
  [/^S-\d+$/, 'Solution'],
];
const LONGEST_ID = 200;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

export function findRecords(input: unknown, output: unknown, failure: { code: string; message: string } | null) {
  const main = mainOf(input, output, failure);
  if (failure) {
    const all = [...batchOf(input, null, failure), ...(main ? [main] : [])];
    return { main, all: unique(all), count: Math.max(all.length, main ? 1 : 0) };
  }
  const batch = batchOf(input, output, null);
  const listed = batch.length > 0 ? batch : listOf(output);
  const all = unique([...(main ? [main] : []), ...listed.filter(({ id }) => id !== '')]);
  return { main, all, count: Math.max(all.length, listed.length) } satisfies CalledRecords;
}

/** What of the operation: the type that is listed, the change that is made. */
export function variantOf(input: unknown): string | null {
  if (!isObject(input)) return null;
  if (typeof input['EntityType'] === 'string') return input['EntityType'];
  const changes = input['ChangeSet'];
  if (!Array.isArray(changes)) return null;
  const types = changes.flatMap((change: unknown) =>
    isObject(change) && typeof change['ChangeType'] === 'string' ? [change['ChangeType']] : [],
  );
  // What makes, ends or releases something says more than the terms beside it.
  return types.find((type) => /^(Create|Release|Restrict|Cancel)/.test(type)) ?? types[0] ?? null;
}

function mainOf(input: unknown, output: unknown, failure: Failure): CalledRecord | null {
  const asked = isObject(input) ? MAIN_MEMBERS.map((name) => input[name]).find(isId) : undefined;
  const made = isObject(output) && isId(output['Id']) ? output['Id'] : undefined;
  const changed = changedOf(output) ?? changedOf(input);
  const id = asked ?? made ?? changed;
  return id === undefined ? null : toRecord(id, failure);
}

type Failure = { readonly code: string; readonly message: string } | null;

/** The first entity of a change set that AWS has a name for. */
function changedOf(value: unknown): string | undefined {
  const changes = isObject(value) ? value['ChangeSet'] : undefined;
  if (!Array.isArray(changes)) return undefined;
  const ids = changes.map((change: unknown) =>
    isObject(change) && isObject(change['Entity']) ? change['Entity'] : {},
  );
  return ids.map((entity: Json) => entity['Identifier']).find((id): id is string => isId(id) && !id.startsWith('$'));
}

function batchOf(input: unknown, output: unknown, failure: Failure): CalledRecord[] {
  const asked = isObject(input) ? input['EntityRequestList'] : undefined;
  if (!Array.isArray(asked)) return [];
  const errors = isObject(output) && isObject(output['Errors']) ? output['Errors'] : {};
  return asked.flatMap((entry: unknown) => {
    const id = isObject(entry) ? entry['EntityId'] : undefined;
    if (!isId(id)) return [];
    const error = errors[id];
    if (!isObject(error)) return [toRecord(id, failure)];
    return [toRecord(id, { code: String(error['ErrorCode'] ?? ''), message: String(error['ErrorMessage'] ?? '') })];
  });
}

/** The entries of the first list in an answer. */
function listOf(output: unknown): CalledRecord[] {
  if (!isObject(output)) return [];
  const list = Object.values(output).find((member) => Array.isArray(member) && member.some(isObject));
  if (!Array.isArray(list)) return [];
  return list.map((entry: unknown) => {
    const id = isObject(entry) ? ID_MEMBERS.map((name) => entry[name]).find(isId) : undefined;
    return toRecord(id ?? '', null);
  });
}

function toRecord(id: string, failure: Failure): CalledRecord {
  // An ARN ends with the id; a revision follows it.
  const short = (id.startsWith('arn:') ? (id.split('/').at(-1) ?? id) : id).split('@')[0] ?? id;
  const type = TYPES.find(([form]) => form.test(short))?.[1] ?? null;
  return { id: short, type, failed: failure !== null, code: failure?.code ?? null, message: failure?.message ?? null };
}

function unique(records: readonly CalledRecord[]): CalledRecord[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_ID;
}

/** An answer came, and this record of it could not be understood or kept: its latest call of the job says so from now on. */
export function noteFailedRecord(
  database: Database,
  jobId: string | null,
  record: { readonly account: string; readonly id: string; readonly code: string; readonly message: string },
): void {
  if (jobId === null) return;
  const latest = database.get<{ seq: number }>(
    `SELECT r.seq FROM call_records r JOIN calls c ON c.seq = r.seq
     WHERE r.account = ? AND r.entity_id = ? AND c.run_id = ? ORDER BY r.seq DESC LIMIT 1`,
    record.account,
    record.id,
    jobId,
  );
  if (!latest) return;
  const { changes } = database.run(
    'UPDATE call_records SET failed = 1, code = ?, message = ? WHERE seq = ? AND entity_id = ? AND failed = 0',
    record.code,
    record.message,
    latest.seq,
    record.id,
  );
  if (changes === 0) return;
  database.run(
    `UPDATE calls SET failed_records = (SELECT count(*) FROM call_records WHERE seq = ?1 AND failed = 1) WHERE seq = ?1`,
    latest.seq,
  );
}
