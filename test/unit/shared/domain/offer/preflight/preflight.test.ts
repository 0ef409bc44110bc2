import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OFFER_KINDS } from '../../../../../../src/shared/domain/offer/draft.ts';
import { compileOffer } from '../../../../../../src/shared/domain/offer/compile.ts';
import { preflight } from '../../../../../../src/shared/domain/offer/preflight/index.ts';
import { largestOffer } from '../../../../../support/largest-offer.ts';
import { contextOf, validDraft } from '../../../../../support/offer-drafts.ts';

describe.each(OFFER_KINDS)('preflight of valid %s offers', (kind) => {
  it('finds nothing that would be refused or doubtful', () => {
    fc.assert(
      fc.property(validDraft(kind), (valid) => {
        const findings = preflight(valid.draft, valid.product, contextOf(valid));
        expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the largest offer', () => {
  it('passes and fits into one change set', () => {
    const largest = largestOffer();
    expect(preflight(largest.draft, largest.product, contextOf(largest))).toEqual([]);
    const request = compileOffer(largest.draft, largest.product, {
      intent: 'release',
      eulaUrl: null,
      changeSetName: 'largest',
    });
    expect(request.ChangeSet.length).toBeLessThanOrEqual(20);
  });
});
