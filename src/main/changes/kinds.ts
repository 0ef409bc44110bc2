/** What the journal must know of an entity that change sets write, and of a direct call. Features register theirs in core.ts. */
import type { z } from 'zod';
import type { ChangeKind } from '../../shared/domain/change/kinds.ts';
import type { Difference } from '../../shared/domain/offer/offer.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { CallOptions } from '../aws/access.ts';
import type { ChangeSetIntent } from './intent.ts';

/** An entity as AWS describes it now. */
export interface ReadEntity {
  readonly id: string;
  readonly revision: string;
  readonly document: unknown;
}

/** One type of catalog entity: `Offer`, `ResaleAuthorization`, `OfferSet`. */
export interface EntityKind {
  /** As in `Entity.Type`, without the version. */
  readonly type: string;
  /** Reads the entity from AWS, and brings the copy on this machine up to date. */
  read(account: string, id: string, signal: AbortSignal): Promise<ReadEntity>;
  /** How it differs from what was meant. `isMain`: it is the one that the write is about, not one made beside it. */
  compare(intent: ChangeSetIntent, entity: ReadEntity, isMain: boolean): Difference[];
  /** Where in the document an error of AWS belongs; null where it concerns no field. */
  pathOf(changeType: string, code: string): string | null;
  /** The same for a member of a change's details that a refusal names; null where it is unknown. */
  pathOfMember(member: string): string | null;
}

/** A row of a direct call, as its kind sees it. */
export interface CallRow<Payload> {
  readonly id: string;
  readonly account: string;
  readonly awsAccountId: string;
  /** One user action, one token: goes along where the API takes one. */
  readonly token: string;
  readonly payload: Payload;
  readonly entityId: string | null;
  /** What `send` or `look` has found; null before. */
  readonly resultId: string | null;
  /** ISO instant at which it was written down: what was made earlier cannot be it. */
  readonly createdAt: string;
}

export interface CallResult {
  /** What AWS calls the result: a request's id, an address; null where it has no name. */
  readonly resultId: string | null;
  /** The entity that was made, where it was not known before. */
  readonly entityId?: string;
  /** What AWS answered, for the history. */
  readonly after: unknown;
}

/** AWS's decision about a call whose answer was only "received". */
export type CallDecision =
  | { readonly state: 'succeeded'; readonly after: unknown }
  | { readonly state: 'failed'; readonly error: AppError; readonly after?: unknown };

export interface CallKind<Payload = unknown> {
  readonly kind: ChangeKind;
  /** Holds no secret: it lies readable in the journal. */
  readonly payload: z.ZodType<Payload>;
  /** Does it once. `options` asks for a single attempt, since a repetition is for the journal to decide. */
  send(row: CallRow<Payload>, options: CallOptions): Promise<CallResult>;
  /**
   * Whether it has happened. Must not rely on the token alone: a service may forget it, and some take none. Asked after an unknown
   * outcome, again and again until an index that lags could no longer hide it, and once after success, to read back.
   */
  look(row: CallRow<Payload>, options: CallOptions): Promise<CallResult | null>;
  /** Where AWS decides later: asked until it has; null = not yet. Leave it out where the request itself is the result. */
  follow?(row: CallRow<Payload>, options: CallOptions): Promise<CallDecision | null>;
}

export interface Kinds {
  readonly entities: readonly EntityKind[];
  // Each kind reads its own payload only, after its schema has accepted it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
  readonly calls: readonly CallKind<any>[];
}

export function entityKindOf(kinds: Kinds, type: string): EntityKind | null {
  return kinds.entities.find((kind) => kind.type === type) ?? null;
}

export function callKindOf(kinds: Kinds, kind: ChangeKind): CallKind {
  const found = kinds.calls.find((candidate) => candidate.kind === kind);
  if (!found) throw new Error(`no call kind is registered for ${kind}`);
  return found as CallKind;
}
