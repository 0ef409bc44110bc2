/** Reading 500 resale authorizations for the first time, and again when nothing has changed: calls against their lower bounds. */
import { SCALE } from '../../src/simulator/seeded-catalog.ts';
import type { Bench, BenchRow } from './bench.ts';
import { withScaleCore, type ScaleCore } from './scale-core.ts';

/** Issued and received ones are two lists; the seller of this world has received none, which takes one page to know. */
const RECEIVED_PAGES = 1;
const PAGES = Math.ceil(SCALE.authorizations / 50) + RECEIVED_PAGES;
const BATCHES = Math.ceil(SCALE.authorizations / 20);

export const authorizationBench: Bench = {
  name: 'authorizations',
  title: `${SCALE.authorizations} resale authorizations, read for the first time and once more`,
  run: ({ speed }) =>
    withScaleCore(speed, async (core) => {
      const first = await callsOf(core);
      const { total } = await core.call('authorizations.list', { filter: { account: core.account } });
      const second = await callsOf(core);
      return [
        { what: 'authorizations in the copy', value: total, unit: '', bound: null, because: '' },
        row(
          'first sync: ListEntities',
          first['ListEntities'],
          PAGES,
          'authorizations / 50, and one page of none received',
        ),
        row('first sync: BatchDescribeEntities', first['BatchDescribeEntities'], BATCHES, 'authorizations / 20'),
        row('second sync: ListEntities', second['ListEntities'], 2, 'nothing changed: one page a list'),
        row('second sync: BatchDescribeEntities', second['BatchDescribeEntities'], 0, 'nothing changed'),
      ];
    }),
};

async function callsOf(core: ScaleCore): Promise<Record<string, number>> {
  const before = core.countCalls();
  await core.sync('authorizations');
  const after = core.countCalls();
  return Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]));
}

function row(what: string, value: number | undefined, bound: number, because: string): BenchRow {
  return { what, value: value ?? 0, unit: 'calls', bound, because };
}
