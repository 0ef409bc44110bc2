import { describe, expect, it } from 'vitest';
import { accountKey, startPracticeWorld, syncToEnd } from '../../support/practice-world.ts';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { PRODUCT_TYPES } from '../../../src/shared/domain/product/product.ts';

const [LANTERNFISH = ''] = seedAccounts.map(({ accountId }) => accountId);
type Entity = { id: string; owner: string; type: string; title?: string };

describe('reading products', () => {
  it('reads every type with dimensions, units and how each is sold', async () => {
    const world = await startPracticeWorld();
    const core = await world.startCore();
    const account = await accountKey(core, LANTERNFISH);
    expect((await syncToEnd(core, 'products', { account })).state).toBe('succeeded');
    const { items, syncedAt } = await core.call('products.list', { account, pageSize: 200 });
    const owned = (world.catalog.save() as { entities: Entity[] }).entities.filter(
      ({ owner, type }) => owner === LANTERNFISH && (PRODUCT_TYPES as readonly string[]).includes(type),
    );
    expect(items.map(({ id }) => id).sort()).toEqual(owned.map(({ id }) => id).sort());
    expect(syncedAt).not.toBeNull();
    const saas = items.find(({ type, visibility }) => type === 'SaaSProduct' && visibility === 'Public');
    const product = await core.call('products.get', { account, productId: saas?.id ?? '' });
    expect(product.dimensions.length).toBeGreaterThan(0);
    expect(product.dimensions.every(({ key, unit, types }) => key && unit && types.length > 0)).toBe(true);
    expect(product.publicTerms?.offerId).toMatch(/^offer-/);
  });

  it('reads 120 products of the same name, and a second time only asks what is new', async () => {
    const world = await startPracticeWorld({ scale: { offers: 150, products: 120 } });
    const state = world.catalog.save() as { entities: Entity[] };
    const entities = state.entities.map((entity) => (entity.title ? { ...entity, title: 'The same' } : entity));
    world.catalog.load({ ...state, entities });
    const core = await world.startCore();
    const account = await accountKey(core, LANTERNFISH);
    await syncToEnd(core, 'products', { account });
    const operations = world.operations(LANTERNFISH);
    // Three pages of SaaS products, one of each other type, three of public offers; then 6 batches of each.
    expect(operations.filter((operation) => operation === 'ListEntities')).toHaveLength(8);
    expect(operations.filter((operation) => operation === 'BatchDescribeEntities')).toHaveLength(12);
    const { items, total } = await core.call('products.list', { account, pageSize: 200, text: 'the SAME' });
    expect(total).toBe(120);
    expect(new Set(items.map(({ id }) => id)).size).toBe(120);

    world.simulator.control.clearRequests();
    await syncToEnd(core, 'products', { account });
    // One page a type. The public offers of this world all date from one moment, so that looking back shows them all.
    expect(world.operations(LANTERNFISH)).toEqual(['GetCallerIdentity', ...Array(6).fill('ListEntities')]);
    // What a product's sync has read of public offers, the offers' own sync does not read again.
    world.simulator.control.clearRequests();
    await syncToEnd(core, 'offers', { account });
    const again = world.operations(LANTERNFISH);
    expect(again.filter((operation) => operation === 'BatchDescribeEntities')).toHaveLength(2);
  });

  it('reads a changed product before it is used, though no sync has come by', async () => {
    const world = await startPracticeWorld();
    const core = await world.startCore();
    const account = await accountKey(core, LANTERNFISH);
    world.simulator.control.addFault({ kind: 'access-denied', operation: 'BatchDescribeEntities' });
    await syncToEnd(core, 'products', { account });
    world.simulator.control.clearFaults();
    const { items } = await core.call('products.list', { account, types: ['SaaSProduct'] });
    const product = await core.call('products.get', { account, productId: items[0]?.id ?? '' });
    expect(product.dimensions.length).toBeGreaterThan(0);
    expect(await core.failure('products.get', { account, productId: 'prod-unknown' })).toMatchObject({
      code: 'not-found',
    });
  });
});
