/** Offers that begin with something: a channel partner's from an authorization, and replacements of an agreement. */
import { z } from 'zod';
import { NO_TERMS, type AgreementRecord, type OfferEntity } from '../model.ts';
import { authorizedBuyers, type ResaleAuthorizationEntity } from '../model-resale.ts';
import { inheritedTerms } from '../rules/inherited-terms.ts';
import { entityIdText, nameText, offerSetIdText } from '../schema/values.ts';
import { creation, type ChangeSite } from './change-type.ts';
import { draftOffer } from './create-offer.ts';

const agreementIdText = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_/-]+$/, 'must be an agreement id');

export const createOfferUsingResaleAuthorization = creation(
  z.strictObject({
    ResaleAuthorizationId: entityIdText,
    Name: nameText(150).optional(),
    // One page calls it required, the schema does not.
    Description: z.string().min(1).max(255).optional(),
    OfferSetId: offerSetIdText.optional(),
  }),
  ({ ResaleAuthorizationId, Name, Description, OfferSetId }, site) => ({
    ...partnersDraft(ResaleAuthorizationId, Name, site),
    description: Description ?? null,
    offerSetId: OfferSetId ?? null,
  }),
);

export const createReplacementOffer = creation(
  z.strictObject({ AgreementId: agreementIdText, Name: nameText(150).optional() }),
  ({ AgreementId, Name }, site): OfferEntity => {
    const agreement = agreementAt(AgreementId, site);
    const { pricing, legal } = agreement.terms;
    return {
      ...draftOffer({ owner: site.owner, productId: agreement.productId, name: Name ?? null }, site),
      pricingModel: agreement.pricingModel,
      // Instalments of the agreement are its own business: what is left of them ends with it.
      terms: { ...NO_TERMS, pricing, legal },
      buyerAccounts: [agreement.acceptor],
      replacesAgreementId: agreement.id,
    };
  },
);

export const createReplacementOfferUsingResaleAuthorization = creation(
  z.strictObject({
    ResaleAuthorizationId: entityIdText,
    AgreementId: agreementIdText,
    Name: nameText(150).optional(),
  }),
  ({ ResaleAuthorizationId, AgreementId, Name }, site): OfferEntity => ({
    ...partnersDraft(ResaleAuthorizationId, Name, site),
    buyerAccounts: [agreementAt(AgreementId, site).acceptor],
    replacesAgreementId: AgreementId,
  }),
);

function partnersDraft(authorizationId: string, name: string | undefined, site: ChangeSite): OfferEntity {
  const authorization = authorizationAt(authorizationId, site);
  return {
    ...draftOffer({ owner: site.owner, productId: authorization.productId, name: name ?? null }, site),
    pricingModel: authorization.pricingModel,
    terms: inheritedTerms(authorization),
    buyerAccounts: authorizedBuyers(authorization),
    preExistingAgreement: authorization.preExistingBuyerAgreement,
    resale: { authorizationId, markup: null, ownPrices: false },
  };
}

function authorizationAt(id: string, site: ChangeSite): ResaleAuthorizationEntity {
  const entity = site.entity(id);
  if (entity?.type !== 'ResaleAuthorization') throw new Error(`Authorization ${id} is not there.`);
  return entity;
}

function agreementAt(id: string, site: ChangeSite): AgreementRecord {
  const agreement = site.agreement(id);
  if (!agreement) throw new Error(`Agreement ${id} is not there.`);
  return agreement;
}
