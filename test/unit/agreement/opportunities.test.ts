import { describe, expect, it } from 'vitest';
import { weighOpportunities } from '../../agreement/opportunities.ts';

describe('the rules about opportunities and the simulator', () => {
  const fresh = Math.floor(Math.random() * 2 ** 31);

  it.each([
    ['a fixed sample', 20261121],
    ['a fresh sample', fresh],
  ])('agree on %s but for what is listed', (_sample, seed) => {
    console.info(`seed ${seed}`);
    const { judgements, unlisted } = weighOpportunities(2000, seed);
    expect(new Set(judgements.map(({ simulator }) => simulator))).toEqual(new Set(['refused', 'kept', 'shared']));
    expect(unlisted.map(({ app, simulator, because }) => ({ app, simulator, because }))).toEqual([]);
  });

  it('part where it is listed', () => {
    // A sample in which every entry of the list occurs; some are rare.
    expect(weighOpportunities(3000, 20261121).gone).toEqual([]);
  });
});
