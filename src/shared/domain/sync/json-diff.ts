/** Two JSON documents laid side by side: the leaves in which they differ, by their paths. */

export interface JsonDifference {
  /** Dotted, with numbers for list positions. */
  readonly path: string;
  /** undefined where the side has nothing there. */
  readonly before: unknown;
  readonly after: unknown;
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Everything that differs. */
export function diffJson(before: unknown, after: unknown, path = ''): JsonDifference[] {
  if (!isGroup(before) || !isGroup(after) || Array.isArray(before) !== Array.isArray(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => diffJson(before[name], after[name], join(path, name)));
}

/** What of `sent` is not held as it was sent; what is held beside it does not count. Lists compare whatever their order. */
export function diffHeld(sent: unknown, held: unknown, path = ''): JsonDifference[] {
  if (Array.isArray(sent) && Array.isArray(held)) {
    return sent.flatMap((entry: unknown, index) =>
      held.some((other) => diffHeld(entry, other).length === 0)
        ? []
        : diffHeld(entry, (held as unknown[])[index], join(path, String(index))),
    );
  }
  if (isGroup(sent) && isGroup(held)) {
    return Object.entries(sent).flatMap(([name, member]) => diffHeld(member, held[name], join(path, name)));
  }
  const isNothing = (value: unknown) => value === null || value === undefined;
  if (isNothing(sent) && isNothing(held)) return [];
  return !isGroup(sent) && !isGroup(held) && isSameText(sent, held) ? [] : [{ path, before: sent, after: held }];
}

/** AWS writes numbers and instants in its own way. */
function isSameText(one: unknown, other: unknown): boolean {
  if (String(one) === String(other)) return true;
  const [a, b] = [one, other].map((value) =>
    typeof value === 'string' && /^\d{4}-/.test(value) ? Date.parse(value) : NaN,
  );
  return a !== undefined && !Number.isNaN(a) && a === b;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
