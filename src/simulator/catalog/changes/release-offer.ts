/** ReleaseOffer: the draft becomes visible to its buyers. */
import { z } from 'zod';
import { offerUpdate } from './change-type.ts';

export const releaseOffer = offerUpdate(z.strictObject({}), (_details, offer, site) => ({
  ...offer,
  state: 'Released',
  releasedAt: offer.releasedAt ?? site.now,
}));
