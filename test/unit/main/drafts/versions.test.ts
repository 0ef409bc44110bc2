import { describe, expect, it } from 'vitest';
import { upgradeDraft } from '../../../../src/main/drafts/versions.ts';
import { createOfferDraft } from '../../../../src/shared/domain/offer/draft.ts';

const upgrades = {
  [-1]: (document: Record<string, unknown>) => ({ ...document, schemaVersion: 0, name: document['title'] }),
  0: ({ title: _title, ...document }: Record<string, unknown>) => ({ ...document, schemaVersion: 1 }),
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
    expect(() => upgradeDraft(null)).toThrow('storage-damaged');
    expect(() => upgradeDraft({})).toThrow('storage-damaged');
  });
});
