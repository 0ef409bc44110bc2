import { beforeEach, describe, expect, it } from 'vitest';
import { createAccountStore } from '../../../../src/main/accounts/store.ts';
import { listAgreements } from '../../../../src/main/agreements/list-query.ts';
import { exactSum } from '../../../../src/main/dashboards/exact-sum.ts';
import { createDashboards } from '../../../../src/main/dashboards/index.ts';
import { createSyncStore } from '../../../../src/main/entities/sync-store.ts';
import type { Database } from '../../../../src/main/storage/database.ts';
import { openDatabase } from '../../../../src/main/storage/open.ts';
import { agreementFilterSchema } from '../../../../src/shared/contract/agreements.ts';
import type { Dashboard } from '../../../../src/shared/contract/dashboards.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { sampleAccount } from '../../../support/samples.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';

const NOW = '2026-11-21T12:00:00Z';
let database: Database;
let dashboards: ReturnType<typeof createDashboards>;

beforeEach(() => {
  ({ database } = openDatabase(makeTempFolder(), Date.now()));
  const accounts = createAccountStore(database);
  accounts.insert({ key: 'acme', settings: sampleAccount(), createdAt: NOW });
  accounts.insert({
    key: 'other',
    settings: sampleAccount({ prefix: 'OTHER', awsAccountId: '111122223333' }),
    createdAt: NOW,
  });
  const clock = createManualClock(Date.parse(NOW));
  dashboards = createDashboards({ database, clock, accounts, syncs: createSyncStore(database) });
});

const signal = new AbortController().signal;
const figures = (account: string | null): Promise<Dashboard> =>
  dashboards.handlers['dashboards.get']({ account }, { signal });

function addOffer(account: string, id: string, awsState: string, end: string | null, isPrivate = 1): void {
  database.run(
    `INSERT INTO offers (account, id, name, aws_state, is_private, product_id, buyers, targeting, availability_end_date,
       last_modified_at, synced_at, search) VALUES (?, ?, ?, ?, ?, 'prod-1', '[]', '[]', ?, ?, ?, '')`,
    account,
    id,
    id,
    awsState,
    isPrivate,
    end,
    NOW,
    NOW,
  );
}

function addAgreement(id: string, values: Record<string, string | null>): void {
  const row = {
    account: 'acme',
    status: 'ACTIVE',
    currency: 'USD',
    value: null,
    accepted_at: NOW,
    ends_at: null,
    ...values,
  };
  database.run(
    `INSERT INTO agreements (account, id, role, status, product_id, product_type, offer_id, acceptor, proposer, accepted_at,
       ends_at, currency, value, synced_at, search)
     VALUES (?, ?, 'proposer', ?, 'prod-1', 'SaaSProduct', 'offer-1', '000011112222', '012345678901', ?, ?, ?, ?, ?, '')`,
    row.account,
    id,
    row.status,
    row.accepted_at,
    row.ends_at,
    row.currency,
    row.value,
    NOW,
  );
}

describe('the figures', () => {
  it('count private offers by state, of one account and of all', async () => {
    addOffer('acme', 'offer-1', 'Draft', null);
    addOffer('acme', 'offer-2', 'Released', '2026-11-21');
    addOffer('acme', 'offer-3', 'Released', '2026-11-20');
    addOffer('acme', 'offer-4', 'Released', null, 0);
    addOffer('other', 'offer-5', 'Released', '2026-12-20');
    expect((await figures('acme')).offers).toEqual([
      { state: 'active', count: 1 },
      { state: 'draft', count: 1 },
      { state: 'expired', count: 1 },
    ]);
    const all = await figures(null);
    expect(all.offers.find(({ state }) => state === 'active')?.count).toBe(2);
    expect(all.expiring.map(({ withinDays, count }) => [withinDays, count])).toEqual([
      [7, 1],
      [14, 1],
      [30, 2],
      [60, 2],
      [90, 2],
    ]);
    expect(all.attention).toContainEqual({ kind: 'drafts-at-aws', count: 1 });
  });

  it('add values exactly, month by month, and never over currencies', async () => {
    addAgreement('agmt-1', { value: '0.1' });
    addAgreement('agmt-2', { value: '0.2' });
    addAgreement('agmt-3', { value: '99999999.99999999' });
    addAgreement('agmt-4', { value: '1000', currency: 'EUR' });
    addAgreement('agmt-5', { value: null });
    addAgreement('agmt-6', { value: '5', accepted_at: '2025-11-30T23:59:59Z' });
    addAgreement('agmt-7', { value: '7', accepted_at: '2025-12-01T00:00:00Z' });
    const { accepted } = await figures('acme');
    expect(accepted.map(({ month, currency, amount, count }) => [month, currency, amount, count])).toEqual([
      ['2025-12', 'USD', '7', 1],
      ['2026-11', null, '0', 1],
      ['2026-11', 'EUR', '1000', 1],
      ['2026-11', 'USD', '100000000.29999999', 3],
    ]);
    expect(accepted[1]).toMatchObject({ from: '2026-11-01', to: '2026-11-30' });
  });

  it('open lists that hold exactly what was counted', async () => {
    addAgreement('agmt-1', { value: '1' });
    addAgreement('agmt-2', { value: '1', currency: 'EUR' });
    addAgreement('agmt-3', { value: null });
    addAgreement('agmt-4', { value: '1', accepted_at: '2026-10-31T23:59:59Z', ends_at: '2027-01-31T23:59:59Z' });
    addAgreement('agmt-5', { status: 'ENDED', ends_at: '2027-01-15T00:00:00Z' });
    const { accepted, ending } = await figures('acme');
    const total = (filter: object) =>
      listAgreements(
        database,
        {
          filter: agreementFilterSchema.parse({ account: 'acme', ...filter }),
          page: 1,
          pageSize: 1,
          sortBy: 'id',
          direction: 'ascending',
        },
        NOW,
      ).total;
    for (const { from, to, currency, count } of accepted) {
      expect(total({ acceptedFrom: from, acceptedTo: to, currency: currency ?? 'none' })).toBe(count);
    }
    expect(ending).toHaveLength(12);
    for (const { from, to, count } of ending) {
      expect(total({ statuses: ['ACTIVE'], endsFrom: from, endsTo: to })).toBe(count);
    }
    expect(ending.find(({ month }) => month === '2027-01')?.count).toBe(1);
  });

  it('say how old each copy is, and refuse an account that is not there', async () => {
    expect((await figures('acme')).freshness.every(({ readAt }) => readAt === null)).toBe(true);
    database.run(`INSERT INTO sync_state (account, kind, completed_at) VALUES ('acme', 'offers', ?)`, NOW);
    expect((await figures(null)).freshness).toContainEqual({ account: 'acme', feature: 'offers', readAt: NOW });
    await expect(figures('nobody')).rejects.toMatchObject({ data: { code: 'not-found' } });
  });

  it('are saved with the words of the person, ids with their zeros', async () => {
    database.run(
      `INSERT INTO authorizations (account, id, ownership, name, aws_status, product_id, reseller_account_id, reseller_name,
         last_modified_at, synced_at, search) VALUES ('acme', 'ra-1', 'issued', 'RA', 'Active', 'prod-1', '000099998888', '=Evil', ?, ?, '')`,
      NOW,
      NOW,
    );
    const { text } = await dashboards.handlers['dashboards.csv'](
      { account: null, widget: 'authorizations', headings: { authorized: 'Erlaubt', count: 'Anzahl' } },
      { signal },
    );
    expect(text).toContain('Anzahl');
    expect(text).toContain('000099998888');
    expect(text).toContain("'=Evil");
    expect(text).toContain('Erlaubt');
  });

  it('are quick over many agreements', async () => {
    database.transaction(() => {
      for (let index = 0; index < 5000; index += 1) {
        addAgreement(`agmt-${index}`, {
          value: '12.34',
          accepted_at: `2026-${String((index % 11) + 1).padStart(2, '0')}-10T00:00:00Z`,
        });
      }
    });
    const plans = database.all<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT sum(value) FROM agreements WHERE account = 'acme' AND accepted_at >= '2026-01-01'`,
    );
    expect(plans[0]?.detail).toContain('COVERING INDEX');
    const { accepted } = await figures('acme');
    expect(accepted.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
  });
});

describe('an exact sum', () => {
  it.each([
    [0, 0, '0'],
    [1, 50_000_000, '1.5'],
    [1, 150_000_000, '2.5'],
    [9_007_199_254_740_991, 1, '9007199254740991.00000001'],
  ])('of %i and %i is %s', (whole, fraction, text) => {
    expect(exactSum(whole, fraction)).toBe(text);
  });
});
