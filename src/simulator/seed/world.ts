/** The seed world of the local cloud: sellers with products and offers, dated from the day it is made. */
import type { SeedAccount, ServiceDependencies } from '../types.ts';
import type { AgreementRecord, OfferEntity, ProductEntity, SellerProfile } from '../catalog/model.ts';
import { agreementOf } from '../catalog/agreements/new-agreement.ts';
import type { CatalogState } from '../catalog/store.ts';
import { RESALE_ROLE_NAME, RESALE_SERVICE, type LinkedRole } from '../iam/linked-roles.ts';
import { seedId, seedText } from './ids.ts';
import { onePagePdf } from './pdf.ts';
import { BRAMBLEGATE } from './accounts.ts';
import { seedDeals } from './agreements.ts';
import { seedAuthorizations } from './authorizations.ts';
import { offerSets } from './offer-sets.ts';
import { partnerOffers } from './partner-offers.ts';
import { privateOffers } from './private-offers.ts';
import { LANTERNFISH, QUILLMOOR, seedProducts } from './products.ts';
import { publicOffers } from './public-offers.ts';
import { todayAt, type Today } from './today.ts';

export interface SeedWorldOptions {
  readonly accounts: readonly SeedAccount[];
  /** Business time in ms; every date counts from its day. */
  readonly nowMs: number;
  readonly rehost: ServiceDependencies['rehost'];
}

export function createSeedWorld({ accounts, nowMs, rehost }: SeedWorldOptions): CatalogState {
  const today = todayAt(nowMs);
  const products = seedProducts(today);
  const { offers, accepted } = privateOffers(today, (offerId) => keepDocument(offerId, LICENCE, rehost));
  const authorizations = seedAuthorizations(today, (id, title) => keepDocument(id, title, rehost));
  const resold = partnerOffers(today, authorizations);
  const sold = [...offers, ...resold.offers];
  const open = publicOffers(today);
  const bundles = offerSets(today);
  const deals = seedDeals(today, products, open);
  return {
    entities: [...products, ...open, ...sold, ...deals.offers, ...authorizations, ...bundles.offers, ...bundles.sets],
    agreements: [
      ...deals.agreements,
      ...[...accepted, ...resold.accepted].flatMap(({ offerId, daysAgo, buyer }) => {
        const offer = sold.find(({ id }) => id === offerId);
        const product = products.find(({ id }) => id === offer?.productId);
        return offer && product ? [agreementFor({ offer, product, buyer }, today.instant(-daysAgo))] : [];
      }),
    ],
    sellers: accounts.filter(({ role }) => role !== 'buyer').map(seller),
    linkedRoles: linkedRoles(today),
  };
}

/** Quillmoor makes products of its own and resells those of others. */
function seller({ accountId, name, role }: SeedAccount): SellerProfile {
  return {
    accountId,
    legalName: name,
    verified: true,
    channelPartner: role === 'channel-partner' || accountId === QUILLMOOR,
    disbursementCurrencies: accountId === LANTERNFISH ? ['USD', 'EUR', 'GBP', 'AUD', 'JPY'] : ['USD', 'EUR'],
  };
}

const LICENCE = 'Sample licence agreement';

function keepDocument(entityId: string, title: string, rehost: ServiceDependencies['rehost']): string {
  const pdf = onePagePdf([title, 'Made up for practice; it binds nobody.']);
  const name = title === LICENCE ? entityId : `${entityId} ${title}`;
  return rehost(
    `aws-mp-offer-legal-artifacts-us-east-1-prod/${entityId}/${seedText(name, 32)}`,
    'application/pdf',
    pdf,
  );
}

interface Sale {
  readonly offer: OfferEntity;
  readonly product: ProductEntity;
  readonly buyer: string;
}

function agreementFor({ offer, product, buyer }: Sale, acceptedAt: string): AgreementRecord {
  const acceptance = { offerId: offer.id, buyerAccountId: buyer };
  return agreementOf({ offer, product, acceptance, replaced: null }, { id: seedId('agmt', offer.id), acceptedAt });
}

/** Quillmoor has none, so that creating it can be tried. */
function linkedRoles(today: Today): LinkedRole[] {
  return [LANTERNFISH, BRAMBLEGATE].map((accountId, index) => ({
    accountId,
    serviceName: RESALE_SERVICE,
    roleName: RESALE_ROLE_NAME,
    roleId: `AROA${seedText(`resale role ${accountId}`, 17).toUpperCase()}`,
    description: null,
    createdAt: today.instant(-300 - index),
  }));
}
