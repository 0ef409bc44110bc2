/** Addresses of offers for buyers: of a selection, or of everything that a filter finds. */
import type { OfferFilter, OfferRef, OfferUrl } from '../../shared/contract/offers.ts';
import type { OfferSummary } from '../../shared/domain/offer/offer.ts';
import { findUrlTemplate, formatOfferUrl } from '../../shared/domain/offer/url.ts';
import type { ProductType } from '../../shared/domain/product/product.ts';
import { fail } from '../../shared/errors/app-error.ts';
import { breathe } from '../entities/breathe.ts';
import type { Seller, Sellers } from '../entities/sellers.ts';
import type { Database } from '../storage/database.ts';
import { findOffer, listOffers } from './list-query.ts';

/** As many rows as are read before the event loop may turn. */
const CHUNK = 200;

export interface UrlRequest {
  readonly refs: readonly OfferRef[] | null;
  readonly filter: OfferFilter | null;
}

export interface UrlDependencies {
  readonly database: Database;
  readonly accounts: Sellers;
  readonly today: string;
  readonly templates: Readonly<Record<string, string>>;
}

export async function findOfferUrls(deps: UrlDependencies, request: UrlRequest): Promise<OfferUrl[]> {
  const sellers = new Map<string, Seller>();
  const sellerOf = (account: string) => {
    const seller = sellers.get(account) ?? deps.accounts.getSettings(account);
    sellers.set(account, seller);
    return seller;
  };
  const urls: OfferUrl[] = [];
  for await (const offers of findOffers(deps, request)) {
    urls.push(...offers.map((offer) => toUrl(deps, offer, sellerOf(offer.account))));
    await breathe();
  }
  return urls;
}

async function* findOffers(deps: UrlDependencies, { refs, filter }: UrlRequest): AsyncGenerator<OfferSummary[]> {
  const { database, today } = deps;
  if (refs !== null) {
    for (let start = 0; start < refs.length; start += CHUNK) {
      yield refs
        .slice(start, start + CHUNK)
        .map(
          ({ account, offerId }) =>
            findOffer(database, account, offerId, today) ?? fail('not-found', { params: { name: offerId } }),
        );
    }
    return;
  }
  if (filter === null)
    fail('invalid-input', { fields: [{ path: 'filter', messageKey: 'errors.field.required', params: {} }] });
  for (let page = 1; ; page += 1) {
    const found = listOffers(
      database,
      { filter, page, pageSize: CHUNK, sortBy: 'lastModifiedAt', direction: 'descending' },
      today,
    );
    yield found.items;
    if (page * CHUNK >= found.total) return;
  }
}

function toUrl(deps: UrlDependencies, offer: OfferSummary, seller: Seller): OfferUrl {
  const product = deps.database.get<{ type: ProductType }>(
    'SELECT type FROM products WHERE account = ? AND id = ?',
    offer.account,
    offer.productId,
  );
  const productType = product?.type ?? null;
  return {
    account: offer.account,
    offerId: offer.id,
    name: offer.name,
    productTitle: offer.productTitle,
    productType,
    buyers: offer.buyers,
    state: offer.state,
    availabilityEndDate: offer.availabilityEndDate,
    awsAccountId: seller.awsAccountId,
    accountName: seller.name,
    url:
      offer.state === 'draft'
        ? null
        : formatOfferUrl(findUrlTemplate(productType, deps.templates), {
            productId: offer.productId,
            offerId: offer.id,
          }),
  };
}
