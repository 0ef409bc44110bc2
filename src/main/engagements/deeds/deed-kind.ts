/** What a deed must know: the request that it sends, what to look at before, and how to find again what it has done. */
import { z } from 'zod';
import type { Deed, DeedKindName, DeedOf } from '../../../shared/domain/engagement/deed.ts';
import type { CallOptions } from '../../aws/access.ts';
import type { CallDecision, CallResult, CallRow } from '../../changes/kinds.ts';
import type { OpportunityReading } from '../../opportunities/reader.ts';
import type { Json } from '../../opportunities/readings.ts';
import type { Place } from '../../opportunities/store.ts';

export const deedPayloadSchema = z.object({
  catalog: z.enum(['AWS', 'Sandbox']),
  /** What was there before under the same name: none of it is this one. */
  earlier: z.array(z.string()),
  /** The request as it is sent, but for its token. */
  request: z.record(z.string(), z.unknown()),
});
export type DeedPayload = z.infer<typeof deedPayloadSchema>;
export type DeedRow = CallRow<DeedPayload>;

/** What the copy on this machine knows. */
export interface Known {
  readonly place: Place;
  /** The 12 digits of the account. */
  readonly awsAccountId: string;
  engagement(id: string): Json | null;
}

export interface Admission {
  readonly title: string;
  readonly entityType: string;
  /** null where it is being made. */
  readonly entityId: string | null;
  readonly before: unknown;
  readonly earlier?: readonly string[];
}

/** A door that a row's account opens, and the row's catalog. */
export type DeedReading = OpportunityReading;

export interface DeedKind<D extends Deed> {
  /** AWS's name of the call. */
  readonly operation: string;
  /** Without the token. */
  request(deed: D, known: Known): Json;
  /** Looks at AWS before anything is written down; refuses what cannot be done. */
  admit(deed: D, reading: DeedReading, request: Json): Promise<Admission>;
  send(row: DeedRow, reading: DeedReading): Promise<CallResult>;
  look(row: DeedRow, reading: DeedReading): Promise<CallResult | null>;
  follow?(row: DeedRow, reading: DeedReading): Promise<CallDecision | null>;
}

export type DeedTable = { readonly [K in DeedKindName]: DeedKind<DeedOf<K>> };

export function readingOf(door: DeedReading['door'], row: DeedRow, options: CallOptions): DeedReading {
  return { door, catalog: row.payload.catalog, ...options };
}

/** AWS's clock and this machine's may differ a little; an index that lags shows older things. */
const SKEW_MS = 5 * 60_000;

/** Whether something of this time can have been made by the row. */
export function isSince(row: DeedRow, at: unknown): boolean {
  const time = typeof at === 'string' ? Date.parse(at) : NaN;
  return Number.isNaN(time) || time >= Date.parse(row.createdAt) - SKEW_MS;
}
