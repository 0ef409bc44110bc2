import { describe, expect, it } from 'vitest';
import { createOfferDraft, offerDraftSchema } from '../../../../../src/shared/domain/offer/draft.ts';
import { upgradeDraft } from '../../../../../src/shared/domain/offer/upgrade.ts';
import { DRAFT_OF_VERSION_1 } from '../../../../support/draft-version-1.ts';

const upgrades = {
  [-1]: (document: Record<string, unknown>) => ({ ...document, schemaVersion: 0, name: document['title'] }),
  0: ({ title: _title, ...document }: Record<string, unknown>) => ({ ...document, schemaVersion: 2 }),
};

describe('draft versions', () => {
  it('takes a document of today as it is', () => {
    expect(upgradeDraft(createOfferDraft())).toEqual(createOfferDraft());
  });

  it('walks every step from an old version', () => {
    const { name: _name, ...old } = createOfferDraft();
    const upgraded = upgradeDraft({ ...old, schemaVersion: -1, title: 'Old offer' }, upgrades);
    expect(upgraded).toEqual({ ...createOfferDraft(), name: 'Old offer' });
  });

  it('says that a document is newer, of an unknown version, or broken', () => {
    expect(() => upgradeDraft({ ...createOfferDraft(), schemaVersion: 99 })).toThrow('storage-newer');
    expect(() => upgradeDraft({ ...createOfferDraft(), schemaVersion: 0 })).toThrow('storage-damaged');
    expect(() => upgradeDraft({ ...createOfferDraft(), buyers: 'all' })).toThrow('storage-damaged');
    expect(() => upgradeDraft({ ...createOfferDraft(), schemaVersion: 1, carried: null })).toThrow('storage-damaged');
    expect(() => upgradeDraft(null)).toThrow('storage-damaged');
    expect(() => upgradeDraft({})).toThrow('storage-damaged');
  });
});

describe('a draft of version 1', () => {
  it('keeps all that was typed and gets the new parts empty', () => {
    const before = structuredClone(DRAFT_OF_VERSION_1);
    const upgraded = upgradeDraft(DRAFT_OF_VERSION_1);
    const { schemaVersion: _version, carried: _carried, ...kept } = DRAFT_OF_VERSION_1;
    expect(upgraded).toMatchObject(kept);
    expect(upgraded).toMatchObject({ schemaVersion: 2, source: { kind: 'direct' }, markup: '', newDimensions: [] });
    expect(offerDraftSchema.parse(upgraded)).toEqual(upgraded);
    expect(DRAFT_OF_VERSION_1).toEqual(before);
  });

  it('knows the terms that it only carried, with what is new in them; others it carries on', () => {
    const upgraded = upgradeDraft(DRAFT_OF_VERSION_1);
    expect(upgraded.netPayment).toBe('P45D');
    expect(upgraded.refundPolicy).toBe('No refunds.');
    expect(upgraded.renewalTerm).toMatchObject({
      lockoutDays: '30',
      maxRenewals: '2',
      priceIncrease: { kind: 'fixed', value: '5.00' },
    });
    expect(upgraded.offerSetId).toBe('offerset-abcdefghijklm');
    expect(upgraded.carried.terms).toEqual([{ Type: 'LoyaltyPricingTerm', Points: '5' }]);
    expect(upgraded.carried.members).toEqual([
      { owner: 'Offer', path: ['Mood'], value: 'good' },
      { owner: 'NetPaymentTerm', path: ['Discount'], value: '2' },
    ]);
  });
});
