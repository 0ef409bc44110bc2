/** A real database with seller accounts, and list entries as AWS gives them, for tests of the local copies. */
import type { EntitySummary } from '@aws-sdk/client-marketplace-catalog';
import { onTestFinished } from 'vitest';
import type { Database } from '../../src/main/storage/database.ts';
import { openDatabase } from '../../src/main/storage/open.ts';
import { sampleAccount } from './samples.ts';
import { makeTempFolder } from './temp-folder.ts';

export function openTestDatabase(...accounts: string[]): Database {
  const { database } = openDatabase(makeTempFolder(), 0);
  onTestFinished(() => database.close());
  accounts.forEach((key, position) => {
    const settings = sampleAccount({ name: `Seller ${key}`, awsAccountId: String(position + 1).padStart(12, '0') });
    database.run(
      'INSERT INTO accounts (key, position, prefix, settings, created_at) VALUES (?, ?, ?, ?, ?)',
      key,
      position,
      key,
      JSON.stringify(settings),
      '2026-01-01T00:00:00Z',
    );
  });
  return database;
}

export type OfferEntryChanges = Partial<NonNullable<EntitySummary['OfferSummary']>> & { LastModifiedDate?: string };

export function offerEntry(id: string, changes: OfferEntryChanges = {}): EntitySummary {
  const { LastModifiedDate = '2026-11-01T00:00:00Z', ...summary } = changes;
  return {
    EntityId: id,
    EntityType: 'Offer',
    LastModifiedDate,
    OfferSummary: {
      Name: `Offer ${id}`,
      ProductId: 'prod-one',
      State: 'Released',
      Targeting: ['BuyerAccounts'],
      BuyerAccounts: ['111122223333'],
      AvailabilityEndDate: '2027-01-31T23:59:59Z',
      ReleaseDate: '2026-10-01T00:00:00Z',
      ...summary,
    },
  };
}

export function productEntry(id: string, title: string, lastModifiedDate = '2026-11-01T00:00:00Z'): EntitySummary {
  return {
    EntityId: id,
    EntityType: 'SaaSProduct',
    LastModifiedDate: lastModifiedDate,
    SaaSProductSummary: { ProductTitle: title, Visibility: 'Public' },
  };
}
