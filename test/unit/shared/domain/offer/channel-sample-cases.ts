/** The change sets that AWS published for channel partners, and the draft by which the app makes each of them. */
import { createOfferDraft, type OfferDraft } from '../../../../../src/shared/domain/offer/draft.ts';
import { SELF, withoutSecondName, type SampleCase } from './sample-cases.ts';

function resale(authorizationId: string, changes: Partial<OfferDraft>): OfferDraft {
  return {
    ...createOfferDraft(),
    source: { kind: 'resale', authorizationId },
    product: { id: 'prod-1111111111111', type: 'SaaSProduct', title: 'Sample' },
    kind: 'saas-contract',
    name: 'Test Offer',
    description: 'Test product',
    eula: { kind: 'held-by-aws' },
    ...changes,
  };
}

export const CHANNEL_SAMPLE_CASES: readonly SampleCase[] = [
  {
    file: 'CreateDraftCppoOffer.json',
    path: 'Shared authorizations › the authorization › Create an offer, name and description only › Create as draft at AWS',
    note: 'equal',
    intent: 'draft',
    draft: resale('11111111-1111-1111-1111-111111111111', {}),
  },
  {
    file: 'PublishCppoPiceMarkupObject.json',
    path: 'Shared authorizations › the authorization › Create an offer › Markup › Create offer',
    note: 'equal',
    draft: resale('resaleauthz-1111111111111', {
      markup: '5.0',
      buyers: ['222222222222'],
      availabilityEndDate: '2023-07-31',
      service: { mode: 'duration', duration: 'P450D' },
    }),
  },
  // AWS published the same request twice.
  ...['CreateRAReplacementOfferFromAGWithContractPricing.json', 'CreateResaleAuthReplacementOffer.json'].map(
    (file): SampleCase => ({
      file,
      path: 'Agreements › the agreement › an offer based on it › the authorization › Own amounts',
      note: 'equal but for the name, which the sample gives twice',
      align: withoutSecondName,
      draft: resale('resaleauthz-1111111111111', {
        source: {
          kind: 'resale-replacement',
          authorizationId: 'resaleauthz-1111111111111',
          agreementId: 'agmt-1111111111111111111111111',
          ownPrices: true,
        },
        name: `Test replacement offer for SaaSProduct ${SELF}s`,
        description: `Test private offer with subscription pricing for SaaSProduct ${SELF}`,
        buyers: ['222222222222'],
        service: { mode: 'end-date', endDate: '2024-01-30' },
        installments: {
          enabled: true,
          grants: [{ dimensionKey: 'BasicService', quantity: '2' }],
          duration: 'P6M',
          schedule: [{ date: '2024-01-01', amount: '0' }],
        },
        eula: { kind: 'standard', version: '2022-07-14' },
        availabilityEndDate: '2023-12-31',
      }),
    }),
  ),
];

/** Samples that the app does not make, and why. */
export const UNMADE_CHANNEL_SAMPLES: readonly Pick<SampleCase, 'file' | 'path' | 'note'>[] = [];
