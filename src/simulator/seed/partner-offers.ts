/** Offers that the channel partner of the seed world made from authorizations, and what its buyers accepted. */
import type { OfferEntity } from '../catalog/model.ts';
import type { ResaleAuthorizationEntity } from '../catalog/model-resale.ts';
import { inheritedTerms, markedUpTerms } from '../catalog/rules/inherited-terms.ts';
import { BRAMBLEGATE } from './accounts.ts';
import { seedId } from './ids.ts';
import { buildOffer, type OfferSpec } from './offer-builder.ts';
import { BUYER, OTHER_BUYERS, type AcceptedOffer } from './private-offers.ts';
import * as terms from './terms.ts';
import type { Today } from './today.ts';

interface PartnerSpec extends Pick<
  OfferSpec,
  'slug' | 'name' | 'description' | 'state' | 'buyers' | 'availableUntil' | 'daysAgo'
> {
  /** Slug of the authorization. */
  readonly from: string;
  readonly markup?: string;
  readonly more?: OfferSpec['terms'];
  readonly ownPrices?: boolean;
}

export interface PartnerOfferSeed {
  readonly offers: readonly OfferEntity[];
  readonly accepted: readonly AcceptedOffer[];
}

export function partnerOffers(today: Today, authorizations: readonly ResaleAuthorizationEntity[]): PartnerOfferSeed {
  const made = specs(today).map((spec) => {
    const authorization = authorizations.find(({ id }) => id === seedId('resaleauthz', spec.from));
    if (!authorization) throw new Error(`There is no authorization '${spec.from}'.`);
    return partnerOffer(spec, authorization, today);
  });
  return {
    offers: made,
    accepted: [{ offerId: seedId('offer', 'relay-a sold by partner'), daysAgo: 20, buyer: BUYER }],
  };
}

function partnerOffer(spec: PartnerSpec, authorization: ResaleAuthorizationEntity, today: Today): OfferEntity {
  const { from: _from, markup, more, ownPrices, ...rest } = spec;
  const inherited = {
    ...inheritedTerms(authorization),
    ...(markup === undefined ? {} : markedUpTerms(authorization, markup)),
  };
  return buildOffer(
    {
      ...rest,
      owner: BRAMBLEGATE,
      productId: authorization.productId,
      pricingModel: authorization.pricingModel,
      terms: { ...inherited, ...more },
      resale: { authorizationId: authorization.id, markup: markup ?? null, ownPrices: ownPrices ?? false },
    },
    today,
  );
}

function specs(today: Today): PartnerSpec[] {
  const [other = '', another = ''] = OTHER_BUYERS;
  return [
    {
      slug: 'atlas partner draft',
      from: 'atlas reusable',
      name: 'Atlas proposal for a chain',
      description: 'Markup still to be agreed',
      state: 'Draft',
      daysAgo: 1,
    },
    {
      slug: 'atlas partner markup',
      from: 'atlas reusable',
      name: 'Atlas through Bramblegate',
      markup: '12.5',
      buyers: [other],
      availableUntil: today.day(35),
      daysAgo: 6,
    },
    {
      slug: 'driftmeter partner usage',
      from: 'driftmeter usage',
      name: 'Driftmeter through Bramblegate',
      markup: '8',
      more: { validity: [terms.validFor('P365D')], netPayment: [terms.netPayment('P30D')] },
      buyers: [another],
      availableUntil: today.day(50),
      daysAgo: 9,
    },
    {
      slug: 'cells partner schedule',
      from: 'cells installments',
      name: 'Cell Planner in three payments',
      more: {
        schedule: [
          terms.schedule([
            [today.firstOfMonth(2), '5000'],
            [today.firstOfMonth(5), '3500'],
            [today.firstOfMonth(8), '3500'],
          ]),
        ],
      },
      ownPrices: true,
      buyers: [BUYER],
      availableUntil: today.day(18),
      daysAgo: 3,
    },
    {
      slug: 'krill partner expired',
      from: 'krill consumed',
      name: 'Krill Gateway, not taken',
      markup: '5',
      buyers: [BUYER],
      availableUntil: today.day(-8),
      daysAgo: 40,
    },
    {
      slug: 'relay-a sold by partner',
      from: 'relay-a installments',
      name: 'Signal Relay in two payments',
      markup: '10',
      buyers: [BUYER],
      availableUntil: today.day(-15),
      daysAgo: 32,
    },
  ];
}
