import { describe, expect, it } from 'vitest';
import { findOffer, listOffers } from '../../../../src/main/offers/list-query.ts';
import { createOfferStore } from '../../../../src/main/offers/store.ts';
import { createVersionStore } from '../../../../src/main/versions/index.ts';
import { createProductCopy } from '../../../../src/main/products/store.ts';
import { offerFilterSchema } from '../../../../src/shared/contract/offers.ts';
import { methods, type MethodInput } from '../../../../src/shared/contract/index.ts';
import { offerEntry, openTestDatabase, productEntry } from '../../../support/entity-copy.ts';

const TODAY = '2026-11-21';
const taken = { at: '2026-11-20T10:00:00.000Z', reread: false };

function start() {
  const database = openTestDatabase('acme', 'bravo');
  const store = createOfferStore(database, createVersionStore(database));
  createProductCopy(database, 'SaaSProduct').saveListed('acme', [productEntry('prod-one', 'Ｗide Analytics')], taken);
  store.saveListed(
    'acme',
    [
      offerEntry('offer-active', { Name: 'beta', LastModifiedDate: '2026-11-03T00:00:00Z' }),
      offerEntry('offer-today', { Name: 'Alpha', AvailabilityEndDate: `${TODAY}T23:59:59Z` }),
      offerEntry('offer-expired', {
        Name: 'gamma',
        AvailabilityEndDate: '2026-11-20T23:59:59Z',
        ProductId: 'prod-two',
      }),
      offerEntry('offer-draft', { State: 'Draft', Targeting: ['None'], BuyerAccounts: [] }),
      offerEntry('offer-public', { Targeting: ['None'], BuyerAccounts: [], AvailabilityEndDate: undefined }),
      offerEntry('offer-other', {
        Name: 'Delta',
        BuyerAccounts: ['012345678901', '444455556666'],
        ProductId: 'prod-two',
      }),
    ],
    taken,
  );
  store.saveListed('bravo', [offerEntry('offer-active', { Name: 'of bravo' })], taken);
  const list = (input: Omit<MethodInput<'offers.list'>, 'filter'> & { filter?: object } = {}) =>
    listOffers(
      database,
      methods['offers.list'].input.parse({ ...input, filter: { account: 'acme', ...input.filter } }),
      TODAY,
    );
  return { database, list, ids: (...input: Parameters<typeof list>) => list(...input).items.map(({ id }) => id) };
}

describe('the list of offers', () => {
  it('computes the state from the date in UTC: the last day still counts', () => {
    const { list } = start();
    const states = Object.fromEntries(list().items.map(({ id, state }) => [id, state]));
    expect(states).toEqual({
      'offer-active': 'active',
      'offer-today': 'active',
      'offer-expired': 'expired',
      'offer-draft': 'draft',
      'offer-other': 'active',
    });
  });

  it('filters by the same states as it shows', () => {
    const { ids } = start();
    expect(ids({ filter: { states: ['expired'] } })).toEqual(['offer-expired']);
    expect(ids({ filter: { states: ['draft', 'expired'] } }).sort()).toEqual(['offer-draft', 'offer-expired']);
    expect(ids({ filter: { states: ['active'], privateOnly: false } }).sort()).toEqual([
      'offer-active',
      'offer-other',
      'offer-public',
      'offer-today',
    ]);
  });

  it.each([
    ['a part of the name, whatever its case', 'ALPH', ['offer-today']],
    ['the id', 'offer-exp', ['offer-expired']],
    ['a buyer', '0123456789', ['offer-other']],
    ['the product title, whatever its width', 'wide', ['offer-active', 'offer-draft', 'offer-today']],
    ['a percent sign as itself', '%', []],
    ['a quote as itself', "'", []],
  ])('finds by %s', (_name, text, expected) => {
    expect(start().ids({ filter: { text } }).sort()).toEqual(expected);
  });

  it('finds by buyer, product and expiry', () => {
    const { ids } = start();
    expect(ids({ filter: { buyer: '4444' } })).toEqual(['offer-other']);
    expect(ids({ filter: { productIds: ['prod-two'] } }).sort()).toEqual(['offer-expired', 'offer-other']);
    expect(ids({ filter: { expiresFrom: '2026-11-20', expiresTo: TODAY } }).sort()).toEqual([
      'offer-expired',
      'offer-today',
    ]);
  });

  it('sorts by what is seen, in both directions', () => {
    const { ids } = start();
    expect(ids({ sortBy: 'name', direction: 'ascending' })).toEqual([
      'offer-today',
      'offer-active',
      'offer-other',
      'offer-expired',
      'offer-draft',
    ]);
    expect(ids({ sortBy: 'state', direction: 'descending' })[0]).toBe('offer-expired');
    expect(ids({ sortBy: 'lastModifiedAt', direction: 'descending' })[0]).toBe('offer-active');
    expect(ids({ sortBy: 'productTitle', direction: 'ascending' }).slice(-3)).toEqual([
      'offer-active',
      'offer-draft',
      'offer-today',
    ]);
  });

  it('pages without gaps or repeats, whatever the sort', () => {
    const { ids, list } = start();
    for (const sortBy of ['name', 'state', 'productTitle', 'availabilityEndDate', 'releasedAt', 'id'] as const) {
      const pages = [1, 2, 3].flatMap((page) => ids({ page, pageSize: 2, sortBy }));
      expect(pages).toEqual(ids({ sortBy }));
      expect(new Set(pages).size).toBe(list().total);
    }
  });

  it('keeps accounts apart and shows all of them only when asked', () => {
    const { list, database } = start();
    expect(list({ filter: { account: 'bravo' } }).items.map(({ name }) => name)).toEqual(['of bravo']);
    expect(list({ filter: { account: null } }).total).toBe(6);
    expect(findOffer(database, 'bravo', 'offer-draft', TODAY)).toBeNull();
    // The product of the same id belongs to the other account.
    expect(findOffer(database, 'bravo', 'offer-active', TODAY)?.productTitle).toBeNull();
  });

  it('says which offers this machine made', () => {
    const { database, list } = start();
    database.run(
      `INSERT INTO changes (id, account, aws_account_id, kind, state, title, token, intent, entity_id, created_at, updated_at)
       VALUES ('c', 'acme', '000000000001', 'offer-release', 'verified', 't', 't', '{}', 'offer-other', 'x', 'x')`,
    );
    expect(
      list()
        .items.filter(({ madeHere }) => madeHere)
        .map(({ id }) => id),
    ).toEqual(['offer-other']);
    expect(list({ filter: { account: 'bravo' } }).items[0]?.madeHere).toBe(false);
  });

  it('answers what the contract promises', () => {
    const answer = { ...start().list({ filter: { privateOnly: false } }), syncedAt: null };
    expect(methods['offers.list'].output.parse(answer)).toEqual(answer);
    expect(offerFilterSchema.safeParse({ account: null, expiresFrom: 'tomorrow' }).success).toBe(false);
  });
});

describe('a large list of offers', () => {
  it('is filtered and counted within the index, never reading the table', () => {
    const { database } = start();
    const plan = database
      .all<{ detail: string }>(
        `EXPLAIN QUERY PLAN SELECT count(*) FROM offers o
         WHERE o.account = 'acme' AND o.is_private = 1 AND instr(o.search, 'x') > 0`,
      )
      .map(({ detail }) => detail);
    expect(plan.join()).toContain('COVERING INDEX offers_by_modified');
  });
});
