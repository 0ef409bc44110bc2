import { describe, expect, it } from 'vitest';
import type { BulkAction } from '../../../src/shared/domain/bulk/bulk.ts';
import { addDays } from '../../../src/shared/domain/dates/plain-date.ts';
import { lookAndStart, settled } from '../../support/bulk-runs.ts';
import { countOffers, makeDraft, SELLER, startPublishingStage } from '../../support/publishing-stage.ts';
import type { TestCore } from '../../support/test-core.ts';

const BUYERS = ['012345678901', '222233334444', '333344445555'];

async function draftsFor(core: TestCore, account: string, buyers = BUYERS): Promise<string[]> {
  const pattern = await makeDraft(core, account);
  const { draftIds } = await core.call('bulk.cloneForBuyers', {
    source: { kind: 'draft', draftId: pattern.id },
    buyers: buyers.map((awsAccountId) => ({ awsAccountId, name: '' })),
    name: 'Bulk {buyer}',
  });
  return draftIds;
}

const publish = (draftIds: string[]): BulkAction => ({
  kind: 'publish',
  intent: 'release',
  draftIds,
  acknowledgedWarnings: [],
});

describe('publishing many drafts', () => {
  it('shows each row first, sends each once, and names the offer that each has become', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draftIds = await draftsFor(core, account);
    const { plan, run } = await lookAndStart(core, publish(draftIds));
    expect(plan.accounts).toEqual([{ account, awsAccountId: SELLER, rows: 3, leftToday: null }]);
    expect(plan.rows.map(({ label, problems }) => [label, problems])).toEqual(
      BUYERS.map((buyer) => [`Bulk ${buyer}`, []]),
    );
    const ended = await settled(core, run.id, 'ended');
    expect(ended.counts).toMatchObject({ done: 3, failed: 0 });
    const { items } = await core.call('bulk.rows', { runId: run.id });
    expect(items.every(({ result, changeId }) => result?.id.startsWith('offer-') && changeId !== null)).toBe(true);
    for (const buyer of BUYERS) expect(await countOffers(simulator, `Bulk ${buyer}`)).toBe(1);
    const { text } = await core.call('bulk.text', { runId: run.id, headings: { label: 'Name' } });
    expect(text).toContain('Name');
    expect(text.trim().split('\n')).toHaveLength(4);
  });

  it('leaves out what the rules speak against, and says why, row by row', async () => {
    const { core, account } = await startPublishingStage();
    const [good = '', bad = ''] = await draftsFor(core, account, BUYERS.slice(0, 2));
    const { revision, document } = await core.call('drafts.get', { id: bad });
    await core.call('drafts.save', { id: bad, revision, document: { ...document, buyers: [] } });
    const { plan, run } = await lookAndStart(core, publish([good, bad]));
    expect(plan.rows[0]?.problems).toEqual([]);
    expect(plan.rows[1]?.problems.length).toBeGreaterThan(0);
    expect(plan.accounts).toMatchObject([{ rows: 1 }]);
    expect((await settled(core, run.id, 'ended')).total).toBe(1);
  });

  it('refuses the wrong account, unread warnings and a plan without rows, and writes nothing', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draftIds = await draftsFor(core, account, BUYERS.slice(0, 1));
    const wrong = { action: publish(draftIds), confirmedAccountIds: { [account]: '999999999999' } };
    expect(await core.failure('bulk.start', wrong)).toMatchObject({ code: 'wrong-account' });
    const right = { [account]: SELLER };
    const { rows } = await core.call('bulk.preview', { action: publish(draftIds) });
    if (rows.some(({ warnings }) => warnings.length > 0)) {
      const unread = { action: publish(draftIds), confirmedAccountIds: right };
      expect(await core.failure('bulk.start', unread)).toMatchObject({ code: 'preflight-failed' });
    }
    for (const id of draftIds) await core.call('drafts.remove', { id });
    expect(await core.failure('bulk.preview', { action: publish(draftIds) })).toMatchObject({ code: 'not-found' });
    expect((await core.call('bulk.list', {})).total).toBe(0);
    expect(simulator.control.requests().some(({ operation }) => operation === 'StartChangeSet')).toBe(false);
  });

  it('holds for a person when the credentials are refused, and goes on from there', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draftIds = await draftsFor(core, account);
    simulator.control.addFault({ kind: 'expired-credentials', operation: 'GetCallerIdentity' });
    const { run } = await lookAndStart(core, publish(draftIds));
    const held = await settled(core, run.id, 'held');
    expect(held.error?.code).toMatch(/^credentials-/);
    simulator.control.clearFaults();
    await core.call('bulk.resume', { runId: run.id });
    expect((await settled(core, run.id, 'ended')).counts).toMatchObject({ done: 3, failed: 0 });
  });

  it('keeps a failed row with AWS’s reason and tries it again on request', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draftIds = await draftsFor(core, account, BUYERS.slice(0, 1));
    simulator.control.failNextChangeSet({ accountId: SELLER, failureCode: 'SERVER_FAULT', message: 'made to fail' });
    const { run } = await lookAndStart(core, publish(draftIds));
    const failed = await settled(core, run.id, 'ended');
    expect(failed.counts).toMatchObject({ done: 0, failed: 1 });
    const { items } = await core.call('bulk.rows', { runId: run.id, states: ['failed'] });
    expect(items[0]?.error).toMatchObject({ code: 'change-set-failed' });
    await core.call('bulk.retry', { runId: run.id });
    expect((await settled(core, run.id, 'ended')).counts).toMatchObject({ done: 1, failed: 0 });
    expect(await countOffers(simulator, `Bulk ${BUYERS[0]}`)).toBe(1);
  });
});

describe('changing many offers', () => {
  async function publishedOffers(core: TestCore, account: string) {
    const { run } = await lookAndStart(core, publish(await draftsFor(core, account)));
    await settled(core, run.id, 'ended');
    const { items } = await core.call('bulk.rows', { runId: run.id });
    return { run, offers: items.map(({ result }) => ({ account, offerId: result?.id ?? '' })) };
  }
  const endOf = async (core: TestCore, account: string, offerId: string) =>
    (await core.call('offers.get', { account, offerId, refresh: true })).summary.availabilityEndDate;

  it('moves the expiry dates and takes them back to what they were', async () => {
    const { core, account } = await startPublishingStage();
    const { offers } = await publishedOffers(core, account);
    const first = offers[0]?.offerId ?? '';
    const before = await endOf(core, account, first);
    const date = addDays(before ?? '', -3);
    const { plan, run } = await lookAndStart(core, {
      kind: 'expiry',
      date,
      offers: offers.map((offer) => ({ ...offer, date: null })),
      acknowledgedWarnings: [],
    });
    expect(plan.rows.map((row) => [row.before, row.after, row.undo])).toEqual(
      offers.map(() => [before, date, 'whole']),
    );
    expect((await settled(core, run.id, 'ended')).counts).toMatchObject({ done: 3 });
    expect(await endOf(core, account, first)).toBe(date);
    const undo = await lookAndStart(core, { kind: 'undo', runId: run.id, acknowledgedWarnings: [] });
    expect(undo.plan.rows.map(({ after }) => after)).toEqual(offers.map(() => before));
    expect((await settled(core, undo.run.id, 'ended')).counts).toMatchObject({ done: 3 });
    expect(undo.run.undoes).toBe(run.id);
    expect(await endOf(core, account, first)).toBe(before);
  });

  it('takes a publication back by cancelling, since AWS deletes nothing', async () => {
    const { core, account } = await startPublishingStage();
    const { run, offers } = await publishedOffers(core, account);
    const undo = await lookAndStart(core, { kind: 'undo', runId: run.id, acknowledgedWarnings: [] });
    expect((await settled(core, undo.run.id, 'ended')).counts).toMatchObject({ done: 3 });
    const { summary } = await core.call('offers.get', { account, offerId: offers[0]?.offerId ?? '', refresh: true });
    expect(summary.state).toBe('expired');
  });

  it('names an offer that it cannot find without hiding the others', async () => {
    const { core, account } = await startPublishingStage();
    const { offers } = await publishedOffers(core, account);
    const { rows } = await core.call('bulk.preview', {
      action: { kind: 'cancel', offers: [{ account, offerId: 'offer-unknown' }, ...offers], acknowledgedWarnings: [] },
    });
    expect(rows[0]?.problems).toMatchObject([{ messageKey: 'errors:not-found.what' }]);
    expect(rows.slice(1).every(({ problems }) => problems.length === 0)).toBe(true);
  });
});
