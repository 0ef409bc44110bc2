/** AWS's spelling of a record and the draft's: the same members, with a capital first letter there and a small one here. */

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

export function toAwsName(member: string): string {
  return member.charAt(0).toUpperCase() + member.slice(1);
}

export function toDraftName(member: string): string {
  return member.charAt(0).toLowerCase() + member.slice(1);
}

/** Members that AWS names and the draft shows elsewhere. */
const SHOWN_AT: Readonly<Record<string, string>> = {
  relatedEntityIdentifier: 'associations',
  relatedEntityType: 'associations',
  'softwareRevenue.value': 'softwareRevenue.value.amount',
};

/** `Project.Title` or `project.title` as the draft's path. */
export function toDraftPath(path: string): string {
  const named = path.split('.').map(toDraftName).join('.');
  return SHOWN_AT[named] ?? named;
}

/** What stands at a path; undefined where nothing does. */
export function getAt(value: unknown, path: string): unknown {
  let found: unknown = value;
  for (const part of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as JsonObject)[part];
  }
  return found;
}

/** A copy with another value at the path; entries of lists are named by their position. */
export function setAt<T>(value: T, path: string, next: unknown): T {
  const [first = '', ...rest] = path.split('.');
  const inner = rest.length === 0 ? next : setAt(getMember(value, first), rest.join('.'), next);
  if (Array.isArray(value)) {
    return value.map((entry: unknown, index) => (index === Number(first) ? inner : entry)) as T;
  }
  return { ...(value as object), [first]: inner } as T;
}

function getMember(value: unknown, name: string): unknown {
  const found = typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined;
  return found ?? {};
}

/** Order of members makes no difference. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
