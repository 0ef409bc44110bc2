import { describe, expect, it } from 'vitest';
import { findOffer } from '../../../../src/main/offers/list-query.ts';
import { createOfferStore } from '../../../../src/main/offers/store.ts';
import { createVersionStore } from '../../../../src/main/versions/index.ts';
import { offerEntry, openTestDatabase } from '../../../support/entity-copy.ts';

const at = '2026-11-20T10:00:00.000Z';
const taken = { at, reread: false };
const TODAY = '2026-11-21';

function described(id: string, lastModifiedAt: string, document: object = {}) {
  return {
    id,
    revision: '3',
    lastModifiedAt,
    document: {
      State: 'Released',
      Name: 'as described',
      ProductId: 'prod-one',
      Rules: [
        { Type: 'TargetingRule', PositiveTargeting: { BuyerAccounts: ['999988887777'] } },
        { Type: 'AvailabilityRule', AvailabilityEndDate: '2027-02-28T23:59:59.999Z' },
      ],
      ...document,
    },
  };
}

function start() {
  const database = openTestDatabase('acme', 'bravo');
  const store = createOfferStore(database, createVersionStore(database));
  return { database, store, find: (id: string, account = 'acme') => findOffer(database, account, id, TODAY) };
}

describe('the copy of offers', () => {
  it('asks for a document once, and again only after a modification', () => {
    const { store } = start();
    store.saveListed('acme', [offerEntry('offer-one')], taken);
    expect(store.stale('acme')).toEqual(['offer-one']);
    store.saveDescribed('acme', described('offer-one', '2026-11-01T00:00:00Z'), at);
    expect(store.stale('acme')).toEqual([]);
    store.saveListed('acme', [offerEntry('offer-one')], taken);
    expect(store.stale('acme')).toEqual([]);
    store.saveListed('acme', [offerEntry('offer-one', { LastModifiedDate: '2026-11-02T00:00:00Z' })], taken);
    expect(store.stale('acme')).toEqual(['offer-one']);
  });

  it('lets a lagging list take nothing back', () => {
    const { store, find } = start();
    store.saveDescribed('acme', described('offer-one', '2026-11-20T09:00:00Z'), at);
    store.saveListed('acme', [offerEntry('offer-one', { State: 'Draft', Name: 'before' })], taken);
    expect(find('offer-one')).toMatchObject({ name: 'as described', state: 'active', buyers: ['999988887777'] });
    expect(store.unseenSince('acme', '2026-11-20T10:00:00.001Z')).toEqual(['offer-one']);
    expect(store.unseenSince('acme', at)).toEqual([]);
  });

  it('keeps the buyers of a replacement offer, whose document names none', () => {
    const { store, find } = start();
    store.saveListed('acme', [offerEntry('offer-abo', { BuyerAccounts: ['111122223333'] })], taken);
    store.saveDescribed('acme', described('offer-abo', '2026-11-01T00:00:00Z', { Rules: [] }), at);
    expect(find('offer-abo')).toMatchObject({ name: 'as described', buyers: ['111122223333'] });
  });

  it('keeps no signature of an address', () => {
    const { store, database } = start();
    const url = 'https://bucket.example.com/eula.pdf?X-Amz-Signature=0123456789abcdef&X-Amz-Credential=AKIAEXAMPLE';
    const terms = [{ Type: 'LegalTerm', Documents: [{ Type: 'CustomEula', Url: url }] }];
    store.saveDescribed('acme', described('offer-one', '2026-11-01T00:00:00Z', { Terms: terms }), at);
    const stored = database.get<{ document: string }>('SELECT document FROM offer_documents');
    expect(stored?.document).toContain('https://bucket.example.com/eula.pdf?');
    expect(stored?.document).not.toMatch(/0123456789abcdef|AKIAEXAMPLE/);
  });

  it('reports what it cannot read and takes the rest', () => {
    const { store, find } = start();
    const problems = store.saveListed(
      'acme',
      [{ EntityId: 'offer-bad', EntityType: 'Offer' }, { EntityType: 'Offer' }, offerEntry('offer-good')],
      taken,
    );
    expect(problems.map(({ entityId }) => entityId)).toEqual(['offer-bad', '?']);
    expect(find('offer-good')).not.toBeNull();
    expect(find('offer-bad')).toBeNull();
    expect(store.saveDescribed('acme', { ...described('offer-x', at), document: ['no offer'] }, at)).toMatchObject({
      entityId: 'offer-x',
    });
  });

  it('never touches another account', () => {
    const { store, find } = start();
    store.saveListed('acme', [offerEntry('offer-one')], taken);
    store.saveListed('bravo', [offerEntry('offer-one', { Name: 'of bravo' })], taken);
    store.saveDescribed('acme', described('offer-one', '2026-11-01T00:00:00Z'), at);
    expect(find('offer-one', 'bravo')?.name).toBe('of bravo');
    expect(store.stale('bravo')).toEqual(['offer-one']);
    expect(store.document('bravo', 'offer-one')).toBeNull();
    store.remove('acme', 'offer-one');
    expect(find('offer-one', 'bravo')).not.toBeNull();
    expect(store.document('acme', 'offer-one')).toBeNull();
  });
});
