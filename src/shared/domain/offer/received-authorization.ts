/** What a channel partner's draft knows of the authorization that it is made from: rules and comparison on screen stand on it. */
import { z } from 'zod';
import type { OfferDraft } from './draft.ts';

const text = z.string().max(200);
const date = z.string().max(20);

/** As AWS held it when it was last read. */
export const receivedAuthorizationSchema = z.object({
  name: z.string().max(2000),
  /** Worked out as lists show it: `authorized`, `consumed`, … */
  state: text,
  seller: text,
  sellerName: text,
  /** Last day of use; empty = no end. */
  endDate: date,
  /** Latest first day of service; empty = AWS's own limit. */
  latestStartDate: date,
  /** Longest time to pay; empty = none said. */
  netPayment: date,
  /** Empty = any buyer. */
  buyers: z.array(text).max(100),
  /** Charges by which the partner pays for fixed units; empty where the authorization has none. */
  schedule: z.array(z.object({ date, amount: z.string().max(40) })).max(200),
  /** Names of the dimensions that it prices, as far as AWS tells them. */
  dimensions: z
    .array(z.object({ key: z.string().max(200), name: z.string().max(600) }))
    .max(1000)
    .optional(),
  /** Whose text the licence is that buyers get with it. */
  eula: z.enum(['standard', 'custom']).optional(),
  /** ISO instant. */
  readAt: z.string().max(40),
});
export type ReceivedAuthorization = z.infer<typeof receivedAuthorizationSchema>;

export interface Resale {
  readonly authorizationId: string;
  /** null where a draft from a file only names the authorization. */
  readonly received: ReceivedAuthorization | null;
  /** What a dimension is called; its key where AWS does not tell. */
  readonly nameOf: (dimensionKey: string) => string;
  /** Fixed price and schedule of the partner's own in place of a markup. */
  readonly ownPrices: boolean;
}

/** What the draft is resold from; null for any other offer. */
export function resaleOf({ source }: Pick<OfferDraft, 'source'>): Resale | null {
  if (source.kind !== 'resale' && source.kind !== 'resale-replacement') return null;
  const { authorizationId, received = null, ownPrices = false } = source;
  const nameOf = (key: string) => received?.dimensions?.find((one) => one.key === key)?.name ?? key;
  return { authorizationId, received, ownPrices, nameOf };
}

/** Only fixed units paid by schedule can have a price of the partner's own. */
export function canPriceFreely({ schedule }: ReceivedAuthorization): boolean {
  return schedule.length > 0;
}
