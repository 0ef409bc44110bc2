/** A page of the offers' list out of 5,000, by what people do with it. The core answers synchronously: each must fit a frame. */
import type { MethodInput } from '../../src/shared/contract/index.ts';
import { median, roundTo, type Bench } from './bench.ts';
import { withScaleCore, type ScaleCore } from './scale-core.ts';

const ROUNDS = 21;
const FRAME_MS = 16;

type Listing = Omit<MethodInput<'offers.list'>, 'filter'> & { filter?: Partial<MethodInput<'offers.list'>['filter']> };

const VIEWS: readonly (readonly [what: string, input: Listing])[] = [
  ['first page', {}],
  ['page 90', { page: 90 }],
  ['text that few have', { filter: { text: 'deal 0421' } }],
  ['text of a product', { filter: { text: 'suite 042' } }],
  ['text that nobody has', { filter: { text: 'no such offer' } }],
  ['by name', { sortBy: 'name', direction: 'ascending' }],
  ['by product', { sortBy: 'productTitle', direction: 'ascending' }],
  ['by state, active only', { sortBy: 'state', filter: { states: ['active'] } }],
  ['a part of a buyer’s id', { filter: { buyer: '0421' } }],
  ['all accounts, page 50', { page: 50, filter: { account: null } }],
];

export const listBench: Bench = {
  name: 'lists',
  title: `one page of 50, median of ${ROUNDS}`,
  run: ({ speed }) =>
    withScaleCore(speed, async (core) => {
      await core.sync('products');
      await core.sync('offers');
      const rows = [];
      for (const [what, input] of VIEWS) {
        const value = roundTo(await measure(core, input), 2);
        rows.push({ what, value, unit: 'ms', bound: FRAME_MS, because: 'a frame' });
      }
      return rows;
    }),
};

async function measure(core: ScaleCore, { filter, ...input }: Listing): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    await core.call('offers.list', { ...input, filter: { account: core.account, ...filter } });
    times.push(performance.now() - startedAt);
  }
  return median(times);
}
