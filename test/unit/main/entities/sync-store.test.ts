import { describe, expect, it } from 'vitest';
import { maskSignedAddresses } from '../../../../src/main/entities/signed-address.ts';
import { createSyncStore } from '../../../../src/main/entities/sync-store.ts';
import { createOfferStore } from '../../../../src/main/offers/store.ts';
import { createVersionStore } from '../../../../src/main/versions/index.ts';
import { offerEntry, openTestDatabase } from '../../../support/entity-copy.ts';

describe('what is remembered about syncs', () => {
  it('dates a list over all accounts by the oldest, and not at all while one is missing', () => {
    const store = createSyncStore(openTestDatabase('acme', 'bravo'));
    store.complete('acme', 'offers', '2026-11-20T00:00:00Z');
    expect(store.completedAt('acme', ['offers'])).toBe('2026-11-20T00:00:00Z');
    expect(store.completedAt(null, ['offers'])).toBeNull();
    store.complete('bravo', 'offers', '2026-11-19T00:00:00Z');
    expect(store.completedAt(null, ['offers'])).toBe('2026-11-19T00:00:00Z');
    expect(store.completedAt('acme', ['offers', 'products'])).toBeNull();
  });

  it('forgets the copy when the key now leads to another AWS account', () => {
    const database = openTestDatabase('acme', 'bravo');
    const store = createSyncStore(database);
    const offers = createOfferStore(database, createVersionStore(database));
    const taken = { at: '2026-11-20T00:00:00Z', reread: false };
    store.claim('acme', '111111111111');
    store.claim('bravo', '222222222222');
    offers.saveListed('acme', [offerEntry('offer-one')], taken);
    offers.saveListed('bravo', [offerEntry('offer-two')], taken);
    store.finishPass('acme', 'offers', '2026-11-01T00:00:00Z');
    expect(store.claim('acme', '111111111111')).toBe(false);
    expect(offers.stale('acme')).toEqual(['offer-one']);
    expect(store.claim('acme', '333333333333')).toBe(true);
    expect(offers.stale('acme')).toEqual([]);
    expect(store.state('acme', 'offers')).toEqual({ cursor: null, pass: null });
    expect(offers.stale('bravo')).toEqual(['offer-two']);
  });
});

describe('signed addresses in documents', () => {
  it('lose their signature at any depth', () => {
    const signed = 'https://b.s3.amazonaws.com/a.pdf?X-Amz-Security-Token=abc&X-Amz-Signature=def';
    const older = 'https://b.s3.amazonaws.com/a.pdf?AWSAccessKeyId=AKIA&Expires=1&Signature=x%2By';
    expect(maskSignedAddresses({ a: [{ Url: signed }], b: older })).toEqual({
      a: [{ Url: 'https://b.s3.amazonaws.com/a.pdf?••••' }],
      b: 'https://b.s3.amazonaws.com/a.pdf?••••',
    });
  });

  it('leave everything else alone', () => {
    const value = { a: 'https://example.com/?q=1', b: 'no address', c: 1, d: null, e: true };
    expect(maskSignedAddresses(value)).toEqual(value);
  });
});
