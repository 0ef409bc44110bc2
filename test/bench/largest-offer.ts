/** Preflight and compile of the largest offer, what runs while somebody types, against copying and parsing the same draft. */
import { compileOffer } from '../../src/shared/domain/offer/compile.ts';
import { offerDraftSchema } from '../../src/shared/domain/offer/draft.ts';
import { preflight } from '../../src/shared/domain/offer/preflight/index.ts';
import { largestOffer } from '../support/largest-offer.ts';
import { contextOf } from '../support/offer-drafts.ts';
import type { Bench } from './bench.ts';
import { compare } from './compare.ts';

const WARM_UPS = 50;
const ROUNDS = 301;

export const largestOfferBench: Bench = {
  name: 'largest-offer',
  title: '200 grants, 200 usage prices, 60 payments',
  async run() {
    const largest = largestOffer();
    const { draft, product } = largest;
    const context = contextOf(largest);
    const options = { intent: 'release', eulaUrl: null, changeSetName: 'largest offer' } as const;
    const copyAndParse = () => offerDraftSchema.parse(JSON.parse(JSON.stringify(draft)));
    const check = () => [preflight(draft, product, context), compileOffer(draft, product, options)];
    const pair = () => ({ baselineMs: measure(copyAndParse), measuredMs: measure(check) });
    for (let round = 0; round < WARM_UPS; round += 1) pair();
    const pairs = Array.from({ length: ROUNDS }, pair);
    return [compare({ what: 'preflight plus compile', baseline: 'a JSON copy plus schema parse', pairs })];
  },
};

function measure(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
