/** Reading 5,000 agreements for the first time, and again when nothing has changed. */
import { SCALE } from '../../src/simulator/seeded-catalog.ts';
import { roundTo, type Bench, type BenchRow } from './bench.ts';
import { withScaleCore, type ScaleCore } from './scale-core.ts';

const PAGES = Math.ceil(SCALE.agreements / 50);
/** AWS publishes 5 searches and 10 readings of terms a second. */
const QUOTA_SECONDS = PAGES / 5 + SCALE.agreements / 10;

export const agreementBench: Bench = {
  name: 'agreements',
  title: `${SCALE.agreements} agreements, read for the first time and once more`,
  run: ({ speed }) =>
    withScaleCore(speed, async (core) => {
      const first = await measure(core);
      const { total } = await core.call('agreements.list', { filter: { account: core.account } });
      const again = await countOverlapPages(core);
      const second = await measure(core);
      const time = (what: string, value: number, because: string): BenchRow => ({
        ...{ what: `first sync: ${what}`, value, unit: 's', bound: null, because },
      });
      return [
        { what: 'agreements in the copy', value: total, unit: '', bound: null, because: '' },
        calls('first sync: SearchAgreements', first, PAGES, 'agreements / 50'),
        calls('first sync: GetAgreementTerms', first, SCALE.agreements, 'one each changed'),
        calls('first sync: DescribeAgreement', first, 0, 'only when a page is opened'),
        time('time as it passed', roundTo(first.seconds, 1), `at speed ${speed}`),
        time('time scaled to speed 1', roundTo(first.seconds * speed, 0), `quotas allow ${QUOTA_SECONDS} s`),
        calls(
          'second sync: SearchAgreements',
          second,
          again,
          'nothing changed: pages of the last 10 minutes, looked at twice',
        ),
        calls('second sync: GetAgreementTerms', second, 0, 'nothing changed'),
      ];
    }),
};

/** A sync looks back a little, since searches lag: what was updated in the 10 minutes before the newest update is listed again. */
async function countOverlapPages(core: ScaleCore): Promise<number> {
  const filter = { account: core.account };
  const { items } = await core.call('agreements.list', { filter, sortBy: 'updatedAt', pageSize: 200 });
  const newest = Date.parse(items[0]?.updatedAt ?? '');
  const recent = items.filter(({ updatedAt }) => Date.parse(updatedAt ?? '') >= newest - 600_000);
  return Math.max(1, Math.ceil(recent.length / 50));
}

interface Measured {
  readonly calls: Readonly<Record<string, number>>;
  readonly seconds: number;
}

async function measure(core: ScaleCore): Promise<Measured> {
  const before = core.countCalls();
  const startedAt = performance.now();
  await core.sync('agreements');
  const seconds = (performance.now() - startedAt) / 1000;
  const after = core.countCalls();
  return {
    seconds,
    calls: Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)])),
  };
}

function calls(what: string, measured: Measured, bound: number, because: string): BenchRow {
  const operation = what.slice(what.indexOf(': ') + 2);
  return { what, value: measured.calls[operation] ?? 0, unit: 'calls', bound, because };
}
