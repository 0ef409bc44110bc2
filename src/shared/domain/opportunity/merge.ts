/** Two changes of the same record, brought together field by field: what only one side changed merges by itself, the rest is chosen. */
import {
  bodyOf,
  nameOfOpportunity,
  type OpportunityBody,
  type OpportunityDraft,
  type OpportunityTarget,
} from './draft.ts';
import { getAt, isObject, isSame, setAt } from './record.ts';

export interface FieldClash {
  readonly path: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merge {
  /** Mine, with everything that only they have changed. In a clash it holds mine. */
  readonly body: OpportunityBody;
  /** Paths that only they have changed, and that were taken over. */
  readonly taken: readonly string[];
  /** Paths that both have changed, to different values. */
  readonly clashes: readonly FieldClash[];
}

/** AWS's words about the record: always as AWS has them now. */
const THEIRS_ALONE: readonly string[] = [
  'lifeCycle.reviewStatus',
  'lifeCycle.reviewComments',
  'lifeCycle.reviewStatusReason',
  'lifeCycle.nextStepsHistory',
];

export function mergeBodies(base: OpportunityBody, mine: OpportunityBody, theirs: OpportunityBody): Merge {
  let body = mine;
  const taken: string[] = [];
  const clashes: FieldClash[] = [];
  for (const path of fieldPaths(base, mine, theirs)) {
    const [was, own, other] = [valueAt(base, path), valueAt(mine, path), valueAt(theirs, path)];
    if (isSame(own, other)) continue;
    if (isSame(was, other) && !THEIRS_ALONE.includes(path)) continue;
    if (isSame(was, own) || THEIRS_ALONE.includes(path)) {
      body = putAt(body, path, other);
      taken.push(path);
    } else clashes.push({ path, base: was, mine: own, theirs: other });
  }
  return { body, taken, clashes };
}

/** The draft goes on from AWS's newest record. `choices` names the side for each clash; without a choice mine stays. */
export function rebase(
  draft: OpportunityDraft,
  theirs: OpportunityTarget,
  choices: Readonly<Record<string, 'mine' | 'theirs'>>,
): OpportunityDraft {
  const merge = mergeBodies(draft.target?.base ?? theirs.base, draft, theirs.base);
  const body = merge.clashes.reduce(
    (merged, { path, theirs: other }) => (choices[path] === 'theirs' ? putAt(merged, path, other) : merged),
    merge.body,
  );
  return {
    ...draft,
    ...body,
    name: nameOfOpportunity(body),
    associations: mergeAssociations(draft, theirs),
    target: theirs,
  };
}

/** After a send the draft is about what AWS holds now; what was typed since then, or could not be associated, stays to be sent. */
export function goOnFrom(draft: OpportunityDraft, sent: OpportunityDraft, held: OpportunityTarget): OpportunityDraft {
  const wasSent = ({ type, id }: { type: string; id: string }) =>
    sent.associations.some((entry) => entry.type === type && entry.id === id);
  const target = { ...held, base: bodyOf(sent), associations: held.associations.filter(wasSent) };
  return rebase({ ...draft, target }, held, {});
}

/**
 * A draft on the screen, typed on since it was saved, and the same draft after a send has gone on from AWS's record: both in one. null
 * where somebody has typed elsewhere too, or AWS has changed what was typed here.
 */
export function followSent(
  mine: OpportunityDraft,
  saved: OpportunityDraft,
  other: OpportunityDraft,
): OpportunityDraft | null {
  const { target } = other;
  if (!target || target.lastModifiedDate === mine.target?.lastModifiedDate) return null;
  const typedElsewhere = changedPaths(target.base, other).filter(
    (path) => !isSame(valueAt(other, path), valueAt(saved, path)),
  );
  if (typedElsewhere.length > 0 || mergeBodies(bodyOf(saved), mine, target.base).clashes.length > 0) return null;
  return { ...goOnFrom(mine, saved, target), sharing: other.sharing };
}

/** What was added or taken away here stays so; everything else is as AWS has it. */
function mergeAssociations(draft: OpportunityDraft, theirs: OpportunityTarget): OpportunityDraft['associations'] {
  const keyOf = ({ type, id }: { type: string; id: string }) => `${type} ${id}`;
  const before = new Set((draft.target?.associations ?? []).map(keyOf));
  const here = new Set(draft.associations.map(keyOf));
  const names = new Map(draft.associations.map((entry) => [keyOf(entry), entry.name]));
  const added = draft.associations.filter((entry) => !before.has(keyOf(entry)));
  const kept = theirs.associations.filter((entry) => !before.has(keyOf(entry)) || here.has(keyOf(entry)));
  const all = [...kept, ...added.filter((entry) => !kept.some((one) => keyOf(one) === keyOf(entry)))];
  return all.map((entry) => ({ ...entry, name: names.get(keyOf(entry)) || entry.name }));
}

/** Fields that differ between what AWS held and what the draft says. */
export function changedPaths(base: OpportunityBody, mine: OpportunityBody): string[] {
  return fieldPaths(base, mine).filter((path) => !isSame(valueAt(base, path), valueAt(mine, path)));
}

/** Lists count as one field each: an entry has no name by which it could be followed. */
function fieldPaths(...bodies: readonly OpportunityBody[]): string[] {
  const paths = new Set<string>();
  for (const body of bodies) {
    const { carried, ...members } = pickBody(body);
    collect(members, '', paths);
    for (const path of Object.keys(carried)) paths.add(`carried:${path}`);
  }
  return [...paths];
}

/** A draft is more than its body. */
function pickBody(body: OpportunityBody): OpportunityBody {
  const { customer, project, lifeCycle, marketing, softwareRevenue, carried } = body;
  const { partnerOpportunityIdentifier, nationalSecurity, opportunityType, primaryNeedsFromAws } = body;
  return {
    partnerOpportunityIdentifier,
    nationalSecurity,
    opportunityType,
    primaryNeedsFromAws,
    customer,
    project,
    lifeCycle,
    marketing,
    softwareRevenue,
    carried,
  };
}

function collect(value: object, path: string, paths: Set<string>): void {
  for (const [name, member] of Object.entries(value)) {
    const at = path === '' ? name : `${path}.${name}`;
    if (isObject(member)) collect(member, at, paths);
    else paths.add(at);
  }
}

const CARRIED = 'carried:';

/** Paths of carried members hold dots of their own. */
/** Of a path as a merge names it. */
export function valueAt(body: OpportunityBody, path: string): unknown {
  return path.startsWith(CARRIED) ? body.carried[path.slice(CARRIED.length)] : getAt(body, path);
}

function putAt<B extends OpportunityBody>(body: B, path: string, value: unknown): B {
  if (!path.startsWith(CARRIED)) return setAt(body, path, value);
  const { [path.slice(CARRIED.length)]: _old, ...rest } = body.carried;
  const carried = value === undefined ? rest : { ...rest, [path.slice(CARRIED.length)]: value };
  return { ...body, carried };
}
