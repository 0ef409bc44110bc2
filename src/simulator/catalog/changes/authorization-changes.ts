/** Every change of a resale authorization; once it is released only RestrictResaleAuthorization is left, which the rules see to. */
import { z } from 'zod';
import type { Entity, Term } from '../model.ts';
import { NO_RESALE_TERMS, type ResaleAuthorizationEntity, type ResaleTermGroup } from '../model-resale.ts';
import {
  buyerTargetingTerm,
  buyerValidityTerm,
  resaleLegalTerms,
  resaleNetPaymentTerm,
  resalePaymentScheduleTerm,
  resalePricingTerm,
} from '../schema/resale-terms.ts';
import { accountIdText, dayText, entityIdText, nameText } from '../schema/values.ts';
import { creation, entityUpdate, type ChangeSite, type ChangeType } from './change-type.ts';

const description = z.string().min(1).max(255);

export const createResaleAuthorization = creation(
  z.strictObject({
    ProductId: entityIdText.max(50),
    Name: nameText(100),
    Description: description.optional(),
    ResellerAccountId: accountIdText,
  }),
  ({ ProductId, Name, Description, ResellerAccountId }, site): ResaleAuthorizationEntity => ({
    id: site.newId('resaleauthz'),
    type: 'ResaleAuthorization',
    owner: site.owner,
    revision: 0,
    modifiedAt: site.now,
    productId: ProductId,
    productName: productTitle(site.entity(ProductId)),
    name: Name,
    description: Description ?? null,
    manufacturerName: site.legalName(site.owner),
    resellerAccountId: ResellerAccountId,
    resellerName: site.legalName(ResellerAccountId),
    status: 'Draft',
    createdAt: site.now,
    pricingModel: null,
    terms: NO_RESALE_TERMS,
    availabilityEndDate: null,
    offersMaxQuantity: null,
    preExistingBuyerAgreement: null,
    offersCreated: 0,
  }),
);

function productTitle(product: Entity | undefined): string {
  return (product && 'title' in product ? product.title : null) ?? '';
}

function authorizationUpdate<T>(
  schema: z.ZodType<T>,
  change: (details: T, before: ResaleAuthorizationEntity, site: ChangeSite) => ResaleAuthorizationEntity,
): ChangeType {
  return entityUpdate('ResaleAuthorization', schema, change);
}

/** A change that replaces the whole list of one kind of terms. */
function termsChange<T extends Term>(group: ResaleTermGroup, terms: z.ZodType<T[]>): ChangeType {
  return authorizationUpdate(z.strictObject({ Terms: terms }), ({ Terms }, authorization) => ({
    ...authorization,
    terms: { ...authorization.terms, [group]: Terms },
  }));
}

export const updateInformation = authorizationUpdate(
  z
    .strictObject({
      Name: nameText(100).optional(),
      Description: description.optional(),
      PreExistingBuyerAgreement: z
        .strictObject({
          AcquisitionChannel: z.enum(['AwsMarketplace', 'External']),
          PricingModel: z.enum(['Byol', 'Free', 'Usage', 'Contract']),
        })
        .nullable()
        .optional(),
    })
    .refine((given) => Object.keys(given).length > 0, 'must hold Name, Description or PreExistingBuyerAgreement'),
  (given, authorization) => ({
    ...authorization,
    name: given.Name ?? authorization.name,
    description: given.Description ?? authorization.description,
    preExistingBuyerAgreement:
      given.PreExistingBuyerAgreement === undefined
        ? authorization.preExistingBuyerAgreement
        : given.PreExistingBuyerAgreement,
  }),
);

/** Says the whole duration anew: a member that is left out no longer limits the authorization. */
export const updateAvailability = authorizationUpdate(
  z.strictObject({ AvailabilityEndDate: dayText.optional(), OffersMaxQuantity: z.literal(1).optional() }),
  ({ AvailabilityEndDate, OffersMaxQuantity }, authorization) => ({
    ...authorization,
    availabilityEndDate: AvailabilityEndDate ?? null,
    offersMaxQuantity: OffersMaxQuantity ?? null,
  }),
);

export const updatePricingTerms = authorizationUpdate(
  z.strictObject({ PricingModel: z.enum(['Free', 'Usage', 'Contract']), Terms: z.array(resalePricingTerm).min(1) }),
  ({ PricingModel, Terms }, authorization) => ({
    ...authorization,
    pricingModel: PricingModel,
    terms: { ...authorization.terms, pricing: Terms },
  }),
);

export const updateLegalTerms = termsChange('legal', resaleLegalTerms);
export const updatePaymentScheduleTerms = termsChange('schedule', z.array(resalePaymentScheduleTerm).max(1));
export const updateNetPaymentTerms = termsChange('netPayment', z.array(resaleNetPaymentTerm).max(1));
export const updateBuyerTargetingTerms = termsChange('buyerTargeting', z.array(buyerTargetingTerm).min(1).max(1));
export const updateBuyerValidityTerms = termsChange('buyerValidity', z.array(buyerValidityTerm).min(1).max(1));

export const releaseResaleAuthorization = authorizationUpdate(z.strictObject({}), (_details, authorization) => ({
  ...authorization,
  status: 'Active',
}));

export const restrictResaleAuthorization = authorizationUpdate(z.strictObject({}), (_details, authorization) => ({
  ...authorization,
  status: 'Restricted',
}));
