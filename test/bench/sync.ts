/** Reading 5,000 offers for the first time, and again when nothing has changed. */
import { setTimeout } from 'node:timers/promises';
import { SCALE } from '../../src/simulator/seeded-catalog.ts';
import { roundTo, type Bench, type BenchOptions, type BenchRow } from './bench.ts';
import { watchLoop, type LoopReport } from './loop-watch.ts';
import { withScaleCore, type ScaleCore } from './scale-core.ts';

const PAGES = Math.ceil(SCALE.offers / 50);
const BATCHES = Math.ceil(SCALE.offers / 20);
/** AWS publishes 10 lists and 20 descriptions a second; an entity in a batch counts as one description. */
const QUOTA_SECONDS = PAGES / 10 + SCALE.offers / 20;
const FRAME_MS = 16;
/** How long the loop is watched while nothing is done: what this machine's other work costs. */
const IDLE_MS = 2000;

interface Measured {
  readonly calls: Record<string, number>;
  readonly seconds: number;
  readonly loop: LoopReport;
}

export const syncBench: Bench = {
  name: 'sync',
  title: `${SCALE.offers} offers, read for the first time and once more`,
  run: ({ speed }) =>
    withScaleCore(speed, async (core) => {
      const idle = await watchIdle();
      const first = await measure(core);
      const { total } = await core.call('offers.list', { filter: { account: core.account, privateOnly: false } });
      const second = await measure(core);
      return [
        { what: 'offers in the copy', value: total, unit: '', bound: null, because: '' },
        ...callRows('first sync', first, { pages: [PAGES, 'offers / 50'], batches: [BATCHES, 'offers / 20'] }),
        ...timeRows(first, { speed }),
        ...loopRows('first sync', first.loop, idle),
        ...callRows('second sync', second, {
          pages: [1, 'nothing changed: one page'],
          batches: [0, 'nothing changed'],
        }),
        ...loopRows('second sync', second.loop, idle),
      ];
    }),
};

async function watchIdle(): Promise<LoopReport> {
  const watch = watchLoop();
  await setTimeout(IDLE_MS);
  return watch.stop();
}

async function measure(core: ScaleCore): Promise<Measured> {
  const before = core.countCalls();
  const watch = watchLoop();
  const startedAt = performance.now();
  await core.sync('offers');
  const seconds = (performance.now() - startedAt) / 1000;
  const loop = watch.stop();
  const after = core.countCalls();
  return {
    seconds,
    loop,
    calls: Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)])),
  };
}

type Bound = readonly [bound: number, because: string];

function callRows(name: string, { calls }: Measured, bounds: { pages: Bound; batches: Bound }): BenchRow[] {
  const row = (operation: string, [bound, because]: Bound): BenchRow => ({
    ...{ what: `${name}: ${operation}`, value: calls[operation] ?? 0, unit: 'calls', bound, because },
  });
  return [row('ListEntities', bounds.pages), row('BatchDescribeEntities', bounds.batches)];
}

function timeRows({ seconds }: Measured, { speed }: Pick<BenchOptions, 'speed'>): BenchRow[] {
  const row = (what: string, value: number, because: string): BenchRow => ({
    ...{ what: `first sync: ${what}`, value, unit: 's', bound: null, because },
  });
  return [
    row('time as it passed', roundTo(seconds, 1), `at speed ${speed}`),
    row(
      'time scaled to speed 1',
      roundTo(seconds * speed, 0),
      `quotas allow ${QUOTA_SECONDS} s; our own work is scaled too`,
    ),
  ];
}

function loopRows(name: string, loop: LoopReport, idle: LoopReport): BenchRow[] {
  const row = (what: string, value: number, bound: number | null, because: string): BenchRow => ({
    ...{ what: `${name}: ${what}`, value, unit: 'ms', bound, because },
  });
  return [
    row('processor time of a turn, 99%', loop.busyP99, FRAME_MS, 'a frame'),
    row('processor time of a turn, longest', loop.busyMax, null, ''),
    row('event-loop delay, 99%', loop.delayP99, null, `${idle.delayP99} ms here when idle`),
    row('event-loop delay, longest', loop.delayMax, null, `${idle.delayMax} ms here when idle`),
  ];
}
