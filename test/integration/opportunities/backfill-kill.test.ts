import { expect, it } from 'vitest';
import { withBackfill } from '../../backfill/campaign.ts';
import { AT_ONCE } from '../../../src/main/opportunities/sync.ts';
import { accountKey, syncToEnd } from '../../support/practice-world.ts';
import { startTestCore } from '../../support/test-core.ts';
import { createClock } from '../../../src/main/hosts/common/clock.ts';

const COUNT = 250;

it('goes on after kills with what is still to be read, and a sync afterwards costs one page', async () => {
  const kills = [
    { operation: 'ListOpportunities', at: 1 },
    { operation: 'GetOpportunity', at: 100 },
  ];
  await withBackfill({ count: COUNT, speed: 1000, kills }, async (campaign) => {
    const { backfill, calls, again, countSince } = campaign;
    expect(campaign.kills).toBe(2);
    expect(backfill.counts).toMatchObject({ new: COUNT, queued: 0, failed: 0 });
    // A page that was under way, and what was being read at that instant.
    expect(again['ListOpportunities'] ?? 0).toBeLessThanOrEqual(1);
    expect(again['GetOpportunity'] ?? 0).toBeLessThanOrEqual(AT_ONCE);
    expect(again['GetAwsOpportunitySummary'] ?? 0).toBeLessThanOrEqual(AT_ONCE);
    expect((calls['ListOpportunities'] ?? 0) - (again['ListOpportunities'] ?? 0)).toBe(Math.ceil(COUNT / 100));
    for (const operation of ['GetOpportunity', 'GetAwsOpportunitySummary']) {
      expect((calls[operation] ?? 0) - (again[operation] ?? 0)).toBe(COUNT);
    }

    const core = await startTestCore({
      practice: campaign.cloud,
      dataFolder: campaign.dataFolder,
      clock: createClock(1000),
    });
    const account = await accountKey(core, campaign.sellerId);
    expect((await core.call('opportunities.list', { filter: { account } })).total).toBe(COUNT);
    expect((await syncToEnd(core, 'opportunities', { account })).state).toBe('succeeded');
    expect(countSince().calls).toEqual({ ListOpportunities: 1 });
  });
}, 60_000);
