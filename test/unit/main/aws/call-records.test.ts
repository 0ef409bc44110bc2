import { expect, it } from 'vitest';
import { findRecords, variantOf } from '../../../../src/main/aws/call-records.ts';

const ids = (found: ReturnType<typeof findRecords>) => found.all.map(({ id, type, failed }) => ({ id, type, failed }));

it('knows the record of a read, and of what was made by the id in the answer', () => {
  expect(findRecords({ Identifier: 'O1' }, { Id: 'O1' }, null).main).toMatchObject({ id: 'O1', type: 'Opportunity' });
  expect(findRecords({ Catalog: 'AWS' }, { Id: 'O7' }, null).main?.id).toBe('O7');
  expect(findRecords({ EntityId: 'offer-a@3' }, {}, null).main).toMatchObject({ id: 'offer-a', type: 'Offer' });
  const arn = 'arn:aws:partnercentral:us-east-1::catalog/AWS/engagement-invitation/engi-1';
  expect(findRecords({ Identifier: arn }, {}, null).main).toMatchObject({ id: 'engi-1', type: 'EngagementInvitation' });
});

it('knows the entries of a list, also those without an id, and tells the failed ones of a batch from the others', () => {
  const listed = findRecords({}, { NextToken: 't', OpportunitySummaries: [{ Id: 'O1' }, { Id: 'O2' }, {}] }, null);
  expect(listed.count).toBe(3);
  expect(listed.main).toBeNull();
  expect(listed.all.map(({ id }) => id)).toEqual(['O1', 'O2']);
  const input = { EntityRequestList: [{ EntityId: 'offer-a' }, { EntityId: 'offer-b' }] };
  const errors = { 'offer-b': { ErrorCode: 'ResourceNotFoundException', ErrorMessage: 'gone' } };
  expect(ids(findRecords(input, { EntityDetails: { 'offer-a': {} }, Errors: errors }, null))).toEqual([
    { id: 'offer-a', type: 'Offer', failed: false },
    { id: 'offer-b', type: 'Offer', failed: true },
  ]);
  expect(ids(findRecords(input, undefined, { code: 'throttled', message: '' })).every(({ failed }) => failed)).toBe(
    true,
  );
});

it('tells what of an operation: the listed type, the change that says most', () => {
  expect(variantOf({ EntityType: 'Offer' })).toBe('Offer');
  const change = (ChangeType: string) => ({ ChangeType, Entity: { Type: 'Offer@1.0', Identifier: 'offer-a' } });
  const request = { ChangeSet: [change('UpdateLegalTerms'), change('ReleaseOffer')] };
  expect(variantOf(request)).toBe('ReleaseOffer');
  expect(findRecords(request, {}, null).main?.id).toBe('offer-a');
  expect(variantOf({ ChangeSet: [{ ChangeType: 'UpdateAvailability' }] })).toBe('UpdateAvailability');
  expect(variantOf({})).toBeNull();
});
