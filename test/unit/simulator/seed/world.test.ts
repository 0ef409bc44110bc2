import { describe, expect, test } from 'vitest';
import { isPrivate, isProduct, type OfferEntity, type ProductEntity } from '../../../../src/simulator/catalog/model.ts';
import type { ResaleAuthorizationEntity } from '../../../../src/simulator/catalog/model-resale.ts';
import { AUTHORIZATION_RULES } from '../../../../src/simulator/catalog/rules/resale/authorization-rules.ts';
import { OFFER_RULES } from '../../../../src/simulator/catalog/rules/offer-rules.ts';
import { toDay } from '../../../../src/simulator/catalog/instants.ts';
import { CHANGE_TYPES } from '../../../../src/simulator/catalog/changes/table.ts';
import { seedAccounts } from '../../../../src/simulator/seed/accounts.ts';
import { scaleWorld } from '../../../../src/simulator/seed/scale.ts';
import { createSeedWorld } from '../../../../src/simulator/seed/world.ts';

const NOW = Date.now();
const world = createSeedWorld({ accounts: seedAccounts, nowMs: NOW, rehost: (path) => `https://example.com/${path}` });
const products = world.entities.filter(isProduct);
const offers = world.entities.filter((entity): entity is OfferEntity => entity.type === 'Offer');
const authorizations = world.entities.filter(
  (entity): entity is ResaleAuthorizationEntity => entity.type === 'ResaleAuthorization',
);
const productOf = (offer: OfferEntity) => products.find(({ id }) => id === offer.productId) as ProductEntity;
const today = toDay(NOW);

/** The rules as they stood on the day of release; the terms themselves must be good whatever today is. */
function violations(offer: OfferEntity) {
  const released = offer.releasedAt ?? new Date(NOW).toISOString();
  return OFFER_RULES.flatMap((rule) =>
    rule({
      before: { ...offer, state: 'Draft' },
      after: offer,
      product: { ...productOf(offer), visibility: 'Public' },
      changed: new Set(changesOf(offer)),
      releasing: offer.state === 'Released',
      today: released.slice(0, 10),
      now: Date.parse(released),
      seller: world.sellers.find(({ accountId }) => accountId === offer.owner) ?? null,
      otherPublicOffers: offers.filter(
        (other) =>
          other.state === 'Released' && !isPrivate(other) && other.productId === offer.productId && other !== offer,
      ),
      authorization: authorizations.find(({ id }) => id === offer.resale?.authorizationId) ?? null,
      agreement: null,
    }),
  ).filter(({ on }) => on.some((changeType) => changesOf(offer).includes(changeType)));
}

/** What could have been sent to make the offer: nobody marks up a direct one, prices what it inherited, or retargets an amendment. */
function changesOf({ resale, replacesAgreementId }: OfferEntity): string[] {
  const all = Object.keys(CHANGE_TYPES.Offer).filter(
    (type) => !type.includes('ResaleAuthorization') && (replacesAgreementId === null || type !== 'UpdateTargeting'),
  );
  if (resale === null) return all.filter((type) => type !== 'UpdateMarkup');
  return all.filter((type) => resale.ownPrices || !['UpdatePricingTerms', 'UpdatePaymentScheduleTerms'].includes(type));
}

describe('the seed world', () => {
  test('has products of every kind and state', () => {
    expect(products.length).toBeGreaterThanOrEqual(12);
    expect(new Set(products.map(({ type }) => type)).size).toBe(3);
    expect(new Set(products.map(({ visibility }) => visibility))).toEqual(
      new Set(['Public', 'Limited', 'Draft', 'Restricted']),
    );
    expect(products.some(({ dimensions }) => dimensions.length >= 200)).toBe(true);
    const titles = products.flatMap(({ title }) => title ?? []);
    expect(new Set(titles).size).toBeLessThan(titles.length);
  });

  test('has a public offer for each product that is for sale', () => {
    for (const product of products.filter(({ visibility }) => visibility !== 'Draft')) {
      const sold = offers.filter((offer) => offer.productId === product.id && !isPrivate(offer));
      expect(sold.length, product.title ?? product.id).toBeGreaterThanOrEqual(1);
    }
  });

  test('has private offers in every state', () => {
    const own = offers.filter(isPrivate);
    const ends = own
      .filter(({ state }) => state === 'Released')
      .map(({ availabilityEndDate }) => availabilityEndDate ?? '');
    expect(own.some(({ state }) => state === 'Draft')).toBe(true);
    expect(ends.some((end) => end < today)).toBe(true);
    expect(ends.some((end) => end > today)).toBe(true);
    expect(world.agreements.length).toBeGreaterThanOrEqual(2);
    const documents = JSON.stringify(own.map(({ terms }) => terms));
    for (const word of ['PaymentScheduleTerm', 'AgreementStartDate', 'CustomEula', 'JPY', 'EUR', 'NetPaymentTerm']) {
      expect(documents).toContain(word);
    }
    expect(own.some(({ buyerAccounts }) => buyerAccounts.length > 1)).toBe(true);
  });

  test.each(offers.map((offer) => [offer.name ?? offer.id, offer] as const))(
    'would be accepted by its own rules: %s',
    (_name, offer) => {
      expect(violations(offer)).toEqual([]);
    },
  );

  test.each(authorizations.map((authorization) => [authorization.name, authorization] as const))(
    'would be accepted by its own rules: authorization %s',
    (_name, authorization) => {
      const made = authorization.createdAt;
      const found = AUTHORIZATION_RULES.flatMap((rule) =>
        rule({
          before: { ...authorization, status: 'Draft' },
          after: authorization,
          product: products.find(({ id }) => id === authorization.productId) as ProductEntity,
          changed: new Set(
            Object.keys(CHANGE_TYPES.ResaleAuthorization).filter((type) => type !== 'RestrictResaleAuthorization'),
          ),
          releasing: authorization.status !== 'Draft',
          today: made.slice(0, 10),
          now: Date.parse(made),
          manufacturer: world.sellers.find(({ accountId }) => accountId === authorization.owner) ?? null,
          reseller: world.sellers.find(({ accountId }) => accountId === authorization.resellerAccountId) ?? null,
        }),
      );
      expect(found).toEqual([]);
    },
  );

  test('counts the offers of each authorization', () => {
    for (const { id, name, offersCreated } of authorizations) {
      expect(offers.filter(({ resale }) => resale?.authorizationId === id).length, name).toBe(offersCreated);
    }
  });

  test('has agreements with both kinds of sellers, amendable ones among them', () => {
    const installments = world.agreements.filter(({ terms }) => terms.schedule.length > 0);
    expect(installments.some(({ resaleAuthorizationId }) => resaleAuthorizationId === null)).toBe(true);
    expect(installments.some(({ proposer, manufacturer }) => proposer !== manufacturer)).toBe(true);
    expect(installments.some(({ status, productType }) => status === 'ACTIVE' && productType === 'SaaSProduct')).toBe(
      true,
    );
  });

  test('has the same ids at every start and whatever the day', () => {
    const later = createSeedWorld({ accounts: seedAccounts, nowMs: NOW + 40 * 86_400_000, rehost: (path) => path });
    expect(later.entities.map(({ id }) => id)).toEqual(world.entities.map(({ id }) => id));
    expect(new Set(world.entities.map(({ id }) => id)).size).toBe(world.entities.length);
  });

  test('never has a change in the future', () => {
    for (const { modifiedAt } of world.entities) expect(modifiedAt <= new Date(NOW).toISOString()).toBe(true);
  });
});

test('the scale world has exactly what is asked for, each with an id of its own', () => {
  const entities = scaleWorld({ accountId: '111122223333', nowMs: NOW, offers: 5_000, products: 200 });
  expect(entities.filter(isProduct)).toHaveLength(200);
  expect(entities).toHaveLength(5_200);
  expect(new Set(entities.map(({ id }) => id)).size).toBe(5_200);
});
