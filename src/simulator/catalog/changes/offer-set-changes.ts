/** Every change of an offer set; a released one cannot be changed, which the rules see to. */
import { z } from 'zod';
import type { OfferSetEntity } from '../model-offer-set.ts';
import { entityIdText, nameText } from '../schema/values.ts';
import { creation, entityUpdate, type ChangeSite, type ChangeType } from './change-type.ts';

export const createOfferSet = creation(z.strictObject({ Name: nameText(150) }), ({ Name }, site): OfferSetEntity => ({
  id: site.newId('offerset'),
  type: 'OfferSet',
  owner: site.owner,
  revision: 0,
  modifiedAt: site.now,
  name: Name,
  buyerNotes: null,
  state: 'Draft',
  releasedAt: null,
  offerIds: [],
}));

function offerSetUpdate<T>(
  schema: z.ZodType<T>,
  change: (details: T, before: OfferSetEntity, site: ChangeSite) => OfferSetEntity,
): ChangeType {
  return entityUpdate('OfferSet', schema, change);
}

export const updateOfferSetInformation = offerSetUpdate(
  z
    .strictObject({ Name: nameText(150).optional(), BuyerNotes: z.string().min(1).max(1000).optional() })
    .refine((given) => Object.keys(given).length > 0, 'must hold Name or BuyerNotes'),
  ({ Name, BuyerNotes }, set) => ({ ...set, name: Name ?? set.name, buyerNotes: BuyerNotes ?? set.buyerNotes }),
);

const offers = z.strictObject({
  Offers: z
    .array(z.strictObject({ OfferId: entityIdText }))
    .min(1)
    .max(7),
});

/** An offer that is in the set already stays in it once. */
export const associateOffers = offerSetUpdate(offers, ({ Offers }, set) => ({
  ...set,
  offerIds: [...new Set([...set.offerIds, ...Offers.map(({ OfferId }) => OfferId)])],
}));

export const disassociateOffers = offerSetUpdate(offers, ({ Offers }, set) => ({
  ...set,
  offerIds: set.offerIds.filter((id) => !Offers.some(({ OfferId }) => OfferId === id)),
}));

export const releaseOfferSet = offerSetUpdate(z.strictObject({}), (_details, set, site) => ({
  ...set,
  state: 'Released',
  releasedAt: set.releasedAt ?? site.now,
}));
