import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOffers } from '../../../src/shared/domain/offer/compare.ts';
import { OFFER_KINDS } from '../../../src/shared/domain/offer/draft.ts';
import { EULA_URL } from '../../agreement/instant-catalog.ts';
import { roundTrip } from '../../agreement/round-trip.ts';
import { validDraft } from '../../support/offer-drafts.ts';

describe.each(OFFER_KINDS)('a released %s offer, read back from the simulator', (kind) => {
  it('compiles to the request it was made by, but for where the EULA is hosted', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(validDraft(kind), async (valid) => {
        const { sent, held, again, document } = await roundTrip(valid);
        expect(again).toEqual(sent);
        expect(compareOffers(valid.draft, held)).toEqual([]);
        expect(held.carried).toEqual({ terms: [], rules: [], members: [] });
        expect(JSON.stringify(document)).not.toContain(EULA_URL);
      }),
      { numRuns: 40 },
    );
  });
});
