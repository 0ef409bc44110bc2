import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authorizationInput, makeAuthorizationDraft } from '../../support/authorization-stage.ts';
import {
  reached,
  requestsOf,
  SELLER,
  startPublishingStage,
  type PublishingStage,
} from '../../support/publishing-stage.ts';

async function syncAuthorizations({ core, account }: Pick<PublishingStage, 'core' | 'account'>, full = false) {
  const { jobId } = await core.call('authorizations.sync', { account, full });
  return core.nextEvent('jobs.changed', ({ id, endedAt }) => id === jobId && endedAt !== null);
}

async function published(stage: PublishingStage, options: Parameters<typeof makeAuthorizationDraft>[2] = {}) {
  const draft = await makeAuthorizationDraft(stage.core, stage.account, options);
  const { changes } = await stage.core.call('authorizations.drafts.publish', authorizationInput(draft));
  const done = await reached(stage.core, changes[0]?.id ?? '', 'verified', 'failed', 'refused');
  expect(done.state).toBe('verified');
  return done.entityId ?? '';
}

describe('the copy of issued authorizations', () => {
  it('holds every one of the seed world in its state, and asks for nothing again when nothing has changed', async () => {
    const stage = await startPublishingStage();
    const { core, account, simulator } = stage;
    expect(await syncAuthorizations(stage)).toMatchObject({ state: 'succeeded' });
    const all = await core.call('authorizations.list', { filter: { account }, pageSize: 200 });
    expect(all.total).toBeGreaterThan(5);
    expect(all.syncedAt).not.toBeNull();
    const states = new Set(all.items.map(({ state }) => state));
    for (const state of ['draft', 'authorized', 'consumed', 'expired', 'deactivated'] as const) {
      expect(states).toContain(state);
      const { items } = await core.call('authorizations.list', { filter: { account, states: [state] }, pageSize: 200 });
      expect(items.map(({ id }) => id).toSorted()).toEqual(
        all.items
          .filter((item) => item.state === state)
          .map(({ id }) => id)
          .toSorted(),
      );
    }
    simulator.control.clearRequests();
    await syncAuthorizations(stage);
    // One list of those issued, one of those received.
    expect(requestsOf(simulator, 'ListEntities').length).toBe(2);
    expect(requestsOf(simulator, 'BatchDescribeEntities').length).toBe(0);
    const { partners } = await core.call('authorizations.partners', { account });
    expect(partners).toContainEqual(expect.objectContaining({ accountId: '444455556666', name: expect.any(String) }));
    const { text, count } = await core.call('authorizations.exportText', {
      filter: { account },
      headings: { name: 'Name' },
    });
    expect(count).toBe(all.total);
    expect(text).toContain('=""444455556666""');
  });

  it('reads each of them into a draft, and an address of AWS’s copy stays nowhere', async () => {
    const stage = await startPublishingStage();
    const { core, account } = stage;
    await syncAuthorizations(stage);
    const { items } = await core.call('authorizations.list', { filter: { account }, pageSize: 200 });
    for (const { id } of items) {
      const made = await core.call('authorizations.drafts.create', { account, fromAuthorizationId: id });
      expect(made.missingDocuments).toEqual([]);
      expect(made.draft.document.carried).toEqual({ terms: [], rules: [], members: [] });
    }
    // What is recorded of an address keeps the name of its signature, never a value.
    const files = readdirSync(core.dataFolder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => readFileSync(join(core.dataFolder, name), 'latin1'));
    const texts = [...files, JSON.stringify(core.captured)];
    expect(texts.filter((text) => /Signature(=|%3D)[0-9a-zA-Z]/.test(text))).toEqual([]);
  });
});

describe('deactivating', () => {
  it('needs the name typed, is final, and refuses what cannot be deactivated', async () => {
    const stage = await startPublishingStage();
    const { core, account } = stage;
    const authorizationId = await published(stage);
    const wish = { account, authorizationId, confirmedAccountId: SELLER };
    expect(await core.failure('authorizations.restrict', { ...wish, typedName: 'yes' })).toMatchObject({
      code: 'preflight-failed',
      fields: [expect.objectContaining({ path: 'typedName' })],
    });
    const { change } = await core.call('authorizations.restrict', { ...wish, typedName: 'Atlas through a partner' });
    expect(await reached(core, change.id, 'verified', 'failed')).toMatchObject({ state: 'verified', differences: [] });
    const detail = await core.call('authorizations.get', { account, authorizationId });
    expect(detail.summary.state).toBe('deactivated');
    expect(await core.failure('authorizations.restrict', { ...wish, typedName: authorizationId })).toMatchObject({
      code: 'cannot-deactivate',
    });
  });
});

describe('cloning', () => {
  it('carries the custom documents along, and the clone can be published at once in the old one’s place', async () => {
    const stage = await startPublishingStage();
    const { core, account } = stage;
    const authorizationId = await published(stage, { custom: true });
    const { draft, missingDocuments } = await core.call('authorizations.drafts.create', {
      account,
      fromAuthorizationId: authorizationId,
      replace: true,
    });
    expect(missingDocuments).toEqual([]);
    expect(draft.document).toMatchObject({
      target: null,
      replaces: { authorizationId, name: 'Atlas through a partner' },
      eula: { kind: 'custom', file: { name: `${authorizationId}-eula.pdf` } },
      resellerContract: { kind: 'custom', file: { name: `${authorizationId}-reseller-contract.pdf` } },
    });
    const { changes } = await core.call('authorizations.drafts.publish', authorizationInput(draft));
    const done = await reached(core, changes[0]?.id ?? '', 'verified', 'failed');
    expect(done).toMatchObject({ state: 'verified', differences: [] });
    expect(done.entityId).not.toBe(authorizationId);
  });
});
