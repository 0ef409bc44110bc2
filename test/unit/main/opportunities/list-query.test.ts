import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listOpportunities } from '../../../../src/main/opportunities/list-query.ts';
import { createOpportunityStore, type Place } from '../../../../src/main/opportunities/store.ts';
import { openDatabase } from '../../../../src/main/storage/open.ts';
import type { Database } from '../../../../src/main/storage/database.ts';
import { methods, type MethodInput } from '../../../../src/shared/contract/index.ts';
import { OPPORTUNITY_SORT_KEYS } from '../../../../src/shared/contract/opportunities.ts';
import { OPPORTUNITY_STAGES, REVIEW_STATUSES } from '../../../../src/shared/domain/opportunity/opportunity.ts';

/** More than a text may find before it is looked for in the order of the list. */
const COUNT = 1100;
const PLACES: readonly Place[] = [
  { account: 'acme', catalog: 'AWS' },
  { account: 'bravo', catalog: 'AWS' },
];

type Listing = Omit<MethodInput<'opportunities.list'>, 'filter'> & {
  filter?: Partial<MethodInput<'opportunities.list'>['filter']>;
};

function dayAfter(start: string, days: number): string {
  return new Date(Date.parse(start) + days * 86_400_000).toISOString();
}

function deal(number: number) {
  return {
    Id: `O${10_000 + number}`,
    LastModifiedDate: dayAfter('2026-01-01', (number * 7) % 90),
    CreatedDate: dayAfter('2025-01-01', (number * 11) % 90),
    LifeCycle: {
      Stage: number % 50 === 0 ? 'A new stage' : OPPORTUNITY_STAGES[number % 7],
      ReviewStatus: REVIEW_STATUSES[number % 6],
      ...(number % 9 === 0 ? {} : { TargetCloseDate: dayAfter('2026-06-01', number % 40).slice(0, 10) }),
    },
    Customer: { Account: { CompanyName: `Customer ${number % 13}` } },
    Project: {
      Title: `${number % 2 === 0 ? 'deal' : 'Deal'} ${number % 17}`,
      ExpectedCustomerSpend: [{ Amount: `${number % 23}.00`, CurrencyCode: 'USD', TargetCompany: 'AWS' }],
    },
  };
}

describe('a long list of opportunities', () => {
  let database: Database;

  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'offerdeck-'));
    ({ database } = openDatabase(folder, 0));
    for (const { account } of PLACES) {
      database.run(
        `INSERT INTO accounts (key, position, prefix, settings, created_at) VALUES (?, ?, ?, '{}', '2026-01-01T00:00:00Z')`,
        account,
        account === 'acme' ? 0 : 1,
        account,
      );
    }
    const store = createOpportunityStore(database);
    database.cacheTransaction(() => {
      for (let number = 0; number < COUNT; number += 1) {
        const place = PLACES[number % 10 === 0 ? 1 : 0];
        if (place) store.saveRecord(place, { document: deal(number), summary: null }, '2026-11-01T00:00:00.000Z');
      }
    });
    return () => {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    };
  });

  const list = (input: Listing, places = PLACES, on: Database = database) => {
    const parsed = methods['opportunities.list'].input.parse({ ...input, filter: { account: null, ...input.filter } });
    return listOpportunities(on, places, parsed.filter, parsed);
  };
  const allPages = (input: Listing) => {
    const ids: string[] = [];
    for (let page = 1; ; page += 1) {
      const { items, total } = list({ ...input, page, pageSize: 200 });
      ids.push(...items.map(({ id }) => id));
      if (ids.length >= total || items.length === 0) return ids;
    }
  };

  it.each(OPPORTUNITY_SORT_KEYS)('by %s shows each once, and backwards the same from the other end', (sortBy) => {
    for (const filter of [{}, { text: 'deal' }, { reviewStatuses: ['Approved'] }, { text: 'deal 3' }]) {
      const forwards = allPages({ sortBy, direction: 'ascending', filter });
      expect(new Set(forwards).size).toBe(forwards.length);
      expect(forwards.length).toBe(list({ filter }).total);
      expect(allPages({ sortBy, direction: 'descending', filter })).toEqual(forwards.toReversed());
    }
  });

  it('sorts as its columns say: stages by the way of a deal, names without regard to case, amounts as numbers', () => {
    const { items } = list({ sortBy: 'stage', direction: 'ascending', pageSize: 200, page: 6 });
    expect(items.at(-1)?.stage).toBe('A new stage');
    expect(list({ sortBy: 'stage', direction: 'ascending' }).items[0]?.stage).toBe('Prospect');
    const titles = list({ sortBy: 'title', direction: 'ascending', pageSize: 200 }).items.map(({ title }) =>
      title?.toLowerCase(),
    );
    expect(titles).toEqual([...titles].sort());
    expect(list({ sortBy: 'amount', direction: 'descending' }).items[0]?.amount).toBe('22.00');
  });

  it('answers a page behind the last one with nothing, and tells how many there are', () => {
    expect(list({ page: 40, pageSize: 50 })).toEqual({ items: [], total: COUNT });
    expect(list({ page: 22, pageSize: 50 }).items).toHaveLength(50);
    expect(list({ page: 23, pageSize: 49 }).items).toHaveLength(COUNT - 22 * 49);
  });

  it('is read and counted in the order of an index, whatever it is sorted and narrowed by', () => {
    const filters: Listing['filter'][] = [
      {},
      { stages: ['Launched', 'Committed'] },
      { reviewStatuses: ['Approved'] },
      { origins: ['AWS Referral'] },
      { closeFrom: '2026-01-01', closeTo: '2026-12-31' },
      { gone: true },
      { currencies: ['USD'] },
      { lostReasons: ['Price'] },
      { withoutClose: true },
      { text: 'deal' },
    ];
    const plans: { detail: string; parent: number }[] = [];
    const explain = (sql: string, values: readonly never[]) =>
      plans.push(...database.all<{ detail: string; parent: number }>(`EXPLAIN QUERY PLAN ${sql}`, ...values));
    const watched: Database = {
      ...database,
      get(sql, ...values) {
        explain(sql, values as never[]);
        return database.get(sql, ...values);
      },
      all(sql, ...values) {
        explain(sql, values as never[]);
        return database.all(sql, ...values);
      },
    };
    for (const places of [PLACES, PLACES.slice(0, 1)]) {
      for (const sortBy of OPPORTUNITY_SORT_KEYS)
        for (const filter of filters) list({ sortBy, filter }, places, watched);
    }
    const details = plans.map(({ detail }) => detail);
    expect(details.filter((detail) => /^SCAN (?!page|found|json_each)/.test(detail))).toEqual([]);
    // The rows of one page are put in order once more; nothing below is.
    expect(plans.filter(({ detail, parent }) => detail.includes('TEMP B-TREE') && parent !== 0)).toEqual([]);
    const ordered = details.filter((detail) => detail.includes('opportunities_in_order_of'));
    expect(ordered.length).toBeGreaterThan(OPPORTUNITY_SORT_KEYS.length * filters.length);
    const leaving = ordered.filter((detail) => !detail.includes('COVERING INDEX'));
    // Only what so many hold that it is met on the way is looked up row by row.
    expect(leaving.length).toBeLessThanOrEqual(2 * OPPORTUNITY_SORT_KEYS.length);
  });
});
