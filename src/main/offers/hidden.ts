/** Offers that a person does not want to see on this machine: AWS never deletes a draft. */
import type { Database } from '../storage/database.ts';

interface Ref {
  readonly account: string;
  readonly offerId: string;
}

export function hideOffers(database: Database, refs: readonly Ref[], hidden: boolean, at: string): void {
  database.transaction(() => {
    for (const { account, offerId } of refs) {
      if (hidden) {
        database.run(
          'INSERT INTO hidden_offers (account, offer_id, hidden_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
          account,
          offerId,
          at,
        );
      } else {
        database.run('DELETE FROM hidden_offers WHERE account = ? AND offer_id = ?', account, offerId);
      }
    }
  });
}
