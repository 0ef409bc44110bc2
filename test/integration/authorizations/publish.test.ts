import { describe, expect, it } from 'vitest';
import { authorizationInput, makeAuthorizationDraft, PARTNER } from '../../support/authorization-stage.ts';
import { reached, requestsOf, SELLER, startPublishingStage } from '../../support/publishing-stage.ts';

describe('authorizing a channel partner', () => {
  it('publishes fixed units with a schedule and both custom documents, and sees that AWS holds what was meant', async () => {
    const { core, account } = await startPublishingStage();
    const draft = await makeAuthorizationDraft(core, account, { custom: true, installments: true });
    const { findings } = await core.call('authorizations.drafts.preflight', { id: draft.id });
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const { changes } = await core.call('authorizations.drafts.publish', authorizationInput(draft));
    expect(changes).toHaveLength(1);
    const done = await reached(core, changes[0]?.id ?? '', 'verified', 'failed', 'refused');
    expect(done).toMatchObject({ state: 'verified', differences: [], errors: [], error: null });
    const { rows } = await core.call('authorizations.drafts.progress', { id: draft.id });
    expect(rows).toEqual([{ reseller: PARTNER, change: expect.objectContaining({ state: 'verified' }) }]);

    const detail = await core.call('authorizations.get', { account, authorizationId: done.entityId ?? '' });
    expect(detail).toMatchObject({
      summary: { state: 'authorized', madeHere: true, resellerAccountId: PARTNER, maxOffers: 1 },
      documents: ['eula', 'reseller-contract'],
      totalContractValue: '3000',
    });
    const file = await core.call('authorizations.fetchDocument', {
      account,
      authorizationId: detail.summary.id,
      document: 'reseller-contract',
    });
    expect(Buffer.from(file.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    const filter = { account, text: 'GetObject' };
    const { items } = await core.call('history.calls', { filter });
    expect(items).toMatchObject([{ service: 's3', operation: 'GetObject', httpStatus: 200 }]);
    const { request } = await core.call('history.call', { seq: items[0]?.seq ?? 0 });
    expect(JSON.stringify(request)).toMatch(/\?••••"/);
    expect(JSON.stringify(request)).not.toContain('Signature');
  });

  it('leaves a draft at AWS, goes on with it, and sends only what is new', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeAuthorizationDraft(core, account);
    const { changes } = await core.call('authorizations.drafts.publish', authorizationInput(draft, 'draft'));
    const made = await reached(core, changes[0]?.id ?? '', 'verified', 'failed');
    expect(made).toMatchObject({ state: 'verified', kind: 'authorization-draft' });
    const released = await core.call('authorizations.drafts.publish', authorizationInput(draft));
    const done = await reached(core, released.changes[0]?.id ?? '', 'verified', 'failed');
    expect(done).toMatchObject({ state: 'verified', differences: [], entityId: made.entityId });
    const sent = requestsOf(simulator, 'StartChangeSet').at(-1)?.input['ChangeSet'] as { ChangeType: string }[];
    expect(sent.map(({ ChangeType }) => ChangeType)).toEqual(['ReleaseResaleAuthorization']);
    expect(await core.failure('authorizations.drafts.publish', authorizationInput(draft))).toMatchObject({
      code: 'already-published',
    });
  });

  it('releases a draft that stands at AWS', async () => {
    const { core, account } = await startPublishingStage();
    const draft = await makeAuthorizationDraft(core, account);
    const { changes } = await core.call('authorizations.drafts.publish', authorizationInput(draft, 'draft'));
    const { entityId } = await reached(core, changes[0]?.id ?? '', 'verified', 'failed');
    const wish = { account, authorizationId: entityId ?? '', confirmedAccountId: SELLER };
    const { change } = await core.call('authorizations.releaseExisting', wish);
    expect(await reached(core, change.id, 'verified', 'failed')).toMatchObject({ state: 'verified', differences: [] });
    expect(await core.failure('authorizations.releaseExisting', wish)).toMatchObject({ code: 'already-published' });
  });

  it('makes one for each of several partners, and on a second try only those that failed', async () => {
    const { core, account } = await startPublishingStage();
    const others = ['444455556666', '555566667777'];
    const draft = await makeAuthorizationDraft(core, account, {
      change: (document) => ({ ...document, resellers: others }),
    });
    const { changes } = await core.call('authorizations.drafts.publish', authorizationInput(draft));
    const ends = await Promise.all(changes.map(({ id }) => reached(core, id, 'verified', 'failed', 'refused')));
    // The second account is no registered channel partner.
    expect(ends.map(({ state }) => state)).toEqual(['verified', 'failed']);
    expect(ends[1]?.errors).toEqual([expect.objectContaining({ code: 'INVALID_RESELLER_ACCOUNT', path: 'resellers' })]);
    expect(new Set(ends.map(({ title }) => title)).size).toBe(2);
    const again = await core.call('authorizations.drafts.publish', authorizationInput(draft));
    expect(again.changes.map(({ title }) => title)).toEqual([changes[1]?.title]);
    await reached(core, again.changes[0]?.id ?? '', 'failed');
  });

  it('refuses what preflight stops, another account, another revision', async () => {
    const { core, account } = await startPublishingStage();
    const draft = await makeAuthorizationDraft(core, account, {
      change: (document) => ({ ...document, resellers: ['12'] }),
    });
    const input = authorizationInput(draft);
    const refusal = await core.failure('authorizations.drafts.publish', input);
    expect(refusal).toMatchObject({ code: 'preflight-failed' });
    expect(refusal.fields.map(({ path }) => path)).toEqual(['resellers.0']);
    expect(
      await core.failure('authorizations.drafts.publish', { ...input, confirmedAccountId: '000011112222' }),
    ).toMatchObject({ code: 'wrong-account' });
    expect(await core.failure('authorizations.drafts.publish', { ...input, revision: 99 })).toMatchObject({
      code: 'draft-changed',
    });
  });
});
