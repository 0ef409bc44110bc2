import { describe, expect, it } from 'vitest';
import { findAgreement } from '../../../../src/main/agreements/list-query.ts';
import { isForManufacturer, noteEvent } from '../../../../src/main/agreements/noticed.ts';
import { createAgreementStore } from '../../../../src/main/agreements/store.ts';
import { createVersionStore } from '../../../../src/main/versions/store.ts';
import { openTestDatabase } from '../../../support/entity-copy.ts';

const AT = '2027-01-02T00:00:00Z';
const created = {
  'detail-type': 'Purchase Agreement Created - Manufacturer',
  time: '2027-01-01T00:00:00Z',
  detail: {
    agreement: {
      id: 'agmt-partner',
      intent: 'NEW',
      status: 'ACTIVE',
      acceptanceTime: '2027-01-01T00:00:00Z',
      startTime: '2027-01-01T00:00:00Z',
      endTime: '2027-12-31T00:00:00Z',
    },
    resaleAuthorization: { id: 'resaleauthz-one' },
    acceptor: { accountId: '000011112222' },
    proposer: { accountId: '444455556666' },
    offer: { id: 'offer-partner' },
  },
};
const ended = {
  'detail-type': 'Purchase Agreement Ended - Manufacturer',
  time: '2027-06-01T00:00:00Z',
  detail: { agreement: { id: 'agmt-partner', status: 'CANCELLED' } },
};

describe('agreements that a channel partner sold', () => {
  it('are known by events: who, what and when; a later event changes only what it tells', () => {
    const database = openTestDatabase('acme');
    const store = createAgreementStore(database, createVersionStore(database));
    const note = (event: unknown) => noteEvent({ database, store }, 'acme', event, AT);
    expect(note(created)).toBe(true);
    const known = () => findAgreement(database, 'acme', 'agmt-partner', AT);
    expect(known()).toMatchObject({
      role: 'manufacturer',
      status: 'ACTIVE',
      acceptor: '000011112222',
      proposer: '444455556666',
      resaleAuthorizationId: 'resaleauthz-one',
      endsAt: '2027-12-31T00:00:00Z',
    });
    expect(note(ended)).toBe(true);
    expect(known()).toMatchObject({ status: 'CANCELLED', acceptor: '000011112222', updatedAt: ended.time });
    // A sync of what this account sells neither asks for it nor takes it for gone.
    expect(store.stale('acme')).toEqual([]);
    expect(store.unseenSince('acme', '2099-01-01T00:00:00Z')).toEqual([]);
  });

  it('are told apart from the account’s own', () => {
    expect(isForManufacturer('Purchase Agreement Created - Manufacturer')).toBe(true);
    expect(isForManufacturer('Purchase Agreement Created - Proposer')).toBe(false);
    const database = openTestDatabase('acme');
    const store = createAgreementStore(database, createVersionStore(database));
    expect(noteEvent({ database, store }, 'acme', { detail: {} }, AT)).toBe(false);
  });
});
