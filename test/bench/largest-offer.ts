/** Preflight and compile of the largest offer: what runs while somebody types, and again before sending. */
import { compileOffer } from '../../src/shared/domain/offer/compile.ts';
import { preflight } from '../../src/shared/domain/offer/preflight/index.ts';
import { largestOffer } from '../support/largest-offer.ts';
import { contextOf } from '../support/offer-drafts.ts';
import { median, roundTo, type Bench } from './bench.ts';

const ROUNDS = 51;
const FRAME_MS = 16;

export const largestOfferBench: Bench = {
  name: 'largest-offer',
  title: `200 grants, 200 usage prices, 60 payments; median of ${ROUNDS}`,
  async run() {
    const largest = largestOffer();
    const { draft, product } = largest;
    const context = contextOf(largest);
    const options = { intent: 'release', eulaUrl: null, changeSetName: 'largest offer' } as const;
    const row = (what: string, value: number, bound: number | null) => ({
      ...{ what, value: roundTo(value, 2), unit: 'ms', bound, because: bound === null ? '' : 'a frame' },
    });
    const check = measure(() => preflight(draft, product, context));
    const compile = measure(() => compileOffer(draft, product, options));
    return [row('preflight', check, null), row('compile', compile, null), row('both', check + compile, FRAME_MS)];
  },
};

function measure(work: () => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    work();
    times.push(performance.now() - startedAt);
  }
  return median(times);
}
