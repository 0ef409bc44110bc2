import { describe, expect, it } from 'vitest';
import {
  canRestrict,
  toAuthorizationState,
  type AuthorizationUse,
} from '../../../../../src/shared/domain/authorization/state.ts';

const active: AuthorizationUse = {
  awsStatus: 'Active',
  endDate: null,
  maxOffers: null,
  offersCreated: 0,
  extendedStatus: 'Not Started',
};

describe('where an authorization stands', () => {
  it.each([
    ['draft', { awsStatus: 'Draft' }],
    ['deactivated', { awsStatus: 'Restricted', endDate: '2026-01-01' }],
    ['authorized', {}],
    ['authorized', { endDate: '2026-11-21' }],
    ['expired', { endDate: '2026-11-20' }],
    ['reusable', { offersCreated: 2 }],
    ['consumed', { maxOffers: 1, offersCreated: 1 }],
    ['consumed', { maxOffers: 1, offersCreated: 1, endDate: '2026-01-01' }],
    ['authorized', { maxOffers: 1, offersCreated: 0 }],
    // Before the document was read, AWS's word in the list is all there is.
    ['reusable', { offersCreated: null, extendedStatus: 'Completed-Usable' }],
    ['consumed', { offersCreated: null, extendedStatus: 'Completed-Used' }],
  ] as const)('%s: %o', (state, use) => {
    expect(toAuthorizationState({ ...active, ...use }, '2026-11-21')).toBe(state);
  });

  it('tells which ones AWS deactivates', () => {
    expect((['draft', 'expired', 'deactivated'] as const).map(canRestrict)).toEqual([false, false, false]);
    expect((['authorized', 'reusable', 'consumed'] as const).map(canRestrict)).toEqual([true, true, true]);
  });
});
