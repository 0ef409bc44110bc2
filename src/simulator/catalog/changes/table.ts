/** Which change types the service knows for which entity type, and which of them are simulated. */
import type { EntityType, ProductType } from '../model.ts';
import * as authorization from './authorization-changes.ts';
import type { ChangeType } from './change-type.ts';
import * as derived from './create-derived-offers.ts';
import { createOffer } from './create-offer.ts';
import { updateAvailability } from './offer-availability.ts';
import { updateOfferInformation } from './offer-information.ts';
import { updateMarkup } from './offer-markup.ts';
import { updatePaymentScheduleTerms, updatePricingTerms } from './offer-pricing.ts';
import { updateOfferTargeting } from './offer-targeting.ts';
import * as offerSet from './offer-set-changes.ts';
import * as terms from './offer-terms.ts';
import * as product from './product-changes.ts';
import { releaseOffer } from './release-offer.ts';

type ChangeTable = Readonly<Record<string, ChangeType | 'not simulated'>>;

function productChanges(type: ProductType, longestDimensionName: number): ChangeTable {
  return {
    CreateProduct: product.createProduct(type),
    UpdateInformation: product.updateProductInformation,
    AddDimensions: product.addDimensions(longestDimensionName),
    UpdateDimensions: product.updateDimensions(longestDimensionName),
    UpdateTargeting: product.updateProductTargeting,
    UpdateVisibility: product.updateProductVisibility,
    ReleaseProduct: product.releaseProduct,
    AddDeliveryOptions: 'not simulated',
    UpdateDeliveryOptions: 'not simulated',
  };
}

export const CHANGE_TYPES: Readonly<Record<EntityType, ChangeTable>> = {
  Offer: {
    CreateOffer: createOffer,
    UpdateInformation: updateOfferInformation,
    UpdateTargeting: updateOfferTargeting,
    UpdatePricingTerms: updatePricingTerms,
    UpdateLegalTerms: terms.updateLegalTerms,
    UpdateSupportTerms: terms.updateSupportTerms,
    UpdateValidityTerms: terms.updateValidityTerms,
    UpdatePaymentScheduleTerms: updatePaymentScheduleTerms,
    UpdateNetPaymentTerms: terms.updateNetPaymentTerms,
    UpdateRenewalTerms: terms.updateRenewalTerms,
    UpdateCustomerVerificationTerms: terms.updateCustomerVerificationTerms,
    UpdateAvailability: updateAvailability,
    UpdateMarkup: updateMarkup,
    ReleaseOffer: releaseOffer,
    CreateReplacementOffer: derived.createReplacementOffer,
    CreateOfferUsingResaleAuthorization: derived.createOfferUsingResaleAuthorization,
    CreateReplacementOfferUsingResaleAuthorization: derived.createReplacementOfferUsingResaleAuthorization,
  },
  OfferSet: {
    CreateOfferSet: offerSet.createOfferSet,
    UpdateInformation: offerSet.updateOfferSetInformation,
    AssociateOffers: offerSet.associateOffers,
    DisassociateOffers: offerSet.disassociateOffers,
    ReleaseOfferSet: offerSet.releaseOfferSet,
    AssociateSolution: 'not simulated',
    DisassociateSolution: 'not simulated',
  },
  ResaleAuthorization: {
    CreateResaleAuthorization: authorization.createResaleAuthorization,
    UpdateInformation: authorization.updateInformation,
    UpdateBuyerTargetingTerms: authorization.updateBuyerTargetingTerms,
    UpdateAvailability: authorization.updateAvailability,
    UpdateBuyerValidityTerms: authorization.updateBuyerValidityTerms,
    UpdateLegalTerms: authorization.updateLegalTerms,
    UpdatePricingTerms: authorization.updatePricingTerms,
    UpdatePaymentScheduleTerms: authorization.updatePaymentScheduleTerms,
    UpdateNetPaymentTerms: authorization.updateNetPaymentTerms,
    ReleaseResaleAuthorization: authorization.releaseResaleAuthorization,
    RestrictResaleAuthorization: authorization.restrictResaleAuthorization,
  },
  SaaSProduct: {
    ...productChanges('SaaSProduct', 80),
    AddDeliveryOptions: product.addSaasDeliveryOptions,
    UpdateDeliveryOptionsVisibility: 'not simulated',
    RestrictDimensions: 'not simulated',
  },
  AmiProduct: {
    ...productChanges('AmiProduct', 500),
    // No shape of it is published for AMI products.
    UpdateDimensions: 'not simulated',
    RestrictDeliveryOptions: 'not simulated',
    RestrictDimensions: 'not simulated',
    AddInstanceTypes: 'not simulated',
    RestrictInstanceTypes: 'not simulated',
    AddRegions: 'not simulated',
    RestrictRegions: 'not simulated',
    UpdateFutureRegionSupport: 'not simulated',
  },
  ContainerProduct: {
    ...productChanges('ContainerProduct', 500),
    AddRepositories: 'not simulated',
    UpdateDeliveryOptionsVisibility: 'not simulated',
    RestrictDeliveryOptions: 'not simulated',
  },
};

/** Entity types of change sets that come with a later version of the simulator. */
export const UNSIMULATED_ENTITY_TYPES: readonly string[] = ['Solution', 'MachineLearningProduct', 'DataProduct'];
