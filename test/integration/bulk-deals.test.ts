import { expect, it } from 'vitest';
import { runDealCampaign } from '../bulk/deals.ts';
import { judgeBulk } from '../bulk/verdict.ts';

it(
  'accepts 20 invitations and assigns their opportunities exactly once, by two processes, under faults and a kill of each',
  { timeout: 180_000 },
  async () => {
    const { accepted, assigned } = await runDealCampaign({ count: 20, speed: 60, faults: 0.05, kill: true });
    for (const result of [accepted, assigned]) {
      const { missing, twice, others, whole } = judgeBulk(result);
      expect({ missing, twice, others, whole, killed: result.killed }).toEqual({
        missing: [],
        twice: [],
        others: [],
        whole: true,
        killed: true,
      });
    }
  },
);
