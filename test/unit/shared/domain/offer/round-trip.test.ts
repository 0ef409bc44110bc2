import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOffers, normaliseOffer } from '../../../../../src/shared/domain/offer/compare.ts';
import { compileOffer } from '../../../../../src/shared/domain/offer/compile.ts';
import { OFFER_KINDS } from '../../../../../src/shared/domain/offer/draft.ts';
import { asNewOffer, parseOffer } from '../../../../../src/shared/domain/offer/parse.ts';
import { describeTwin } from '../../../../support/describe-twin.ts';
import { validDraft } from '../../../../support/offer-drafts.ts';

const options = { intent: 'release', eulaUrl: 'https://bucket.example/eula.pdf', changeSetName: 'x' } as const;

describe.each(OFFER_KINDS)('what AWS holds of a %s offer', (kind) => {
  it('compiles to the same request again, and compares as equal', () => {
    fc.assert(
      fc.property(validDraft(kind), ({ draft, product }) => {
        const sent = compileOffer(draft, product, options);
        const held = parseOffer(describeTwin(sent), '1', product);
        expect(held.kind).toBe(kind);
        expect(held.target).toEqual({ offerId: 'offer-sampleoffer12', revision: '1', state: 'Released' });
        expect(held.carried).toEqual({ terms: [], rules: [], members: [] });
        expect(compareOffers(draft, held)).toEqual([]);
        expect(compileOffer(asNewOffer(held), product, options)).toEqual(sent);
        expect(normaliseOffer(asNewOffer(held))).toEqual(normaliseOffer(held));
      }),
      { numRuns: 60 },
    );
  });
});
