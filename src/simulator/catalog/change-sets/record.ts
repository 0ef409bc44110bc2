/** A change set as the simulated service keeps it from its start to long after its end. */
import type { EntityType } from '../model.ts';

type ChangeSetStatus = 'PREPARING' | 'APPLYING' | 'SUCCEEDED' | 'CANCELLED' | 'FAILED';

/** CLIENT_ERROR = mend the input; SERVER_FAULT = the same request may succeed later. */
type FailureCode = 'CLIENT_ERROR' | 'SERVER_FAULT';

export interface ErrorDetail {
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
}

export interface ChangeRecord {
  readonly changeType: string;
  readonly changeName: string | null;
  readonly entityType: EntityType;
  /** `$Name.Entity.Identifier` until the entity exists, then `id@revision`; null before a creation has succeeded. */
  readonly identifier: string | null;
  readonly details: unknown;
  readonly entityTags: Readonly<Record<string, string>>;
  readonly errors: readonly ErrorDetail[];
}

/** Outcome that a test or a training run asked for instead of the real evaluation. */
export type ForcedOutcome =
  /** Told by `FailureDescription` alone. */
  | { readonly kind: 'described'; readonly failureCode: FailureCode; readonly description: string }
  /** Put on the first change of a type. */
  | {
      readonly kind: 'blamed';
      readonly failureCode: FailureCode;
      readonly changeType: string;
      readonly errors: readonly ErrorDetail[];
    };

export interface ChangeSetRecord {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly intent: 'APPLY' | 'VALIDATE';
  readonly status: ChangeSetStatus;
  readonly startTime: string;
  readonly endTime: string | null;
  readonly failureCode: FailureCode | null;
  readonly failureDescription: string | null;
  readonly changes: readonly ChangeRecord[];
  /** Existing entities that nobody else may change meanwhile. */
  readonly changedEntityIds: readonly string[];
  /** Existing entities that details refer to: others may refer to them too, but not change them. */
  readonly referredEntityIds: readonly string[];
  /** Business time in ms of the next step; a restarted simulator goes on from here. */
  readonly nextStepAt: number;
  /** How long APPLYING takes, in ms. */
  readonly applyMs: number;
  readonly forced: ForcedOutcome | null;
}

export function isOpen(record: ChangeSetRecord): boolean {
  return record.status === 'PREPARING' || record.status === 'APPLYING';
}

const REFERENCE = /^\$([a-zA-Z]+)\.Entity\.Identifier$/;

/** The change name inside `$Name.Entity.Identifier`, or null. */
export function referencedName(value: unknown): string | null {
  return typeof value === 'string' ? (REFERENCE.exec(value)?.[1] ?? null) : null;
}
