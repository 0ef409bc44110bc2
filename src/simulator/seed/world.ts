/** The seed world of the local cloud: sellers with products and offers, dated from the day it is made. */
import type { SeedAccount, ServiceDependencies } from '../types.ts';
import type { AgreementRecord, OfferEntity, ProductEntity, SellerProfile } from '../catalog/model.ts';
import { agreementOf } from '../catalog/agreements/new-agreement.ts';
import type { CatalogState } from '../catalog/store.ts';
import { seedId, seedText } from './ids.ts';
import { onePagePdf } from './pdf.ts';
import { BUYER, privateOffers } from './private-offers.ts';
import { LANTERNFISH, seedProducts } from './products.ts';
import { publicOffers } from './public-offers.ts';
import { todayAt } from './today.ts';

export interface SeedWorldOptions {
  readonly accounts: readonly SeedAccount[];
  /** Business time in ms; every date counts from its day. */
  readonly nowMs: number;
  readonly rehost: ServiceDependencies['rehost'];
}

export function createSeedWorld({ accounts, nowMs, rehost }: SeedWorldOptions): CatalogState {
  const today = todayAt(nowMs);
  const products = seedProducts(today);
  const { offers, accepted } = privateOffers(today, (offerId) => keepLicence(offerId, rehost));
  return {
    entities: [...products, ...publicOffers(today), ...offers],
    agreements: accepted.flatMap(({ offerId, daysAgo }) => {
      const offer = offers.find(({ id }) => id === offerId);
      const product = products.find(({ id }) => id === offer?.productId);
      return offer && product ? [agreementFor(offer, product, today.instant(-daysAgo))] : [];
    }),
    sellers: accounts.filter(({ role }) => role !== 'buyer').map(seller),
  };
}

function seller({ accountId, name }: SeedAccount): SellerProfile {
  return {
    accountId,
    legalName: name,
    verified: true,
    disbursementCurrencies: accountId === LANTERNFISH ? ['USD', 'EUR', 'GBP', 'AUD', 'JPY'] : ['USD', 'EUR'],
  };
}

function keepLicence(offerId: string, rehost: ServiceDependencies['rehost']): string {
  const pdf = onePagePdf(['Sample licence agreement', 'Made up for practice; it binds nobody.']);
  const path = `aws-mp-offer-legal-artifacts-us-east-1-prod/${offerId}/${seedText(offerId, 32)}`;
  return rehost(path, 'application/pdf', pdf);
}

function agreementFor(offer: OfferEntity, product: ProductEntity, acceptedAt: string): AgreementRecord {
  const acceptance = { offerId: offer.id, buyerAccountId: BUYER };
  return agreementOf({ offer, product, acceptance, replaced: null }, { id: seedId('agmt', offer.id), acceptedAt });
}
