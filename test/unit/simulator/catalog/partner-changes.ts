/** Change sets of channel partners for tests: complete offers from authorizations, and replacements of agreements. */
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import type { CatalogStage, Change } from '../../../support/catalog-stage.ts';
import { OFFER, STANDARD_EULA, validity, type OfferParts } from './offer-changes.ts';

function updates(details: OfferParts): Change[] {
  return Object.entries(details).flatMap(([ChangeType, DetailsDocument]) =>
    DetailsDocument === null ? [] : [{ ChangeType, Entity: OFFER, DetailsDocument }],
  );
}

function creation(ChangeType: string, DetailsDocument: object): Change {
  return { ChangeType, ChangeName: 'New', Entity: { Type: 'Offer@1.0' }, DetailsDocument };
}

/** A released offer with a markup; parts replace what stands here, null leaves one out. */
export function partnerOffer(stage: CatalogStage, authorization: string, parts: OfferParts = {}): Change[] {
  const id = authorization.startsWith('resaleauthz-') ? authorization : seedId('resaleauthz', authorization);
  const origin = { ResaleAuthorizationId: id, Name: 'Through a partner', Description: 'deal 12' };
  return [
    creation('CreateOfferUsingResaleAuthorization', origin),
    ...updates({
      UpdateMarkup: { Percentage: '5.0' },
      UpdateTargeting: { PositiveTargeting: { BuyerAccounts: ['404040404040'] } },
      UpdateAvailability: { AvailabilityEndDate: stage.day(20) },
      ReleaseOffer: {},
      ...parts,
    }),
  ];
}

/** A released replacement of a seeded direct agreement. */
export function replacement(stage: CatalogStage, offerOfAgreement: string, parts: OfferParts = {}): Change[] {
  return [
    creation('CreateReplacementOffer', { AgreementId: agreementId(offerOfAgreement), Name: 'More of it' }),
    ...updates({ ...common(stage), ...parts }),
  ];
}

export function partnerReplacement(
  stage: CatalogStage,
  { authorization, offer }: { readonly authorization: string; readonly offer: string },
  parts: OfferParts = {},
): Change[] {
  const ids = { ResaleAuthorizationId: seedId('resaleauthz', authorization), AgreementId: agreementId(offer) };
  return [
    creation('CreateReplacementOfferUsingResaleAuthorization', { ...ids, Name: 'More of it' }),
    ...updates({ ...common(stage), ...parts }),
  ];
}

export function agreementId(offerSlug: string): string {
  return seedId('agmt', seedId('offer', offerSlug));
}

function common(stage: CatalogStage): OfferParts {
  return {
    UpdateInformation: { Description: 'amends the deal' },
    UpdateValidityTerms: validity({ AgreementEndDate: stage.day(400) }),
    UpdateLegalTerms: STANDARD_EULA,
    UpdateAvailability: { AvailabilityEndDate: stage.day(20) },
    ReleaseOffer: {},
  };
}
