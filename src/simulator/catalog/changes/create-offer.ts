/** CreateOffer: a new draft offer on a product. */
import { z } from 'zod';
import { NO_TERMS, type OfferEntity } from '../model.ts';
import { entityIdText, nameText, offerSetIdText } from '../schema/values.ts';
import { creation, type ChangeSite } from './change-type.ts';

const details = z.strictObject({
  ProductId: entityIdText.max(50),
  Name: nameText(150).optional(),
  OfferSetId: offerSetIdText.optional(),
});

export const createOffer = creation(details, ({ ProductId, Name, OfferSetId }, site) => ({
  ...draftOffer({ owner: site.owner, productId: ProductId, name: Name ?? null }, site),
  offerSetId: OfferSetId ?? null,
}));

interface DraftSpec {
  readonly owner: string;
  readonly productId: string;
  readonly name: string | null;
}

/** A draft with nothing in it but its name. */
export function draftOffer({ owner, productId, name }: DraftSpec, site: ChangeSite): OfferEntity {
  return {
    id: site.newId('offer'),
    type: 'Offer',
    owner,
    revision: 0,
    modifiedAt: site.now,
    productId,
    name,
    description: null,
    state: 'Draft',
    releasedAt: null,
    pricingModel: null,
    terms: NO_TERMS,
    buyerAccounts: [],
    countryCodes: [],
    excludedCountryCodes: [],
    availabilityEndDate: null,
    preExistingAgreement: null,
    createdBySource: 'Seller',
    lastPriceIncreaseAt: null,
    resale: null,
    replacesAgreementId: null,
    renewsAgreementId: null,
    offerSetId: null,
  };
}
