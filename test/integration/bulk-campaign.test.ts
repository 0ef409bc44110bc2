import { expect, it } from 'vitest';
import { runBulkCampaign } from '../bulk/campaign.ts';
import { judgeBulk } from '../bulk/verdict.ts';

it(
  'publishes 45 offers in three accounts exactly once, by two processes, under faults and a kill',
  { timeout: 180_000 },
  async () => {
    const result = await runBulkCampaign({ count: 45, speed: 60, faults: 0.05, kill: true });
    const { missing, twice, others, whole } = judgeBulk(result);
    expect({ missing, twice, others, whole, killed: result.killed }).toEqual({
      missing: [],
      twice: [],
      others: [],
      whole: true,
      killed: true,
    });
  },
);
