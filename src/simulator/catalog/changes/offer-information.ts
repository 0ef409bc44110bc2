/** UpdateInformation of an offer: name, description and the renewal flag. */
import { z } from 'zod';
import { nameText } from '../schema/values.ts';
import { offerUpdate } from './change-type.ts';

const details = z
  .strictObject({
    Name: nameText(150).optional(),
    // Only the name is bound to certain characters.
    Description: z.string().min(1).max(255).optional(),
    PreExistingAgreement: z
      .strictObject({
        AcquisitionChannel: z.enum(['AwsMarketplace', 'External']),
        PricingModel: z.enum(['Byol', 'Free', 'Usage', 'Contract']),
      })
      .nullable()
      .optional(),
  })
  .refine((given) => Object.keys(given).length > 0, 'must hold Name, Description or PreExistingAgreement');

export const updateOfferInformation = offerUpdate(details, (given, offer) => ({
  ...offer,
  name: given.Name ?? offer.name,
  description: given.Description ?? offer.description,
  preExistingAgreement:
    given.PreExistingAgreement === undefined ? offer.preExistingAgreement : given.PreExistingAgreement,
}));
