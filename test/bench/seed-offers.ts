/** Puts offers into the local copy of a practice data folder, through the store that a sync fills. */
import type { EntitySummary } from '@aws-sdk/client-marketplace-catalog';
import { modeFolder } from '../../src/main/hosts/common/data-folder.ts';
import { createOfferStore } from '../../src/main/offers/store.ts';
import { createVersionStore } from '../../src/main/versions/index.ts';
import { openDatabase } from '../../src/main/storage/open.ts';

/** None of them is in an offer's id, so that a letter finds names alone. */
export const LETTERS = [...'abcdghijklmnpqst'];

const DAY_MS = 86_400_000;

/** Every letter of `LETTERS` stands in the names of exactly one half of the offers; `count` is a multiple of 100. */
export function seedOffers(dataRoot: string, count: number): void {
  const nowMs = Date.now();
  const { database } = openDatabase(modeFolder(dataRoot, 'practice'), nowMs);
  try {
    const account = database.get<{ key: string }>('SELECT key FROM accounts ORDER BY position LIMIT 1');
    if (!account) throw new Error('the host has set up no account');
    const entries = Array.from({ length: count }, (_, index) => offerEntry(index, nowMs));
    const store = createOfferStore(database, createVersionStore(database));
    const at = new Date(nowMs).toISOString();
    const problems = database.transaction(() => store.saveListed(account.key, entries, { at, reread: false }));
    if (problems.length > 0) throw new Error(`${problems.length} offers were not taken`);
  } finally {
    database.close();
  }
}

function offerEntry(index: number, nowMs: number): EntitySummary {
  const number = String(index + 1).padStart(5, '0');
  const instant = (day: number) => new Date(nowMs + day * DAY_MS).toISOString();
  const Name = `${LETTERS.filter((_, letter) => (index + 7 * letter) % 100 < 50).join('')} ${number}`;
  return {
    EntityId: `offer-${number}`,
    EntityType: 'Offer',
    Name,
    LastModifiedDate: instant(-1 - (index % 700)),
    OfferSummary: {
      Name,
      ProductId: `prod-${index % 200}`,
      State: 'Released',
      Targeting: ['BuyerAccounts'],
      BuyerAccounts: [String(500_000_000_000 + index)],
      ReleaseDate: instant(-1 - (index % 700)),
      AvailabilityEndDate: instant(30 + (index % 60)),
    },
  };
}
