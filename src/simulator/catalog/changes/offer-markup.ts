/** UpdateMarkup: a percentage on every price that a channel partner's offer has from its authorization. */
import { z } from 'zod';
import { markedUpTerms } from '../rules/inherited-terms.ts';
import { offerUpdate } from './change-type.ts';

export const updateMarkup = offerUpdate(
  z.strictObject({ Percentage: z.string().regex(/^(\d*\.)?\d{1,9}$/, 'must be a decimal percentage') }),
  ({ Percentage }, offer, site) => {
    if (offer.resale === null) return offer;
    const resale = { ...offer.resale, markup: Percentage };
    const authorization = site.entity(resale.authorizationId);
    if (resale.ownPrices || authorization?.type !== 'ResaleAuthorization') return { ...offer, resale };
    // Always reckoned from the authorization, so that a second markup replaces the first.
    const { pricing, schedule } = markedUpTerms(authorization, Percentage);
    return { ...offer, resale, terms: { ...offer.terms, pricing, schedule } };
  },
);
