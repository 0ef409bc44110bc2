import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../src/main/storage/open.ts';
import { makeDraft, publishInput, reached, startPublishingStage } from '../../support/publishing-stage.ts';

const ALL_CALLS = { account: null };
const ALL_CHANGES = { account: null };
const DAY_MS = 86_400_000;

async function published() {
  const stage = await startPublishingStage();
  const draft = await makeDraft(stage.core, stage.account, { eula: true });
  const { change } = await stage.core.call('offers.publish', publishInput(draft));
  return { ...stage, change: await reached(stage.core, change.id, 'verified') };
}

describe('the history of writes', () => {
  it('tells who sent what, when, from which account, under which request id, and what came of it', async () => {
    const { core, change, simulator } = await published();
    const record = await core.call('history.change', { id: change.id });
    expect(record.change).toMatchObject({ id: change.id, state: 'verified' });
    expect(record.identity).toEqual({ awsAccountId: '111122223333', arn: expect.stringContaining('111122223333') });
    const sent = simulator.control.requests().find(({ operation }) => operation === 'StartChangeSet');
    expect(record.requestId).toBe(sent?.requestId);
    expect(record.request).toMatchObject({ Catalog: 'AWSMarketplace' });
    expect(record.before).toBeNull();
    expect(record.after).toMatchObject({ Id: change.offerId });
    expect([...new Set(record.log.map(({ state }) => state))]).toEqual([
      'intended',
      'eula-uploaded',
      'sending',
      'sent',
      'succeeded',
      'verified',
    ]);
    expect(record.callCount).toBeGreaterThan(4);
    expect(JSON.stringify(record)).not.toMatch(/X-Amz-Signature=[0-9a-f]/);
  });

  it('finds writes by title, id, state, kind, account and time', async () => {
    const { core, account, change } = await published();
    const find = async (filter: object) =>
      (await core.call('history.changes', { filter: { account: null, ...filter } })).total;
    expect(await find({})).toBe(1);
    expect(await find({ text: 'ATLAS' })).toBe(1);
    expect(await find({ text: change.changeSetId ?? '' })).toBe(1);
    expect(await find({ text: 'nothing like it' })).toBe(0);
    expect(await find({ states: ['failed'] })).toBe(0);
    expect(await find({ kinds: ['offer-draft'] })).toBe(0);
    expect(await find({ account: `${account}-other` })).toBe(0);
    expect(await find({ from: change.createdAt })).toBe(1);
    expect(await find({ to: change.createdAt })).toBe(0);
  });

  it('writes files that keep 12-digit ids whole', async () => {
    const { core } = await published();
    const csv = await core.call('history.changesText', {
      filter: ALL_CHANGES,
      format: 'csv',
      headings: { title: 'Titel' },
    });
    expect(csv).toMatchObject({ count: 1, cut: false, suggestedName: expect.stringMatching(/^changes-.*\.csv$/) });
    expect(csv.text).toContain('Titel');
    expect(csv.text).toContain('"=""111122223333"""');
    const json = await core.call('history.changesText', { filter: ALL_CHANGES, format: 'json', headings: {} });
    expect(JSON.parse(json.text)).toMatchObject({ awsAccountId: '111122223333' });
  });
});

describe('the record of calls', () => {
  it('lists what was asked, newest first, by write, service, outcome and text', async () => {
    const { core, account, change } = await published();
    const page = await core.call('history.calls', { filter: ALL_CALLS, pageSize: 200 });
    expect(page.items).toHaveLength(page.total);
    expect(page.services).toEqual(expect.arrayContaining(['catalog', 's3', 'sts']));
    expect(page.items.map(({ at }) => at)).toEqual(
      page.items
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    const ofWrite = await core.call('history.calls', { filter: { account, changeId: change.id } });
    expect(ofWrite.items.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(['PutObject', 'StartChangeSet', 'GetCallerIdentity']),
    );
    const upload = await core.call('history.calls', { filter: { account, text: 'putobj', services: ['s3'] } });
    expect(upload.items).toMatchObject([
      { operation: 'PutObject', status: 'success', direction: 'out', httpStatus: 200, changeId: change.id },
    ]);
    expect((await core.call('history.calls', { filter: { account, statuses: ['error'] } })).total).toBe(0);
    const detail = await core.call('history.call', { seq: upload.items[0]?.seq ?? 0 });
    expect(detail.request).toMatchObject({ Body: expect.stringMatching(/bytes/) });
  });

  it('shows a refusal with its code, and the name of the write in an export', async () => {
    const { core, account, simulator } = await startPublishingStage();
    simulator.control.addFault({ kind: 'access-denied', operation: 'ListEntities', times: 1 });
    const { jobId } = await core.call('offers.sync', { account });
    await core.nextEvent('jobs.changed', (job) => job.id === jobId && job.endedAt !== null);
    const { items } = await core.call('history.calls', { filter: { account, statuses: ['error'], level: 'calls' } });
    expect(items).toMatchObject([{ operation: 'ListEntities', errorCode: 'access-denied', httpStatus: 403 }]);
    const file = await core.call('history.callsText', {
      filter: { account, statuses: ['error'], level: 'calls' },
      format: 'json',
      headings: {},
    });
    expect(JSON.parse(file.text)).toMatchObject({ errorCode: 'access-denied', request: { EntityType: 'Offer' } });
  });

  it('answers an unknown call with not-found', async () => {
    const { core } = await startPublishingStage();
    expect(await core.failure('history.call', { seq: 999_999 })).toMatchObject({ code: 'not-found' });
    expect(await core.failure('history.change', { id: 'none' })).toMatchObject({ code: 'not-found' });
  });

  it('removes old reads, keeps the calls of a write and what nobody has answered', async () => {
    const { core, change, account } = await published();
    await core.core.close();
    const { database } = openDatabase(core.dataFolder, Date.now());
    const old = new Date(Date.now() - 100 * DAY_MS).toISOString();
    database.run('UPDATE calls SET at = ?', old);
    database.run(
      `INSERT INTO calls (account, service, operation, at, outcome) VALUES (?, 'catalog', 'StartChangeSet', ?, 'started')`,
      account,
      old,
    );
    const { pruneCalls } = await import('../../../src/main/history/retention.ts');
    const signal = new AbortController().signal;
    expect(await pruneCalls(database, 101, Date.now(), signal)).toBe(0);
    expect(await pruneCalls(database, 99, Date.now(), signal)).toBeGreaterThan(0);
    const left = database.all<{ change_id: string | null; outcome: string }>('SELECT change_id, outcome FROM calls');
    expect(left.every(({ change_id, outcome }) => change_id === change.id || outcome === 'started')).toBe(true);
    expect(left.some(({ outcome }) => outcome === 'started')).toBe(true);
    database.close();
  });
});

describe('the proof of the log', () => {
  it('is whole after writes, and names the entry that was altered, also at the next start', async () => {
    const { core, startAnother, change } = await published();
    const proof = await core.call('history.verify', {});
    expect(proof).toMatchObject({ brokenAt: null, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(proof.entries).toBeGreaterThanOrEqual(6);
    const { database } = openDatabase(core.dataFolder, Date.now());
    database.run("UPDATE change_log SET details = '{}' WHERE change_id = ? AND state = 'sent'", change.id);
    database.close();
    const broken = await core.call('history.verify', {});
    expect(broken.brokenAt).not.toBeNull();
    const another = await startAnother();
    await vi.waitFor(async () => {
      const { notices } = await another.call('app.info', {});
      expect(notices.map(({ id }) => id)).toContain('journal-altered');
    });
  });
});
