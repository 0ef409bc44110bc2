import { DescribeChangeSetCommand, StartChangeSetCommand } from '@aws-sdk/client-marketplace-catalog';
import { describe, expect, it } from 'vitest';
import { seedId } from '../../../src/simulator/seed/ids.ts';
import type { OfferDraft } from '../../../src/shared/domain/offer/draft.ts';
import {
  makeDraft,
  publishInput,
  reached,
  requestsOf,
  SELLER,
  startPublishingStage,
  type PublishingStage,
} from '../../support/publishing-stage.ts';
import { accountsOf, catalogClient } from '../../support/simulator.ts';

const BUYER = '606060606060';
const SEED_SET = seedId('offerset', 'harbour bundle');
const SEED_OFFER = seedId('offer', 'beacon in bundle');

async function sync({ core, account }: PublishingStage, feature: 'offersets' | 'offers' | 'agreements') {
  const { jobId } = await core.call(`${feature}.sync`, { account });
  const job = await core.nextEvent('jobs.changed', ({ id, endedAt }) => id === jobId && endedAt !== null);
  expect(job).toMatchObject({ state: 'succeeded' });
}

async function edit({ core }: PublishingStage, id: string, change: (draft: OfferDraft) => OfferDraft) {
  const { revision, document } = await core.call('drafts.get', { id });
  return core.call('drafts.save', { id, revision, document: change(document) });
}

async function editSet(
  { core }: PublishingStage,
  id: string,
  change: { name?: string; buyerNotes?: string; offerIds?: string[]; solutionId?: string },
) {
  const { revision, document } = await core.call('offersets.drafts.get', { id });
  return core.call('offersets.drafts.save', { id, revision, document: { ...document, ...change } });
}

async function publishSet({ core }: PublishingStage, id: string, intent: 'draft' | 'release', warnings: string[] = []) {
  const { revision } = await core.call('offersets.drafts.get', { id });
  const { change } = await core.call('offersets.drafts.publish', {
    draftId: id,
    revision,
    intent,
    confirmedAccountId: SELLER,
    acknowledgedWarnings: warnings,
  });
  return reached(core, change.id, 'verified', 'failed', 'refused');
}

describe('the copy of offer sets', () => {
  it('holds the sets of the seed world with their offers, and asks for nothing again when nothing has changed', async () => {
    const stage = await startPublishingStage();
    const { core, account, simulator } = stage;
    await sync(stage, 'offers');
    await sync(stage, 'offersets');
    const { items, total, syncedAt } = await core.call('offersets.list', { filter: { account } });
    expect(total).toBe(2);
    expect(syncedAt).not.toBeNull();
    expect(items.map(({ state, offerCount }) => [state, offerCount])).toEqual([
      ['draft', 1],
      ['released', 2],
    ]);
    const detail = await core.call('offersets.get', { account, offerSetId: SEED_SET });
    expect(detail).toMatchObject({
      buyerNotes: 'Both at the price of the bundle; take them together.',
      summary: { buyers: [BUYER], state: 'released' },
      candidates: [],
    });
    expect(detail.offers.map(({ state, currency, offerSetId }) => [state, currency, offerSetId])).toEqual([
      ['active', 'USD', SEED_SET],
      ['active', 'USD', SEED_SET],
    ]);
    expect(detail.summary.availabilityEndDate).toBe(detail.offers[0]?.availabilityEndDate);
    for (const filter of [{ states: ['released' as const] }, { text: 'ATLAS and' }, { text: SEED_OFFER }]) {
      const found = await core.call('offersets.list', { filter: { account, ...filter } });
      expect(found.items.map(({ id }) => id)).toEqual([SEED_SET]);
    }
    simulator.control.clearRequests();
    await sync(stage, 'offersets');
    expect(requestsOf(simulator, 'ListEntities').length).toBe(1);
    expect(requestsOf(simulator, 'BatchDescribeEntities').length).toBe(0);
  });
});

describe('what happens meanwhile', () => {
  it('elsewhere comes into the draft, is looked at, and is not overwritten', async () => {
    const stage = await startPublishingStage();
    const { core, account, simulator } = stage;
    await sync(stage, 'offers');
    const offerSetId = seedId('offerset', 'signal bundle');
    const { draft } = await core.call('offersets.drafts.create', { account, offerSetId });
    await editSet(stage, draft.id, { buyerNotes: 'Mine' });
    const client = catalogClient(simulator, accountsOf(simulator).isv);
    const { ChangeSetId } = await client.send(
      new StartChangeSetCommand({
        Catalog: 'AWSMarketplace',
        ChangeSet: [
          {
            ChangeType: 'UpdateInformation',
            Entity: { Type: 'OfferSet@1.0', Identifier: offerSetId },
            DetailsDocument: { Name: 'Renamed elsewhere' },
          },
        ],
      }),
    );
    const status = async () =>
      (await client.send(new DescribeChangeSetCommand({ Catalog: 'AWSMarketplace', ChangeSetId }))).Status;
    await expect.poll(status, { timeout: 10_000 }).toBe('SUCCEEDED');
    const { revision } = await core.call('offersets.drafts.get', { id: draft.id });
    const wish = { draftId: draft.id, intent: 'draft', confirmedAccountId: SELLER } as const;
    expect(await core.failure('offersets.drafts.publish', { ...wish, revision })).toMatchObject({
      code: 'entity-changed',
      action: { kind: 'reload' },
    });
    const merged = await core.call('offersets.drafts.get', { id: draft.id });
    expect(merged.document).toMatchObject({ name: 'Renamed elsewhere', buyerNotes: 'Mine' });
    expect(await publishSet(stage, draft.id, 'draft')).toMatchObject({ state: 'verified', differences: [] });
    const { summary, buyerNotes } = await core.call('offersets.get', { account, offerSetId });
    expect([summary.name, buyerNotes]).toEqual(['Renamed elsewhere', 'Mine']);
    // More for a set that exists: the draft learns its ID at once, and can be meant for no other any more.
    const more = await makeDraft(core, account);
    const again = (await core.call('offersets.drafts.create', { account, offerSetId })).draft;
    await core.call('offersets.drafts.add', { id: again.id, revision: again.revision, draftIds: [more.id] });
    expect((await core.call('drafts.get', { id: more.id })).document.offerSetId).toBe(offerSetId);
    const { members, drafts } = await core.call('offersets.drafts.preflight', { id: again.id });
    expect([members.length, drafts.map(({ id }) => id)]).toEqual([1, [more.id]]);
    expect(await core.failure('offersets.drafts.create', { account, draftIds: [more.id] })).toMatchObject({
      code: 'preflight-failed',
      fields: [{ path: 'draftIds.0', messageKey: 'offersets:rule.set-cannot-join.other-set' }],
    });
  });

  it('to the process is made up for by the next one: the drafts learn their set all the same', async () => {
    const stage = await startPublishingStage();
    const { core, account } = stage;
    const { id } = await makeDraft(core, account);
    const { draft } = await core.call('offersets.drafts.create', { account, draftIds: [id] });
    const { revision } = await editSet(stage, draft.id, { name: 'Cut short' });
    const { change } = await core.call('offersets.drafts.publish', {
      draftId: draft.id,
      revision,
      intent: 'draft',
      confirmedAccountId: SELLER,
    });
    await core.core.close();
    const other = await stage.startAnother();
    const setOf = async () => (await other.call('drafts.get', { id })).document.offerSetId;
    await expect.poll(setOf, { timeout: 20_000 }).toMatch(/^offerset-/);
    const done = await other.call('changes.get', { id: change.id });
    expect(done).toMatchObject({ state: 'verified', entityId: await setOf() });
    expect(await other.failure('offersets.drafts.get', { id: draft.id })).toMatchObject({ code: 'not-found' });
    const { total } = await other.call('offersets.list', { filter: { account, text: 'Cut short' } });
    expect(total).toBe(1);
  });
});

interface MadeSet {
  readonly setId: string;
  /** Drafts of the offers that are to be made for it. */
  readonly drafts: readonly string[];
}

describe('a set from its beginning to the agreements', () => {
  it('is made, takes its offers, is released, and is taken by its buyer', async () => {
    const stage = await startPublishingStage();
    await sync(stage, 'offers');
    const made = await makeSet(stage);
    await fillAndRelease(stage, made);
    await seeAgreements(stage, made);
  });

  /** From a draft and a clone, which learn its ID. */
  async function makeSet(stage: PublishingStage): Promise<MadeSet> {
    const { core, account } = stage;
    const own = await makeDraft(core, account, { change: (draft) => ({ ...draft, buyers: [BUYER] }) });
    const { draft, failed } = await core.call('offersets.drafts.create', {
      account,
      draftIds: [own.id],
      offerIds: [SEED_OFFER, seedId('offer', 'relay-b in bundle')],
    });
    // A draft at AWS cannot be copied, and keeps nothing else from being there.
    expect(failed).toMatchObject([{ error: { code: 'not-released' } }]);
    const drafts = draft.document.draftIds;
    expect(drafts).toHaveLength(2);
    const { document: atlas } = await core.call('drafts.get', { id: own.id });
    await edit(stage, drafts[1] ?? '', (clone) => ({
      ...clone,
      isRenewal: false,
      availabilityEndDate: atlas.availabilityEndDate,
    }));
    const before = await core.call('offersets.drafts.preflight', { id: draft.id });
    expect(before.findings.filter(({ stage: when }) => when === 'request').map(({ ruleId }) => ruleId)).toEqual([
      'set-name-missing',
    ]);
    expect(
      await core.failure('offersets.drafts.publish', {
        draftId: draft.id,
        revision: draft.revision,
        intent: 'draft',
        confirmedAccountId: SELLER,
      }),
    ).toMatchObject({ code: 'preflight-failed', fields: [{ path: 'name' }] });
    const saved = await editSet(stage, draft.id, { name: 'Both of them', buyerNotes: 'Take both.' });
    const wish = { draftId: draft.id, revision: saved.revision, confirmedAccountId: SELLER } as const;
    expect(await core.failure('offersets.drafts.publish', { ...wish, intent: 'release' })).toMatchObject({
      code: 'not-supported',
    });
    expect(
      await core.failure('offersets.drafts.publish', { ...wish, intent: 'draft', confirmedAccountId: '999988887777' }),
    ).toMatchObject({ code: 'wrong-account' });
    expect(
      await core.failure('offersets.drafts.publish', { ...wish, intent: 'draft', revision: saved.revision - 1 }),
    ).toMatchObject({ code: 'draft-changed' });
    const { json } = await core.call('offersets.drafts.request', { id: draft.id, intent: 'draft' });
    expect(JSON.parse(json)).toMatchObject({
      ChangeSet: [
        { ChangeType: 'CreateOfferSet', DetailsDocument: { Name: 'Both of them' } },
        { ChangeType: 'UpdateInformation', DetailsDocument: { BuyerNotes: 'Take both.' } },
      ],
    });
    const change = await publishSet(stage, draft.id, 'draft');
    expect(change).toMatchObject({ kind: 'offer-set-create', state: 'verified', differences: [] });
    const setId = change.entityId ?? '';
    expect(setId).toMatch(/^offerset-/);
    await expect
      .poll(async () => (await core.call('drafts.get', { id: drafts[0] ?? '' })).document.offerSetId)
      .toBe(setId);
    expect((await core.call('drafts.get', { id: drafts[1] ?? '' })).document.offerSetId).toBe(setId);
    expect((await core.call('offersets.drafts.list', { account })).drafts).toEqual([]);
    const page = await core.call('offersets.get', { account, offerSetId: setId });
    expect(page).toMatchObject({ summary: { state: 'draft', madeHere: true }, offers: [], candidates: [] });
    expect(page.drafts.map(({ id }) => id).toSorted()).toEqual([...drafts].toSorted());
    return { setId, drafts };
  }

  async function fillAndRelease(stage: PublishingStage, { setId, drafts }: MadeSet): Promise<void> {
    const { core, account, simulator } = stage;
    const [first = '', second = ''] = drafts;
    const publishOffer = async (id: string) => {
      const { revision } = await core.call('drafts.get', { id });
      const { change } = await core.call('offers.publish', {
        ...publishInput({ id, revision }),
        acknowledgedWarnings: (await core.call('drafts.preflight', { id })).findings.map(({ ruleId }) => ruleId),
      });
      const done = await reached(core, change.id, 'verified', 'failed', 'refused');
      expect(done).toMatchObject({ state: 'verified' });
      return done.offerId ?? '';
    };
    const one = await publishOffer(first);
    const { draft } = await core.call('offersets.drafts.create', { account, offerSetId: setId });
    expect(draft.document.offerIds).toEqual([one]);
    const early = await core.call('offersets.drafts.preflight', { id: draft.id });
    expect(early.findings.map(({ ruleId }) => ruleId)).toEqual(['set-too-few-offers', 'set-open-drafts']);
    // Put into the set one by one; what is put in is there when the set is opened again.
    expect(await publishSet(stage, draft.id, 'draft')).toMatchObject({ kind: 'offer-set-update', differences: [] });
    const two = await publishOffer(second);
    const again = (await core.call('offersets.drafts.create', { account, offerSetId: setId })).draft;
    expect(again.document.offerIds.toSorted()).toEqual([one, two].toSorted());
    const saved = await editSet(stage, again.id, { buyerNotes: 'Take both of them.' });
    // Somebody else changes the set meanwhile: it comes in, and is looked at first.
    const other = await stage.startAnother();
    const elsewhere = await other.call('offersets.drafts.create', { account, offerSetId: setId });
    expect(elsewhere.draft.id).toBe(again.id);
    await simulator.control.failNextChangeSet({
      accountId: SELLER,
      failureCode: 'CLIENT_ERROR',
      changeType: 'ReleaseOfferSet',
      errorCode: 'MISSING_BUYER_NOTES',
      message: 'made to fail',
    });
    const failed = await publishSet(stage, again.id, 'release');
    expect(failed).toMatchObject({ state: 'failed', errors: [{ path: 'buyerNotes', code: 'MISSING_BUYER_NOTES' }] });
    expect((await core.call('offersets.drafts.get', { id: again.id })).document.buyerNotes).toBe('Take both of them.');
    expect(saved.id).toBe(again.id);
    const released = await publishSet(stage, again.id, 'release');
    expect(released).toMatchObject({ kind: 'offer-set-release', state: 'verified', differences: [] });
    const detail = await core.call('offersets.get', { account, offerSetId: setId });
    expect(detail.summary).toMatchObject({ state: 'released', buyers: [BUYER], offerCount: 2 });
    expect(detail.offers.every(({ url }) => url?.startsWith('https://'))).toBe(true);
    expect(await core.failure('offersets.drafts.create', { account, offerSetId: setId })).toMatchObject({
      code: 'already-published',
    });
    const versions = await core.call('versions.list', { account, entityType: 'OfferSet', entityId: setId });
    expect(versions.sides.map(({ version }) => version?.kind)).toEqual(['released', 'aws-draft', 'aws-draft']);
  }

  async function seeAgreements(stage: PublishingStage, { setId }: MadeSet): Promise<void> {
    const { core, account, simulator } = stage;
    const made = await simulator.control.acceptOfferSet({ offerSetId: setId, buyerAccountId: BUYER });
    await sync(stage, 'agreements');
    const detail = await core.call('offersets.get', { account, offerSetId: setId });
    expect(detail.agreements).toHaveLength(2);
    expect(detail.agreements.every(({ acceptor }) => acceptor === BUYER)).toBe(true);
    expect(JSON.stringify(made)).toContain(detail.agreements[0]?.id);
    const { items } = await core.call('offersets.list', { filter: { account } });
    expect(items.find(({ id }) => id === setId)).toMatchObject({ agreementCount: 2 });
  }
});
