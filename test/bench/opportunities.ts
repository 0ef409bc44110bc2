/** A backfill of 20,000 opportunities with two kills on the way, what a look costs afterwards, and a page of their list. */
import { createCore, type Core } from '../../src/main/core.ts';
import { AT_ONCE } from '../../src/main/opportunities/sync.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../src/shared/contract/index.ts';
import { SCALE } from '../../src/simulator/seeded-catalog.ts';
import { withBackfill, type Asked, type BackfillCampaign } from '../backfill/campaign.ts';
import { createPlainPorts } from '../kills/ports.ts';
import { roundTo, type Bench, type BenchOptions, type BenchRow } from './bench.ts';

const PAGE = 100;
/** AWS publishes 10 reads a second for all of them together. */
const READS_A_SECOND = 10;
const FRAME_MS = 16;
const ROUNDS = 21;
const US_PER_MS = 1e3;

type Listing = Omit<MethodInput<'opportunities.list'>, 'filter'> & {
  filter?: Partial<MethodInput<'opportunities.list'>['filter']>;
};

export const opportunityBench: Bench = {
  name: 'opportunities',
  title: 'a backfill with two kills, one look and one backfill more, and one page of the list (processor time)',
  async run(options) {
    const count = options.count ?? SCALE.opportunities;
    const pages = Math.ceil(count / PAGE);
    const kills = [
      { operation: 'ListOpportunities', at: Math.ceil(pages / 2) },
      { operation: 'GetOpportunity', at: Math.ceil(count / 2) },
    ];
    const onProgress = (line: string) => void (process.stderr.isTTY && process.stderr.write(`\r${line}`));
    return withBackfill({ count, kills, speed: options.speed, onProgress }, async (campaign) => {
      const core = await createCore(createPlainPorts({ ...campaign, speed: options.speed }));
      try {
        return [
          ...readRows(campaign, { count, pages }),
          ...costRows(campaign, options, count + count + pages),
          ...(await lookRows(core, campaign, pages)),
          ...(await listRows(core, campaign)),
        ];
      } finally {
        await core.close();
      }
    });
  },
};

function calls(what: string, value: number, bound: number, because: string): BenchRow {
  return { what, value, unit: 'calls', bound, because };
}

function readRows(campaign: BackfillCampaign, { count, pages }: { count: number; pages: number }): BenchRow[] {
  const counts = Object.values(campaign.backfill.counts).reduce((sum, n) => sum + n, 0);
  const first = (operation: string) => (campaign.calls[operation] ?? 0) - (campaign.again[operation] ?? 0);
  const twice = Object.values(campaign.again).reduce((sum, n) => sum + n, 0);
  return [
    { what: 'opportunities, all of them read', value: counts, unit: '', bound: count, because: '' },
    { what: 'kills', value: campaign.kills, unit: '', bound: null, because: 'in the list, and in the reading' },
    calls('ListOpportunities', first('ListOpportunities'), pages, 'opportunities / 100'),
    calls('GetOpportunity', first('GetOpportunity'), count, 'one each'),
    calls('GetAwsOpportunitySummary', first('GetAwsOpportunitySummary'), count, 'one each'),
    calls(
      'asked a second time after the kills',
      twice,
      campaign.kills * 2 * AT_ONCE,
      `under way at a kill: ${AT_ONCE} records, or a page`,
    ),
  ];
}

function costRows({ seconds, loop, peakMb }: BackfillCampaign, { speed }: BenchOptions, bound: number): BenchRow[] {
  const row = (what: string, value: number, unit: string, because: string): BenchRow => ({
    ...{ what, value, unit, bound: null, because },
  });
  return [
    row('time as it passed', roundTo(seconds, 1), 's', `at speed ${speed}`),
    row(
      'time scaled to speed 1',
      roundTo(seconds * speed, 0),
      's',
      `quotas allow ${roundTo(bound / READS_A_SECOND, 0)} s; our own work is scaled too`,
    ),
    row('largest memory of the process', peakMb, 'MB', ''),
    { ...row('processor time of a turn, 99%', loop.busyP99, 'ms', 'a frame'), bound: FRAME_MS },
  ];
}

async function lookRows(core: Core, { countSince, sellerId }: BackfillCampaign, pages: number): Promise<BenchRow[]> {
  const account = await accountOf(core, sellerId);
  await ask(core, 'opportunities.sync', { account });
  await endOfJob(core, 'opportunities.sync');
  const sync = countSince();
  await ask(core, 'opportunities.backfill.start', { account, wish: { mode: 'stale' } });
  await endOfJob(core, 'opportunities.backfill');
  const stale = countSince();
  const reads = ({ calls: made }: Asked) => (made['GetOpportunity'] ?? 0) + (made['GetAwsOpportunitySummary'] ?? 0);
  return [
    calls('a sync afterwards: ListOpportunities', sync.calls['ListOpportunities'] ?? 0, 1, 'nothing changed: one page'),
    calls('a sync afterwards: reads', reads(sync), 0, 'nothing changed'),
    calls('stale ones only: ListOpportunities', stale.calls['ListOpportunities'] ?? 0, pages, 'opportunities / 100'),
    calls('stale ones only: reads', reads(stale), 0, 'nothing changed'),
  ];
}

/** Pages of 50: the middle is the farthest from both ends. */
const toViews = (middle: number): readonly (readonly [what: string, input: Listing])[] => [
  ['first page', {}],
  ['the middle', { page: middle }],
  ['the last page', { page: 2 * middle }],
  ['text that few have', { filter: { text: 'O10000421' } }],
  ['text that nobody has', { filter: { text: 'no such opportunity' } }],
  ['text that many have, by title, deep', { filter: { text: 'a' }, sortBy: 'title', page: Math.ceil(middle / 4) }],
  ['two stages', { filter: { stages: ['Committed', 'Launched'] } }],
  ['one review status', { filter: { reviewStatuses: ['Approved'] }, sortBy: 'amount', page: 5 }],
  ['one origin', { filter: { origins: ['AWS Referral'] }, sortBy: 'customer' }],
  ['a range of close dates', { filter: { closeFrom: '2026-01-01', closeTo: '2027-12-31' }, sortBy: 'title' }],
  ['gone', { filter: { gone: true } }],
  ...(['createdAt', 'targetCloseDate', 'customer', 'title', 'stage', 'reviewStatus', 'amount', 'id'] as const).flatMap(
    (sortBy) =>
      [
        [`by ${sortBy}, first page`, { sortBy, direction: 'ascending' }],
        [`by ${sortBy}, the middle`, { sortBy, page: middle }],
      ] satisfies [string, Listing][],
  ),
  ['all accounts, the middle, by customer', { filter: { account: null }, sortBy: 'customer', page: middle }],
];

async function listRows(core: Core, { sellerId, backfill }: BackfillCampaign): Promise<BenchRow[]> {
  const account = await accountOf(core, sellerId);
  const rows: BenchRow[] = [];
  const middle = Math.ceil((backfill.counts['new'] ?? 0) / 100);
  for (const [what, { filter, ...input }] of toViews(middle)) {
    const before = process.threadCpuUsage();
    for (let round = 0; round < ROUNDS; round += 1) {
      await ask(core, 'opportunities.list', { ...input, filter: { account, ...filter } });
    }
    const { user, system } = process.threadCpuUsage(before);
    const value = roundTo((user + system) / US_PER_MS / ROUNDS, 2);
    rows.push({ what: `list: ${what}`, value, unit: 'ms', bound: FRAME_MS, because: 'a frame' });
  }
  return rows;
}

async function accountOf(core: Core, sellerId: string): Promise<string> {
  const { accounts } = await ask(core, 'accounts.list', {});
  return accounts.find(({ awsAccountId }) => awsAccountId === sellerId)?.key ?? '';
}

async function endOfJob(core: Core, kind: string): Promise<void> {
  const ended = Promise.withResolvers<void>();
  const stop = core.subscribe((name, payload) => {
    if (name !== 'jobs.changed' || !('endedAt' in payload) || !('kind' in payload) || payload.kind !== kind) return;
    if (payload.endedAt === null) return;
    if (payload.state === 'succeeded') ended.resolve();
    else ended.reject(new Error(`${kind} ended as ${payload.state}: ${payload.error?.code}`));
  });
  await ended.promise.finally(stop);
}

async function ask<M extends MethodName>(core: Core, method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
  const reply = await core.call(method, input);
  if (!reply.ok) throw new Error(`${method} failed: ${reply.error.code}`);
  return reply.value as MethodOutput<M>;
}
