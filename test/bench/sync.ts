/** Reading 5,000 offers for the first time, and again when nothing has changed. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { SCALE } from '../../src/simulator/seeded-catalog.ts';
import { roundTo, type Bench, type BenchOptions, type BenchRow } from './bench.ts';
import { withScaleCore, type ScaleCore } from './scale-core.ts';

const PAGES = Math.ceil(SCALE.offers / 50);
const BATCHES = Math.ceil(SCALE.offers / 20);
/** AWS publishes 10 lists and 20 descriptions a second; an entity in a batch counts as one description. */
const QUOTA_SECONDS = PAGES / 10 + SCALE.offers / 20;
const FRAME_MS = 16;
const NS_PER_MS = 1e6;

interface Measured {
  readonly calls: Record<string, number>;
  readonly seconds: number;
  readonly delayP99: number;
  readonly delayMax: number;
}

export const syncBench: Bench = {
  name: 'sync',
  title: `${SCALE.offers} offers, read for the first time and once more`,
  run: ({ speed }) =>
    withScaleCore(speed, async (core) => {
      const first = await measure(core);
      const { total } = await core.call('offers.list', { filter: { account: core.account, privateOnly: false } });
      const second = await measure(core);
      return [
        { what: 'offers in the copy', value: total, unit: '', bound: null, because: '' },
        ...firstRows(first, { speed }),
        ...secondRows(second),
      ];
    }),
};

export const run = syncBench.run;

async function measure(core: ScaleCore): Promise<Measured> {
  const before = core.countCalls();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const startedAt = performance.now();
  await core.sync('offers');
  const seconds = (performance.now() - startedAt) / 1000;
  delay.disable();
  const after = core.countCalls();
  return {
    calls: Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)])),
    seconds,
    delayP99: roundTo(delay.percentile(99) / NS_PER_MS, 1),
    delayMax: roundTo(delay.max / NS_PER_MS, 1),
  };
}

function firstRows({ calls, seconds, delayP99, delayMax }: Measured, { speed }: BenchOptions): BenchRow[] {
  const row = (what: string, value: number, unit: string, bound: number | null, because: string): BenchRow => ({
    ...{ what: `first sync: ${what}`, value, unit, bound, because },
  });
  return [
    row('ListEntities', calls['ListEntities'] ?? 0, 'calls', PAGES, 'offers / 50'),
    row('BatchDescribeEntities', calls['BatchDescribeEntities'] ?? 0, 'calls', BATCHES, 'offers / 20'),
    row('time as it passed', roundTo(seconds, 1), 's', null, `at speed ${speed}`),
    row('time scaled to speed 1', roundTo(seconds * speed, 0), 's', null, `published quotas allow ${QUOTA_SECONDS} s`),
    row('event-loop delay, 99%', delayP99, 'ms', FRAME_MS, 'a frame'),
    row('event-loop delay, longest', delayMax, 'ms', null, 'whatever else this machine does counts too'),
  ];
}

function secondRows({ calls, seconds, delayP99 }: Measured): BenchRow[] {
  const row = (what: string, value: number, unit: string, bound: number | null, because: string): BenchRow => ({
    ...{ what: `second sync: ${what}`, value, unit, bound, because },
  });
  return [
    row('ListEntities', calls['ListEntities'] ?? 0, 'calls', 1, 'nothing has changed: one page'),
    row('BatchDescribeEntities', calls['BatchDescribeEntities'] ?? 0, 'calls', 0, 'nothing has changed'),
    row('time as it passed', roundTo(seconds, 2), 's', null, ''),
    row('event-loop delay, 99%', delayP99, 'ms', FRAME_MS, 'a frame'),
  ];
}
