/** What AWS refused about a published draft, at its fields, until the field is changed. */
import type { Change } from '../../../../shared/domain/change/change.ts';

export interface AwsFieldError {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export function awsErrorsOf(change: Change | null, sent: object, now: object): AwsFieldError[] {
  if (change === null) return [];
  return change.errors.flatMap(({ path, code, message }) =>
    path !== null && isSameValue(valueAt(sent, path), valueAt(now, path)) ? [{ path, code, message }] : [],
  );
}

/** The value at a dotted path; undefined where the draft has no such part. */
function valueAt(draft: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (part, key) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[key] : undefined),
      draft,
    );
}

function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
