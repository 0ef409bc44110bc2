/** Turns a draft into the requests of AWS. Nothing is left out that AWS would then forget: an update replaces the whole record. */
import { bodyOf, type OpportunityBody, type OpportunityContact, type OpportunityDraft } from './draft.ts';
import { isObject, toAwsName, type JsonObject } from './record.ts';

export type Catalog = 'AWS' | 'Sandbox';

/** The request of `CreateOpportunity`, without its token. */
export function compileCreate(draft: OpportunityDraft, catalog: Catalog): JsonObject {
  const team = draft.opportunityTeam.filter(isMember).map(toAwsEntry);
  return {
    Catalog: catalog,
    Origin: 'Partner Referral',
    ...compileBody(bodyOf(draft)),
    ...(team.length > 0 && { OpportunityTeam: team }),
  };
}

/**
 * The request of `UpdateOpportunity`. A member that is not sent is stored as empty, with one exception: a contract duration that is
 * left out stays, so that one that was taken away is sent as null.
 */
export function compileUpdate(draft: OpportunityDraft, catalog: Catalog): JsonObject {
  if (!draft.target) throw new Error('an update needs the opportunity that it is about');
  const { opportunityId, lastModifiedDate, base } = draft.target;
  const body = compileBody(bodyOf(draft));
  const hadDuration = base.project.expectedContractDuration !== '';
  if (hadDuration && draft.project.expectedContractDuration.trim() === '') {
    body['Project'] = { ...(body['Project'] as JsonObject | undefined), ExpectedContractDuration: null };
  }
  return { Catalog: catalog, Identifier: opportunityId, LastModifiedDate: lastModifiedDate, ...body };
}

/** The members that both requests have. */
export function compileBody(body: OpportunityBody): JsonObject {
  const { carried, project, ...rest } = body;
  const { expectedContractDuration: months, ...members } = project;
  const sent = prune({
    ...rest,
    project: {
      ...members,
      expectedContractDuration: months.trim() === '' ? '' : { term: 'Months', value: months.trim() },
    },
  });
  const record = (sent ?? {}) as JsonObject;
  for (const [path, value] of Object.entries(carried)) put(record, path.split('.'), value);
  return record;
}

/** AWS's spelling, without what is empty. Unknown members of an entry stand beside the known ones. */
function prune(value: unknown): unknown {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (Array.isArray(value)) {
    const entries = value.map(prune).filter((entry) => entry !== undefined);
    return entries.length === 0 ? undefined : entries;
  }
  if (!isObject(value)) return value ?? undefined;
  const { others, ...members } = value;
  const sent: JsonObject = { ...(isObject(others) ? others : {}) };
  for (const [name, member] of Object.entries(members)) {
    const pruned = prune(member);
    if (pruned !== undefined) sent[toAwsName(name)] = pruned;
  }
  return Object.keys(sent).length === 0 ? undefined : sent;
}

function put(record: JsonObject, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    record[name] = value;
    return;
  }
  const inner = isObject(record[name]) ? record[name] : {};
  record[name] = inner;
  put(inner, rest, value);
}

/** A member of the team counts once anything but the title is given; AWS is sent nobody without an address. */
export function isMember({ email, firstName, lastName, phone }: OpportunityContact): boolean {
  return [email, firstName, lastName, phone].some((text) => text.trim() !== '');
}

function toAwsEntry(contact: OpportunityContact): unknown {
  return prune(contact);
}
