/** What an offer was made from, by the journal: AWS does not tell it of an offer that replaces an agreement. */
import { z } from 'zod';
import { offerSourceSchema, type OfferSource } from '../../shared/domain/offer/draft-terms.ts';
import type { Database } from '../storage/database.ts';

const intentSchema = z.looseObject({
  document: z.looseObject({ value: z.looseObject({ source: offerSourceSchema }) }),
});

export function findOrigin(database: Database, account: string, offerId: string): OfferSource | null {
  const row = database.get<{ intent: string }>(
    `SELECT intent FROM changes WHERE account = ? AND entity_type = 'Offer' AND entity_id = ?
     AND kind IN ('offer-draft', 'offer-release') AND state IN ('succeeded', 'verified') ORDER BY seq DESC LIMIT 1`,
    account,
    offerId,
  );
  const parsed = row && intentSchema.safeParse(JSON.parse(row.intent));
  return parsed?.success ? parsed.data.document.value.source : null;
}
