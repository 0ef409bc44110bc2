/** CreateOffer: a new draft offer on a product. */
import { z } from 'zod';
import { NO_TERMS, type OfferEntity } from '../model.ts';
import { entityIdText, nameText } from '../schema/values.ts';
import { creation } from './change-type.ts';

const details = z.strictObject({
  ProductId: entityIdText.max(50),
  Name: nameText(150).optional(),
  OfferSetId: z.undefined('offer sets are not simulated yet').optional(),
});

export const createOffer = creation(details, ({ ProductId, Name }, site): OfferEntity => ({
  id: site.newId('offer'),
  type: 'Offer',
  owner: site.owner,
  revision: 0,
  modifiedAt: site.now,
  productId: ProductId,
  name: Name ?? null,
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
}));
