/** The seed world of the local cloud: sellers with products and offers, dated from the day it is made. */
import type { SeedAccount, ServiceDependencies } from '../types.ts';
import type { AgreementRecord, OfferEntity, ProductEntity, SellerProfile } from '../catalog/model.ts';
import { agreementOf } from '../catalog/agreements/new-agreement.ts';
import type { CatalogState } from '../catalog/store.ts';
import { RESALE_ROLE_NAME, RESALE_SERVICE, type LinkedRole } from '../iam/linked-roles.ts';
import { seedId, seedText } from './ids.ts';
import { onePagePdf } from './pdf.ts';
import { BRAMBLEGATE } from './accounts.ts';
import { seedAuthorizations } from './authorizations.ts';
import { BUYER, privateOffers } from './private-offers.ts';
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
  return {
    entities: [...products, ...publicOffers(today), ...offers, ...authorizations],
    agreements: accepted.flatMap(({ offerId, daysAgo }) => {
      const offer = offers.find(({ id }) => id === offerId);
      const product = products.find(({ id }) => id === offer?.productId);
      return offer && product ? [agreementFor(offer, product, today.instant(-daysAgo))] : [];
    }),
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

function agreementFor(offer: OfferEntity, product: ProductEntity, acceptedAt: string): AgreementRecord {
  const acceptance = { offerId: offer.id, buyerAccountId: BUYER };
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
