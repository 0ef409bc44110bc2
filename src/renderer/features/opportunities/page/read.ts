/** Reads members of AWS's JSON: what is missing or of another kind is simply not there. */

export type Json = Readonly<Record<string, unknown>>;

function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (found, name) => (found !== null && typeof found === 'object' ? (found as Json)[name] : undefined),
      value,
    );
}

export function textAt(value: unknown, path: string): string {
  const found = at(value, path);
  if (typeof found === 'string') return found;
  return typeof found === 'number' || typeof found === 'boolean' ? String(found) : '';
}

export function listAt(value: unknown, path: string): readonly unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}

export function textsAt(value: unknown, path: string): string[] {
  return listAt(value, path).flatMap((entry) => (typeof entry === 'string' ? [entry] : []));
}
