import { expect, it } from 'vitest';
import { awsErrorsOf } from '../../../../../src/renderer/features/wizard/editor/aws-errors.ts';
import type { Change } from '../../../../../src/shared/domain/change/change.ts';
import { createOfferDraft } from '../../../../../src/shared/domain/offer/draft.ts';

const sent = { ...createOfferDraft(), buyers: ['111122223333'], availabilityEndDate: '2027-01-31' };
const change = {
  errors: [
    { changeType: 'UpdateTargeting', code: 'INVALID_BUYER_ACCOUNTS', message: 'no such account', path: 'buyers.0' },
    { changeType: 'ReleaseOffer', code: 'INVALID_TAX_INFORMATION', message: 'tax', path: null },
  ],
} as unknown as Change;

it('stands at the field until the field is changed', () => {
  expect(awsErrorsOf(change, sent, { ...sent, name: 'other' })).toEqual([
    { path: 'buyers.0', code: 'INVALID_BUYER_ACCOUNTS', message: 'no such account' },
  ]);
  expect(awsErrorsOf(change, sent, { ...sent, buyers: ['444455556666'] })).toEqual([]);
  expect(awsErrorsOf(null, sent, sent)).toEqual([]);
});
