/** Products, offers, agreements and resale authorizations as the command line lists, shows and exports them. */
import type { AgreementSummary } from '../../../../shared/domain/agreement/agreement.ts';
import {
  AUTHORIZATION_STATES,
  type AuthorizationSummary,
} from '../../../../shared/domain/authorization/authorization.ts';
import type { OfferState, OfferSummary } from '../../../../shared/domain/offer/offer.ts';
import { OFFER_SET_STATES, type OfferSetSummary } from '../../../../shared/domain/offer-set/offer-set.ts';
import type { ProductSummary } from '../../../../shared/domain/product/product.ts';
import { PAGE, type EntityKind } from './entities.ts';
import { chosen } from './newest.ts';

const OFFER_STATES: readonly OfferState[] = ['draft', 'active', 'expired'];

export const productKind: EntityKind<ProductSummary> = {
  name: 'products',
  filters: [],
  columns: ({ t }, accountName) => [
    { heading: t('column.account'), value: ({ account }) => accountName(account) },
    { heading: t('column.id'), value: ({ id }) => id },
    { heading: t('column.title'), value: ({ title }) => title },
    { heading: t('column.type'), value: ({ type }) => type },
    { heading: t('column.visibility'), value: ({ visibility }) => visibility },
  ],
  page: (session, { account, text }, page) => session.call('products.list', { ...PAGE, page, account, text }),
  get: (session, { account, id }) => session.call('products.get', { account, productId: id }),
};

export const offerKind: EntityKind<OfferSummary> = {
  name: 'offers',
  filters: ['state', 'buyer'],
  columns: ({ t }, accountName) => [
    { heading: t('column.account'), value: ({ account }) => accountName(account) },
    { heading: t('column.id'), value: ({ id }) => id },
    { heading: t('column.name'), value: ({ name }) => name },
    { heading: t('column.state'), value: ({ state }) => t(`offers:state.${state}`) },
    { heading: t('column.product'), value: ({ productTitle, productId }) => productTitle ?? productId },
    { heading: t('column.buyers'), value: ({ buyers }) => buyers.join(' ') },
    { heading: t('column.expires'), value: ({ availabilityEndDate }) => availabilityEndDate ?? '' },
  ],
  page(session, { account, text, state, buyer }, page) {
    const states = chosen('--state', state, OFFER_STATES);
    return session.call('offers.list', { ...PAGE, page, filter: { account, text, states, buyer: buyer ?? '' } });
  },
  get: (session, { account, id }, refresh) => session.call('offers.get', { account, offerId: id, refresh }),
  toFile: async (session, { account, id }) =>
    (await session.call('files.export', { source: { kind: 'offer', account, offerId: id } })).text,
};

export const agreementKind: EntityKind<AgreementSummary> = {
  name: 'agreements',
  filters: ['state', 'buyer'],
  columns: ({ t }, accountName) => [
    { heading: t('column.account'), value: ({ account }) => accountName(account) },
    { heading: t('column.id'), value: ({ id }) => id },
    { heading: t('column.state'), value: ({ status }) => status },
    { heading: t('column.product'), value: ({ productTitle, productId }) => productTitle ?? productId },
    { heading: t('column.buyers'), value: ({ acceptor }) => acceptor },
    { heading: t('column.offer'), value: ({ offerId }) => offerId },
    { heading: t('column.ends'), value: ({ endsAt }) => endsAt?.slice(0, 10) ?? '' },
    { heading: t('column.value'), value: ({ value, currency }) => [value, currency].filter(Boolean).join(' ') },
  ],
  page: (session, { account, text, state, buyer }, page) =>
    session.call('agreements.list', {
      ...PAGE,
      page,
      filter: { account, text, statuses: state === undefined ? [] : [state.toUpperCase()], buyer: buyer ?? '' },
    }),
  get: (session, { account, id }, refresh) => session.call('agreements.get', { account, agreementId: id, refresh }),
};

export const authorizationKind: EntityKind<AuthorizationSummary> = {
  name: 'authorizations',
  filters: ['state', 'partner'],
  columns: ({ t }, accountName) => [
    { heading: t('column.account'), value: ({ account }) => accountName(account) },
    { heading: t('column.id'), value: ({ id }) => id },
    { heading: t('column.name'), value: ({ name }) => name },
    { heading: t('column.state'), value: ({ state }) => t(`authorizations:state.${state}`) },
    { heading: t('column.product'), value: ({ productTitle, productId }) => productTitle ?? productId },
    { heading: t('column.partner'), value: ({ resellerAccountId }) => resellerAccountId ?? '' },
    { heading: t('column.lastDay'), value: ({ endDate }) => endDate ?? '' },
    { heading: t('column.offersMade'), value: ({ offersCreated }) => offersCreated?.toString() ?? '' },
  ],
  page: (session, { account, text, state, partner }, page) =>
    session.call('authorizations.list', {
      ...PAGE,
      page,
      filter: { account, text, states: chosen('--state', state, AUTHORIZATION_STATES), reseller: partner ?? '' },
    }),
  get: (session, { account, id }, refresh) =>
    session.call('authorizations.get', { account, authorizationId: id, refresh }),
};

export const offerSetKind: EntityKind<OfferSetSummary> = {
  name: 'offersets',
  filters: ['state'],
  columns: ({ t }, accountName) => [
    { heading: t('column.account'), value: ({ account }) => accountName(account) },
    { heading: t('column.id'), value: ({ id }) => id },
    { heading: t('column.name'), value: ({ name }) => name },
    { heading: t('column.state'), value: ({ state }) => t(`offersets:state.${state}`) },
    { heading: t('column.offers'), value: ({ offerCount }) => String(offerCount) },
    { heading: t('column.buyers'), value: ({ buyers }) => buyers.join(' ') },
    { heading: t('column.expires'), value: ({ availabilityEndDate }) => availabilityEndDate ?? '' },
  ],
  page(session, { account, text, state }, page) {
    const states = chosen('--state', state, OFFER_SET_STATES);
    return session.call('offersets.list', { ...PAGE, page, filter: { account, text, states } });
  },
  get: (session, { account, id }, refresh) => session.call('offersets.get', { account, offerSetId: id, refresh }),
};
