import { expect, it } from 'vitest';
import { runCampaign } from '../kills/campaign.ts';
import { judge } from '../kills/verdict.ts';

it('publishes exactly once over ten kills, one or two at each kind of instant', { timeout: 120_000 }, async () => {
  const verdict = judge(await runCampaign({ count: 10, journal: true, speed: 50, parallel: 4 }));
  expect(verdict.broken).toEqual([]);
  expect(verdict.lost).toEqual([]);
  expect(verdict.duplicates).toEqual([]);
  expect(verdict.kills).toBeGreaterThanOrEqual(10);
});
