/** UpdateTargeting of an offer: named buyers, countries, or both. Replaces the whole targeting. */
import { z } from 'zod';
import { accountIdText, countryCodeText } from '../schema/values.ts';
import { offerUpdate } from './change-type.ts';

const countryCodes = z.array(countryCodeText).min(1).max(244);

const details = z
  .strictObject({
    // More than 26 buyers are told by code once the change set is processed.
    PositiveTargeting: z
      .strictObject({ BuyerAccounts: z.array(accountIdText).min(1).optional(), CountryCodes: countryCodes.optional() })
      .refine((given) => given.BuyerAccounts ?? given.CountryCodes, 'must hold BuyerAccounts or CountryCodes')
      .optional(),
    NegativeTargeting: z.strictObject({ CountryCodes: countryCodes }).optional(),
  })
  .refine(
    (given) => given.PositiveTargeting ?? given.NegativeTargeting,
    'must hold PositiveTargeting or NegativeTargeting',
  );

export const updateOfferTargeting = offerUpdate(details, (given, offer) => ({
  ...offer,
  buyerAccounts: given.PositiveTargeting?.BuyerAccounts ?? [],
  countryCodes: given.PositiveTargeting?.CountryCodes ?? [],
  excludedCountryCodes: given.NegativeTargeting?.CountryCodes ?? [],
}));
