/** Reads what AWS returns of an opportunity into a draft. Members that this version does not know are carried along, never dropped. */
import {
  createOpportunityDraft,
  emptyBody,
  emptyContact,
  nameOfOpportunity,
  type Association,
  type OpportunityBody,
  type OpportunityContact,
  type OpportunityDraft,
} from './draft.ts';
import { ASSOCIATION_TYPES } from './picklists.ts';
import { isObject, toDraftName, type JsonObject } from './record.ts';

/** Members of the record that an update does not send. */
const NOT_OF_THE_BODY: ReadonlySet<string> = new Set([
  'Catalog',
  'Origin',
  'ClientToken',
  'Id',
  'Identifier',
  'Arn',
  'CreatedDate',
  'LastModifiedDate',
  'OpportunityTeam',
  'RelatedEntityIdentifiers',
  'Tags',
  // What the SDK adds to an answer.
  '$metadata',
]);

/** The body of a record as `GetOpportunity` returns it, or of a request that was sent before. */
export function parseBody(record: unknown): OpportunityBody {
  const carried: JsonObject = {};
  const { carried: _none, ...shape } = emptyBody();
  const members = isObject(record)
    ? Object.fromEntries(Object.entries(record).filter(([name]) => !NOT_OF_THE_BODY.has(name)))
    : {};
  const body = readObject(members, shape, '', carried);
  return { ...body, carried };
}

export interface OpportunitySummaryFacts {
  /** Told by `GetAwsOpportunitySummary` alone; null where that was not read. */
  readonly origin: string | null;
  readonly involvement: string | null;
  readonly visibility: string | null;
}

/** A draft that changes the opportunity of the record. */
export function parseOpportunity(record: unknown, summary: OpportunitySummaryFacts | null): OpportunityDraft {
  const found = isObject(record) ? record : {};
  const base = parseBody(found);
  const associations = parseAssociations(found['RelatedEntityIdentifiers']);
  const draft = createOpportunityDraft();
  return {
    ...draft,
    ...base,
    name: nameOfOpportunity(base),
    opportunityTeam: parseTeam(found['OpportunityTeam']),
    associations,
    sharing: {
      involvement: summary?.involvement ?? draft.sharing.involvement,
      visibility: summary?.visibility ?? draft.sharing.visibility,
    },
    target: {
      opportunityId: toText(found['Id']),
      lastModifiedDate: toText(found['LastModifiedDate']),
      base,
      origin: summary?.origin ?? '',
      associations,
    },
  };
}

export function parseAssociations(related: unknown): Association[] {
  if (!isObject(related)) return [];
  return ASSOCIATION_TYPES.flatMap((type) => {
    const ids = related[type];
    return Array.isArray(ids) ? ids.map((id) => ({ type, id: toText(id), name: '' })) : [];
  });
}

function parseTeam(team: unknown): OpportunityContact[] {
  if (!Array.isArray(team)) return [];
  return team.map((member) => readEntry(member, emptyContact()));
}

/** Reads the members that `shape` has; what else there is goes into `carried` under its path. */
function readObject<T extends object>(found: unknown, shape: T, path: string, carried: JsonObject): T {
  const source = isObject(found) ? found : {};
  const read: JsonObject = { ...(shape as JsonObject) };
  for (const [name, value] of Object.entries(source)) {
    if (value === null || value === undefined) continue;
    const member = toDraftName(name);
    const at = path === '' ? name : `${path}.${name}`;
    if (!Object.hasOwn(shape, member)) carried[at] = value;
    else read[member] = readMember(at, value, (shape as JsonObject)[member], carried);
  }
  return read as T;
}

const ENTRIES: Readonly<Record<string, object>> = {
  'Customer.Contacts': emptyContact(),
  'Project.ExpectedCustomerSpend': {
    amount: '',
    currencyCode: '',
    frequency: '',
    targetCompany: '',
    estimationUrl: '',
  },
};

function readMember(path: string, value: unknown, shape: unknown, carried: JsonObject): unknown {
  if (path === 'Project.ExpectedContractDuration') return isObject(value) ? toText(value['Value']) : '';
  if (path === 'LifeCycle.NextStepsHistory') return Array.isArray(value) ? value.map(readStep) : [];
  const entry = ENTRIES[path];
  if (entry && Array.isArray(value)) return value.map((found) => readEntry(found, entry));
  if (Array.isArray(shape)) return Array.isArray(value) ? value.map(toText) : [];
  if (isObject(shape)) return readObject(value, shape, path, carried);
  return toText(value);
}

function readStep(found: unknown): { value: string; time: string } {
  const step = isObject(found) ? found : {};
  return { value: toText(step['Value']), time: toText(step['Time']) };
}

function readEntry<T extends object>(found: unknown, shape: T): T {
  const others: JsonObject = {};
  const entry = readObject(found, shape, '', others);
  return Object.keys(others).length === 0 ? entry : { ...entry, others };
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
