import { describe, expect, it } from 'vitest';
import { proveLog } from '../../../src/main/changes/log.ts';
import { openDatabase } from '../../../src/main/storage/open.ts';
import { findSecretLeaks } from '../../support/secret-scan.ts';
import {
  countOffers,
  makeDraft,
  publishInput,
  reached,
  release,
  requestsOf,
  SELLER,
  startPublishingStage,
} from '../../support/publishing-stage.ts';

describe('publishing', () => {
  it('publishes a contract with a schedule and a custom EULA, and sees that AWS holds what was meant', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeDraft(core, account, { eula: true });
    const { change } = await core.call('offers.publish', publishInput(draft));
    expect(change).toMatchObject({ state: 'intended', kind: 'offer-release', draftId: draft.id, changeSetId: null });
    const done = await reached(core, change.id, 'verified');
    expect(done).toMatchObject({ differences: [], error: null, errors: [], awsStatus: 'SUCCEEDED' });
    expect(await countOffers(simulator, 'Atlas 2027')).toBe(1);

    const states = core.eventsOf('changes.changed').map(({ state }) => state);
    expect([...new Set(states)]).toEqual(['intended', 'eula-uploaded', 'sending', 'sent', 'succeeded', 'verified']);
    expect(await core.call('offers.compare', { changeId: change.id })).toEqual({ differences: [] });
    expect((await core.call('drafts.get', { id: draft.id })).changeId).toBe(change.id);
    const detail = await core.call('offers.get', { account, offerId: done.offerId ?? '' });
    expect(detail.summary).toMatchObject({ state: 'active', madeHere: true });
  });

  it('asks AWS who it is before each write, and sends one request under the name and token of the journal', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeDraft(core, account, { eula: true });
    simulator.control.clearRequests();
    const { change } = await core.call('offers.publish', publishInput(draft));
    await reached(core, change.id, 'verified');
    const operations = simulator.control.requests().map(({ operation }) => operation);
    for (const write of ['PutObject', 'StartChangeSet']) {
      expect(operations[operations.indexOf(write) - 1]).toBe('GetCallerIdentity');
    }
    const [sent, ...more] = requestsOf(simulator, 'StartChangeSet');
    expect(more).toEqual([]);
    expect(sent?.input['ChangeSetName']).toContain(change.id);
    expect(sent?.input['ClientRequestToken']).toEqual(expect.any(String));
  });

  it('leaves no signed address in any file, event or answer, and an unbroken log', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeDraft(core, account, { eula: true });
    const { change } = await core.call('offers.publish', publishInput(draft));
    await reached(core, change.id, 'verified');
    const preview = await core.call('drafts.request', { id: draft.id, intent: 'draft' }).catch(() => null);
    expect(preview).toBeNull();
    await core.core.close();

    const { database } = openDatabase(core.dataFolder, Date.now());
    expect(await proveLog(database)).toMatchObject({ brokenAt: null });
    // One row a transition; AWS's own statuses add rows of the same state, as many as polling happens to see.
    const states = database
      .all<{ state: string }>('SELECT state FROM change_log ORDER BY seq')
      .map(({ state }) => state);
    expect(states.filter((state, index) => state !== states[index - 1])).toEqual([
      'intended',
      'eula-uploaded',
      'sending',
      'sent',
      'succeeded',
      'verified',
    ]);
    const rows = database.all<{ intent: string; after: string }>('SELECT intent, after FROM changes');
    const calls = database.all<{ request: string }>(
      "SELECT request FROM calls WHERE operation = 'StartChangeSet' AND change_id = ?",
      change.id,
    );
    database.close();
    expect(calls).toHaveLength(1);
    const stored = JSON.stringify([rows, calls]);
    expect(stored).toMatch(/X-Amz-Signature/);
    expect(stored).not.toMatch(/X-Amz-Signature(=|%3D)[0-9a-f]/);
    const seller = simulator.accounts.find(({ accountId }) => accountId === change.awsAccountId);
    expect(
      findSecretLeaks({
        secrets: { secret: seller?.secretAccessKey ?? '' },
        folders: [core.dataFolder],
        captured: core.captured,
      }),
    ).toEqual([]);
  });

  it('makes a draft at AWS, which then is released without being made again', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeDraft(core, account);
    const first = await core.call('offers.publish', publishInput(draft, 'draft'));
    const drafted = await reached(core, first.change.id, 'verified');
    expect(drafted).toMatchObject({ kind: 'offer-draft', differences: [] });
    const offerId = drafted.offerId ?? '';
    const second = await release(core, { account, offerId });
    const released = await reached(core, second.change.id, 'verified');
    expect(released).toMatchObject({ kind: 'offer-release-existing', offerId, differences: [] });
    expect(await countOffers(simulator, 'Atlas 2027')).toBe(1);
    const again = await core.call('offers.plan', { account, offerId, action: { kind: 'release' } });
    expect(again.findings).toMatchObject([{ ruleId: 'life.already-released', severity: 'error' }]);
    const wish = { account, offerId, action: again.action, revision: again.revision };
    expect(await core.failure('offers.change', { ...wish, confirmedAccountId: SELLER })).toMatchObject({
      code: 'preflight-failed',
    });
  });

  it('goes on with the draft at AWS when the same local draft is changed and published', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeDraft(core, account);
    const first = await core.call('offers.publish', publishInput(draft, 'draft'));
    const { offerId } = await reached(core, first.change.id, 'verified');
    const { document } = await core.call('drafts.get', { id: draft.id });
    const edited = { ...document, description: 'Deal 4712' };
    const saved = await core.call('drafts.save', { id: draft.id, revision: draft.revision, document: edited });
    const second = await core.call('offers.publish', publishInput({ id: draft.id, revision: saved.revision }));
    expect(await reached(core, second.change.id, 'verified')).toMatchObject({ offerId, differences: [] });
    expect(await countOffers(simulator, 'Atlas 2027')).toBe(1);
    const detail = await core.call('offers.get', { account, offerId: offerId ?? '' });
    expect(detail).toMatchObject({ description: 'Deal 4712', summary: { state: 'active' } });
  });

  it('shows the request that it would send, with the address of the EULA masked', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeDraft(core, account, { eula: true });
    const { json } = await core.call('drafts.request', { id: draft.id, intent: 'release' });
    const shown = JSON.parse(json) as { ChangeSet: { ChangeType: string; DetailsDocument: unknown }[] };
    expect(shown.ChangeSet.map(({ ChangeType }) => ChangeType)).toContain('ReleaseOffer');
    expect(json).toContain('.pdf?X-Amz-Signature=••••');
    const { change } = await core.call('offers.publish', publishInput(draft));
    await reached(core, change.id, 'verified');
    const sent = requestsOf(simulator, 'StartChangeSet')[0]?.input['ChangeSet'] as typeof shown.ChangeSet;
    const withoutEula = (set: typeof shown.ChangeSet) =>
      set.filter(({ ChangeType }) => ChangeType !== 'UpdateLegalTerms').map((part) => part.DetailsDocument);
    expect(withoutEula(sent)).toEqual(withoutEula(shown.ChangeSet));
  });
});
