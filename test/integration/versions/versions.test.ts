import { describe, expect, it } from 'vitest';
import type { VersionSide } from '../../../src/shared/domain/version/version.ts';
import { makeDraft, publishInput, reached, startPublishingStage } from '../../support/publishing-stage.ts';
import type { TestCore } from '../../support/test-core.ts';

async function changesBetween(core: TestCore, before: VersionSide, after: VersionSide) {
  const { rows } = await core.call('versions.compare', { before, after });
  return rows.filter(({ change }) => change !== 'same').map(({ path, change }) => [path.join('.'), change]);
}

describe('versions of an offer', () => {
  it('are kept with each publication and compared with the draft, the sent state and each other', async () => {
    const { core, account } = await startPublishingStage();
    const draft = await makeDraft(core, account, { eula: true });
    const first = await core.call('offers.publish', publishInput(draft, 'draft'));
    const offerId = (await reached(core, first.change.id, 'verified')).offerId ?? '';

    const { document, revision } = await core.call('drafts.get', { id: draft.id });
    const changed = { ...document, description: 'Deal 4712' };
    const saved = await core.call('drafts.save', { id: draft.id, revision, document: changed });
    const second = await core.call('offers.publish', publishInput({ id: draft.id, revision: saved.revision }));
    await reached(core, second.change.id, 'verified');

    const { sides } = await core.call('versions.list', { account, entityType: 'Offer', entityId: offerId });
    const held = sides.filter(({ version }) => version?.entityType === 'Offer');
    expect(held.map(({ version }) => [version?.kind, version?.changeId])).toEqual([
      ['released', second.change.id],
      ['aws-draft', first.change.id],
    ]);
    const sent = sides.filter(({ version }) => version?.kind === 'published');
    expect(sent.map(({ version }) => version?.changeId)).toEqual([second.change.id, first.change.id]);
    expect(sides[0]).toMatchObject({ side: { kind: 'draft', id: draft.id }, version: null });

    const [released, atAws] = held.map(({ side }) => side);
    if (!released || !atAws || !sent[0] || !sides[0]) throw new Error('not kept');
    expect(await changesBetween(core, sides[0].side, released)).toEqual([]);
    expect(await changesBetween(core, sent[0].side, released)).toEqual([]);
    expect(await changesBetween(core, atAws, released)).toEqual([['description', 'changed']]);
  });

  it('do not grow when the same offer is read again, and hold no signature', async () => {
    const { core, account } = await startPublishingStage();
    const draft = await makeDraft(core, account, { eula: true });
    const { change } = await core.call('offers.publish', publishInput(draft));
    const offerId = (await reached(core, change.id, 'verified')).offerId ?? '';
    const list = () => core.call('versions.list', { account, entityType: 'Offer', entityId: offerId });
    const before = await list();
    for (const _ of [1, 2]) await core.call('offers.get', { account, offerId, refresh: true });
    expect(await list()).toEqual(before);
    for (const { side } of before.sides) {
      const { document } = await core.call('versions.get', { side });
      expect(JSON.stringify(document)).not.toMatch(/X-Amz-(Signature|Credential|Security-Token)=/);
    }
  });
});

describe('versions of a draft', () => {
  it('are kept by name, by itself without doubles, and open as a draft of their own', async () => {
    const { core, account } = await startPublishingStage();
    const { id, revision } = await makeDraft(core, account);
    const named = await core.call('versions.keepDraft', { draftId: id, label: 'Before the call' });
    expect(named.version).toMatchObject({ kind: 'named', label: 'Before the call', entityId: id });
    expect((await core.call('versions.keepDraft', { draftId: id, label: null })).version).toBeNull();

    const { document } = await core.call('drafts.get', { id });
    await core.call('drafts.save', { id, revision, document: { ...document, name: 'Typed on' } });
    expect((await core.call('versions.keepDraft', { draftId: id, label: null })).version).toMatchObject({
      kind: 'saved',
    });
    const before: VersionSide = { kind: 'version', id: named.version?.id ?? '' };
    expect(await changesBetween(core, before, { kind: 'draft', id })).toEqual([['name', 'changed']]);

    const opened = await core.call('versions.openAsDraft', { id: before.id });
    expect(opened.draftId).not.toBe(id);
    expect((await core.call('drafts.get', { id: opened.draftId })).document).toEqual({ ...document, target: null });
  });

  it('tell what became of a clone', async () => {
    const { core, account } = await startPublishingStage();
    const made = await makeDraft(core, account);
    const { change } = await core.call('offers.publish', publishInput(made));
    const offerId = (await reached(core, change.id, 'verified')).offerId ?? '';
    const clone = await core.call('drafts.create', { account, productId: null, fromOfferId: offerId });
    const { sides } = await core.call('versions.list', { account, entityType: 'Draft', entityId: clone.id });
    const source = sides.find(({ version }) => version?.kind === 'clone-source');
    expect(source?.version).toMatchObject({ relatedId: offerId });
    await core.call('drafts.save', {
      id: clone.id,
      revision: clone.revision,
      document: { ...clone.document, buyers: ['444455556666'] },
    });
    const found = await changesBetween(core, source?.side ?? { kind: 'version', id: '' }, {
      kind: 'draft',
      id: clone.id,
    });
    expect(found).toEqual(expect.arrayContaining([['buyers.444455556666', 'added']]));
    expect(found.every(([path]) => path?.startsWith('buyers.'))).toBe(true);
  });

  it('go with the draft, but for what was sent', async () => {
    const { core, account } = await startPublishingStage();
    const draft = await makeDraft(core, account);
    await core.call('versions.keepDraft', { draftId: draft.id, label: 'Mine' });
    const { change } = await core.call('offers.publish', publishInput(draft));
    await reached(core, change.id, 'verified');
    await core.call('drafts.remove', { id: draft.id });
    const { sides } = await core.call('versions.list', { account, entityType: 'Draft', entityId: draft.id });
    const ofDraft = sides.filter(({ version }) => version?.entityType === 'Draft');
    expect(ofDraft.map(({ version }) => version?.kind)).toEqual(['published']);
  });

  it('says that a version is not there', async () => {
    const { core } = await startPublishingStage();
    const missing: VersionSide = { kind: 'version', id: 'nowhere' };
    expect(await core.failure('versions.compare', { before: missing, after: missing })).toMatchObject({
      code: 'not-found',
    });
    expect(await core.failure('versions.openAsDraft', { id: 'nowhere' })).toMatchObject({ code: 'not-found' });
  });
});
