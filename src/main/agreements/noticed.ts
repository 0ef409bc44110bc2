/** Agreements that a channel partner sold: AWS shows the maker of the product no more than events about them, so these fill the copy. */
import { z } from 'zod';
import type { Database } from '../storage/database.ts';
import type { AgreementRow } from './list-entry.ts';
import type { AgreementStore } from './store.ts';

const text = z.string().nullish().catch(null);
const party = z.looseObject({ accountId: text }).nullish().catch(null);
const named = z.looseObject({ id: text }).nullish().catch(null);

const eventSchema = z.looseObject({
  'detail-type': z.string(),
  time: text,
  detail: z.looseObject({
    agreement: z.looseObject({
      id: z.string().min(1),
      status: text,
      acceptanceTime: text,
      startTime: text,
      endTime: text,
    }),
    acceptor: party,
    proposer: party,
    offer: named,
    product: named,
    resaleAuthorization: named,
  }),
});

/** Whether the event tells the maker of a product of somebody else's sale. */
export function isForManufacturer(detailType: string): boolean {
  return / - Manufacturer$/.test(detailType);
}

/** Takes what an event tells; what it leaves out stays as it was known. False for a document that is no such event. */
export function noteEvent(
  { database, store }: { readonly database: Database; readonly store: AgreementStore },
  account: string,
  document: unknown,
  at: string,
): boolean {
  const parsed = eventSchema.safeParse(document);
  if (!parsed.success) return false;
  const { detail, time } = parsed.data;
  const known = database.get<KnownRow>(
    'SELECT * FROM agreements WHERE account = ? AND id = ?',
    account,
    detail.agreement.id,
  );
  // One that this account reads itself needs no event.
  if (known?.role === 'proposer') return true;
  const { agreement } = detail;
  const row: AgreementRow = {
    id: agreement.id,
    role: 'manufacturer',
    status: agreement.status ?? known?.status ?? 'UNKNOWN',
    productId: detail.product?.id ?? known?.product_id ?? '',
    productType: known?.product_type ?? '',
    offerId: detail.offer?.id ?? known?.offer_id ?? '',
    offerSetId: known?.offer_set_id ?? null,
    acceptor: detail.acceptor?.accountId ?? known?.acceptor ?? '',
    proposer: detail.proposer?.accountId ?? known?.proposer ?? '',
    acceptedAt: agreement.acceptanceTime ?? known?.accepted_at ?? null,
    startsAt: agreement.startTime ?? known?.starts_at ?? null,
    endsAt: agreement.endTime ?? known?.ends_at ?? null,
    updatedAt: time ?? known?.updated_at ?? null,
    endBehavior: known?.end_behavior ?? null,
    endReason: known?.end_reason ?? null,
    initialAgreementId: known?.initial_agreement_id ?? null,
  };
  store.saveRow(account, row, at);
  database.run(
    `UPDATE agreements SET updated_at = ?, stale = 0, resale_authorization_id = coalesce(?, resale_authorization_id)
     WHERE account = ? AND id = ?`,
    row.updatedAt,
    detail.resaleAuthorization?.id ?? null,
    account,
    row.id,
  );
  return true;
}

interface KnownRow {
  role: string;
  status: string;
  product_id: string;
  product_type: string;
  offer_id: string;
  offer_set_id: string | null;
  acceptor: string;
  proposer: string;
  accepted_at: string | null;
  starts_at: string | null;
  ends_at: string | null;
  updated_at: string | null;
  end_behavior: string | null;
  end_reason: string | null;
  initial_agreement_id: string | null;
}
