/** The change that creates an offer in place of an agreement made directly with the buyer. */
import type { CreateChange } from './source.ts';

export const replacementCreate: CreateChange = {
  changeType: 'CreateReplacementOffer',
  details: ({ source }) => ({ AgreementId: source.kind === 'replacement' ? source.agreementId : '' }),
  // The agreement says who the buyer is.
  leavesOut: ['UpdateTargeting'],
};
