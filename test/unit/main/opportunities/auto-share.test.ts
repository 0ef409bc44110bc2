import { beforeEach, describe, expect, it } from 'vitest';
import { createAccountStore, type AccountStore } from '../../../../src/main/accounts/store.ts';
import { createEventBus, type EventBus } from '../../../../src/main/events.ts';
import { createAutoShare, type AutoShare } from '../../../../src/main/opportunities/auto-share/index.ts';
import { createOpportunityDrafts, type OpportunityDrafts } from '../../../../src/main/opportunities/drafts/index.ts';
import type { Database } from '../../../../src/main/storage/database.ts';
import { openDatabase } from '../../../../src/main/storage/open.ts';
import type { AutoShareItem } from '../../../../src/shared/domain/opportunity/auto-share.ts';
import type { Change } from '../../../../src/shared/domain/change/change.ts';
import { bodyOf, type OpportunityDraft } from '../../../../src/shared/domain/opportunity/draft.ts';
import { setAt } from '../../../../src/shared/domain/opportunity/record.ts';
import { createAppError, OfferdeckError } from '../../../../src/shared/errors/app-error.ts';
import { createManualClock, type ManualClock } from '../../../support/manual-clock.ts';
import { COMPLETE, TODAY } from '../../../support/opportunity-drafts.ts';
import { sampleAccount } from '../../../support/samples.ts';
import { silentLogger } from '../../../support/silent-logger.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';

const ACCOUNT_ID = sampleAccount().awsAccountId;
const context = { signal: new AbortController().signal };
const DEAL: OpportunityDraft = { ...COMPLETE, partnerOpportunityIdentifier: 'crm-1' };

let database: Database;
let clock: ManualClock;
let events: EventBus;
let accounts: AccountStore;
let drafts: OpportunityDrafts;
let sent: {
  id: string;
  share: boolean;
  confirmedAccountId: string;
  automatic: boolean | undefined;
  warnings: number;
}[];
let running: Set<string>;
let notices: string[];
let announced: string[];
let backfilling: boolean;
let failing: Error | null;
let copy: OpportunityDraft | null;

beforeEach(() => {
  ({ database } = openDatabase(makeTempFolder(), Date.now()));
  clock = createManualClock(Date.parse(`${TODAY}T10:00:00Z`));
  events = createEventBus();
  accounts = createAccountStore(database);
  accounts.insert({ key: 'acme', settings: sampleAccount(), createdAt: `${TODAY}T00:00:00Z` });
  [sent, running, notices, announced, backfilling, failing, copy] = [[], new Set(), [], [], false, null, null];
  const opportunities = { read: () => Promise.reject(new Error('nobody asks AWS')), find: () => null, known: () => [] };
  drafts = createOpportunityDrafts({ database, clock, events, accounts, opportunities });
});

function start(owner = 'process-1'): AutoShare {
  return createAutoShare({
    database,
    clock,
    events,
    accounts,
    owner,
    logger: silentLogger,
    notifier: { notify: async ({ params }) => void announced.push(String(params['title'])) },
    drafts: { ...drafts, held: () => copy },
    sending: {
      isRunning: (id) => running.has(id),
      async send({ id, share, confirmedAccountId, acknowledgedWarnings }, _signal, automatic) {
        if (failing) throw failing;
        sent.push({ id, share, confirmedAccountId, automatic, warnings: (acknowledgedWarnings ?? []).length });
        running.add(id);
        return {} as Change;
      },
    },
    isBackfilling: () => backfilling,
    addNotice: ({ id }) => void notices.push(id),
  });
}

const turn = (share: AutoShare, on: boolean, changes: object = {}) =>
  share.handlers['opportunities.autoShare.set'](
    { account: 'acme', on, confirmedAccountId: ACCOUNT_ID, catalog: 'AWS', ...changes },
    context,
  );

function save(document: OpportunityDraft, id?: string): Promise<{ id: string; revision: number }> {
  const stored = id === undefined ? drafts.store.insert('acme', { ...document, name: '' }) : drafts.store.get(id);
  return drafts.handlers['opportunities.drafts.save']({ id: stored.id, revision: stored.revision, document }, context);
}

async function itemOf(share: AutoShare, id: string): Promise<AutoShareItem | null> {
  return (await share.handlers['opportunities.autoShare.get']({ id }, context)).item;
}

async function pass(share: AutoShare, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    clock.advance(1000);
    await share.tend();
  }
}

/** An approved opportunity at AWS, with a local edit. */
function edited(nextSteps = 'Call on Monday'): OpportunityDraft {
  const base = { ...bodyOf(DEAL), lifeCycle: { ...DEAL.lifeCycle, reviewStatus: 'Approved', nextSteps: 'Before' } };
  return {
    ...DEAL,
    ...base,
    lifeCycle: { ...base.lifeCycle, nextSteps },
    target: {
      opportunityId: 'O1',
      lastModifiedDate: '2026-11-20T00:00:00.000Z',
      base,
      origin: 'Partner Referral',
      associations: DEAL.associations,
    },
  };
}

describe('a saved draft is sent without a click', () => {
  it('after the quiet time since the last save, as the account that was agreed to', async () => {
    const share = start();
    await turn(share, true);
    const { id } = await save(DEAL);
    await pass(share, 15);
    await save(setAt(DEAL, 'project.title', 'Another title'), id);
    expect(await itemOf(share, id)).toMatchObject({
      state: 'waiting',
      share: true,
      awsAccountId: ACCOUNT_ID,
      hindrances: [],
    });
    await pass(share, 19);
    expect(sent).toEqual([]);
    await pass(share, 2);
    expect(sent).toEqual([{ id, share: true, confirmedAccountId: ACCOUNT_ID, automatic: true, warnings: 0 }]);
    await pass(share, 60);
    expect(sent).toHaveLength(1);
  });

  it('as an update where AWS has it already', async () => {
    const share = start();
    await turn(share, true);
    const { id } = await save(edited());
    expect(await itemOf(share, id)).toMatchObject({ share: false, opportunityId: 'O1', hindrances: [] });
    await pass(share, 21);
    expect(sent).toMatchObject([{ id, share: false }]);
  });

  it('waits for what passes by itself: a send that runs, a backfill', async () => {
    const share = start();
    await turn(share, true);
    const { id } = await save(DEAL);
    running.add(id);
    await pass(share, 25);
    running.clear();
    backfilling = true;
    await pass(share, 40);
    expect(sent).toEqual([]);
    expect((await itemOf(share, id))?.hindrances.map(({ kind }) => kind)).toEqual(['backfill']);
    backfilling = false;
    await pass(share, 21);
    expect(sent).toHaveLength(1);
  });
});

describe('a saved draft stays here', () => {
  it('while auto share is off, was saved before it was on, or once it is off again', async () => {
    const share = start();
    const { id } = await save(DEAL);
    await pass(share, 60);
    expect(await itemOf(share, id)).toBeNull();
    await turn(share, true);
    await pass(share, 60);
    expect(await itemOf(share, id)).toMatchObject({ state: 'untouched', dueAt: null });
    await save(DEAL, id);
    await turn(share, false);
    await pass(share, 60);
    await turn(share, true);
    await pass(share, 60);
    expect(sent).toEqual([]);
    expect((await itemOf(share, id))?.state).toBe('untouched');
  });

  it('where the account or the catalog is another one than was agreed to', async () => {
    const share = start();
    const other = turn(share, true, { confirmedAccountId: '999988887777' });
    await expect(other).rejects.toMatchObject({ data: { code: 'wrong-account' } });
    await expect(turn(share, true, { catalog: 'Sandbox' })).rejects.toMatchObject({ data: { code: 'invalid-input' } });
    expect((await share.handlers['opportunities.autoShare.switch']({ account: 'acme' }, context)).agreed).toBeNull();
    await turn(share, true);
    const { id } = await save(DEAL);
    const settings = {
      ...sampleAccount({ awsAccountId: '999988887777' }),
      partnerCentral: { catalog: 'Sandbox' as const },
    };
    accounts.update('acme', settings);
    await pass(share, 30);
    expect(sent).toEqual([]);
    expect(await itemOf(share, id)).toMatchObject({
      state: 'blocked',
      hindrances: [{ kind: 'account' }, { kind: 'catalog' }],
    });
  });

  it.each<[string, OpportunityDraft, string]>([
    ['a rule objects', setAt(DEAL, 'customer.account.companyName', ''), 'rules'],
    ['a warning was not read', setAt(DEAL, 'customer.account.otherIndustry', 'Not asked for'), 'warnings'],
    [
      'it would be closed as lost',
      setAt(setAt(edited(), 'lifeCycle.stage', 'Closed Lost'), 'lifeCycle.closedLostReason', 'Price'),
      'closing',
    ],
    [
      'it would be launched',
      setAt(setAt(edited(), 'lifeCycle.stage', 'Launched'), 'customer.account.awsAccountId', '111122223333'),
      'closing',
    ],
    ['AWS reviews it', setAt(edited(), 'target.base.lifeCycle.reviewStatus', 'In review'), 'locked'],
  ])('where %s', async (_why, document, reason) => {
    const share = start();
    await turn(share, true);
    const { id } = await save(document);
    await pass(share, 30);
    expect(sent).toEqual([]);
    const item = await itemOf(share, id);
    expect(item?.state).toBe('blocked');
    expect(item?.hindrances.map(({ kind }) => kind)).toContain(reason);
  });

  it('where what AWS holds clashes with it', async () => {
    const share = start();
    await turn(share, true);
    const newest = edited();
    copy = setAt(newest, 'target.base.lifeCycle.nextSteps', 'Somebody else was here');
    const { id } = await save(newest);
    await pass(share, 30);
    expect(sent).toEqual([]);
    expect((await itemOf(share, id))?.hindrances.map(({ kind }) => kind)).toContain('conflict');
  });

  it('where there is nothing to send', async () => {
    const share = start();
    await turn(share, true);
    const { id } = await save(edited('Before'));
    await pass(share, 30);
    expect([await itemOf(share, id), sent]).toEqual([null, []]);
  });

  it('where a person said not now, also while they type on, until they let it go', async () => {
    const share = start();
    await turn(share, true);
    const { id } = await save(DEAL);
    await share.handlers['opportunities.autoShare.hold']({ id }, context);
    const { revision } = await save(setAt(DEAL, 'project.title', 'Another title'), id);
    await pass(share, 60);
    expect([sent, (await itemOf(share, id))?.state]).toEqual([[], 'held']);
    const release = share.handlers['opportunities.autoShare.release'];
    await expect(release({ id, revision: revision - 1 }, context)).rejects.toMatchObject({
      data: { code: 'draft-changed' },
    });
    await release({ id, revision }, context);
    await pass(share, 21);
    expect(sent).toHaveLength(1);
  });

  it('after a restart or a sleep: a person is asked', async () => {
    const share = start();
    await turn(share, true);
    const { id } = await save(DEAL);
    await share.close();
    const next = start('process-2');
    await pass(next, 30);
    expect((await itemOf(next, id))?.state).toBe('waiting');
    await pass(next, 10);
    expect([sent, (await itemOf(next, id))?.state]).toEqual([[], 'asked']);
    await save(setAt(DEAL, 'project.title', 'Typed anew'), id);
    clock.advance(3_600_000);
    await next.tend();
    expect([sent, (await itemOf(next, id))?.state]).toEqual([[], 'asked']);
  });
});

describe('a failure', () => {
  it('is kept with the draft, told once, and not tried again before the next save', async () => {
    const share = start();
    await turn(share, true);
    const { id } = await save({ ...DEAL, name: 'Fixture deal' });
    failing = new OfferdeckError(createAppError('wrong-account', { params: { name: 'acme' } }));
    await pass(share, 90);
    expect(await itemOf(share, id)).toMatchObject({ state: 'failed', error: { code: 'wrong-account' } });
    expect([notices, announced]).toEqual([[`auto-share-${id}`], ['Fixture deal']]);
    failing = null;
    await save(DEAL, id);
    await pass(share, 21);
    expect(sent).toHaveLength(1);
  });

  it('of a later step is told as well', () => {
    start();
    events.emit('changes.changed', {
      id: 'change-1',
      draftId: 'draft-1/1.2',
      title: 'Deal',
      state: 'failed',
      automatic: true,
    } as Change);
    events.emit('changes.changed', {
      id: 'change-2',
      draftId: 'draft-2/1.2',
      title: 'Deal',
      state: 'failed',
    } as Change);
    expect(notices).toEqual(['auto-share-draft-1']);
  });
});
