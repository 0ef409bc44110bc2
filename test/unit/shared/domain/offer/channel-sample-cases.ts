/** The change sets that AWS published for channel partners, and the draft by which the app makes each of them. */
import { createOfferDraft, type OfferDraft } from '../../../../../src/shared/domain/offer/draft.ts';
import type { SampleCase } from './sample-cases.ts';

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
];

/** Samples that the app does not make, and why. */
export const UNMADE_CHANNEL_SAMPLES: readonly Pick<SampleCase, 'file' | 'path' | 'note'>[] = [
  'CreateRAReplacementOfferFromAGWithContractPricing.json',
  'CreateResaleAuthReplacementOffer.json',
].map((file) => ({ file, path: 'none', note: 'the app makes offers based on agreements for direct offers only' }));
