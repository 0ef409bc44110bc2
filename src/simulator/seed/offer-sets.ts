/** Offer sets of the seed world: a released one with its offers, and one that is being put together. */
import type { OfferEntity } from '../catalog/model.ts';
import type { OfferSetEntity } from '../catalog/model-offer-set.ts';
import { seedId } from './ids.ts';
import { buildOffer, type OfferSpec } from './offer-builder.ts';
import { BUYER } from './private-offers.ts';
import { LANTERNFISH } from './products.ts';
import * as terms from './terms.ts';
import type { Today } from './today.ts';

const RELEASED = 'harbour bundle';
const DRAFT = 'signal bundle';
/** A name only, and one that has bought nothing yet. */
const BUNDLE_BUYER = '606060606060';

export interface OfferSetSeed {
  readonly sets: readonly OfferSetEntity[];
  readonly offers: readonly OfferEntity[];
}

export function offerSets(today: Today): OfferSetSeed {
  const specs = [...bundled(today), draftOfSet()];
  const idsIn = (set: string) =>
    specs.filter(({ offerSetId }) => offerSetId === seedId('offerset', set)).map(({ slug }) => seedId('offer', slug));
  return {
    offers: specs.map((spec) => buildOffer(spec, today)),
    sets: [
      {
        ...setBasics(RELEASED, today.instant(-5, 15)),
        name: 'Atlas and Beacon together',
        buyerNotes: 'Both at the price of the bundle; take them together.',
        state: 'Released',
        releasedAt: today.instant(-5, 15),
        offerIds: idsIn(RELEASED),
      },
      {
        ...setBasics(DRAFT, today.instant(-1, 10)),
        name: 'Signal Relay bundle, to be completed',
        buyerNotes: null,
        state: 'Draft',
        releasedAt: null,
        offerIds: idsIn(DRAFT),
      },
    ],
  };
}

function setBasics(slug: string, modifiedAt: string) {
  return { id: seedId('offerset', slug), type: 'OfferSet', owner: LANTERNFISH, revision: 2, modifiedAt } as const;
}

function bundled(today: Today): OfferSpec[] {
  const common = {
    owner: LANTERNFISH,
    pricingModel: 'Contract' as const,
    buyers: [BUNDLE_BUYER],
    availableUntil: today.day(33),
    offerSetId: seedId('offerset', RELEASED),
    daysAgo: 6,
  };
  return [
    {
      ...common,
      slug: 'atlas in bundle',
      productId: seedId('prod', 'atlas'),
      name: 'Atlas in the bundle',
      terms: { pricing: [terms.contract({ P12M: { users: '390', sites: '1600' } })] },
    },
    {
      ...common,
      slug: 'beacon in bundle',
      productId: seedId('prod', 'beacon'),
      name: 'Beacon in the bundle',
      terms: { pricing: [terms.contract({ P12M: { silver: '2800', gold: '7400' } }, { tiers: true })] },
    },
  ];
}

function draftOfSet(): OfferSpec {
  return {
    slug: 'relay-b in bundle',
    owner: LANTERNFISH,
    productId: seedId('prod', 'relay-b'),
    name: 'Signal Relay in the bundle',
    state: 'Draft',
    pricingModel: 'Contract',
    terms: { pricing: [terms.contract({ P12M: { channels: '60' } })] },
    buyers: [BUYER],
    offerSetId: seedId('offerset', DRAFT),
    daysAgo: 1,
  };
}
