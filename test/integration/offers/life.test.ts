import { StartChangeSetCommand } from '@aws-sdk/client-marketplace-catalog';
import { describe, expect, it } from 'vitest';
import { createClock } from '../../../src/main/hosts/common/clock.ts';
import type { MethodInput } from '../../../src/shared/contract/index.ts';
import { addDays } from '../../../src/shared/domain/dates/plain-date.ts';
import type { OfferAction } from '../../../src/shared/domain/offer/life/action.ts';
import {
  makeDraft,
  publishInput,
  reached,
  requestsOf,
  SELLER,
  SPEED,
  startPublishingStage,
  type PublishingStage,
} from '../../support/publishing-stage.ts';
import { accountsOf, catalogClient } from '../../support/simulator.ts';

const today = () => new Date().toISOString().slice(0, 10);
const everything = { account: null, text: '', states: [], productIds: [], buyer: '' };

/** A stage with the offers of the seed world in the copy. */
async function stageWithOffers() {
  const stage = await startPublishingStage();
  const { core, account } = stage;
  const { jobId } = await core.call('offers.sync', { account });
  await core.nextEvent('jobs.changed', ({ id, endedAt }) => id === jobId && endedAt !== null);
  const { items } = await core.call('offers.list', { pageSize: 200, filter: everything });
  const find = (name: string) => {
    const found = items.find((offer) => offer.name === name && offer.account === account);
    if (!found) throw new Error(`the seed world has no offer ${name}`);
    return found.id;
  };
  return { ...stage, find };
}

/** Plans the action as the screen does, and sends what was planned. */
async function act(
  { core, account }: PublishingStage,
  offerId: string,
  action: OfferAction,
  changes: Partial<MethodInput<'offers.change'>> = {},
) {
  const plan = await core.call('offers.plan', { account, offerId, action });
  const { change } = await core.call('offers.change', {
    account,
    offerId,
    action,
    revision: plan.revision,
    confirmedAccountId: plan.awsAccountId,
    acknowledgedWarnings: plan.findings.map(({ ruleId }) => ruleId),
    ...changes,
  });
  return { plan, change };
}

describe('the copies of offers and products', () => {
  it('are read again by themselves once they are old, as the settings say', async () => {
    const clock = createClock(SPEED);
    const { core, account } = await startPublishingStage({ clock });
    const ended = (kind: string) =>
      core.eventsOf('jobs.changed').filter((job) => job.kind === kind && job.endedAt !== null).length;
    await core.call('offers.sync', { account });
    await core.nextEvent('jobs.changed', () => ended('offers.sync') === 1);
    const { syncedAt } = await core.call('offers.list', { filter: everything });
    const { syncEveryMinutes } = await core.call('app.preferences.get', {});
    clock.setOffset(((syncEveryMinutes ?? 0) + 1) * 60_000);
    await core.nextEvent('jobs.changed', () => ended('offers.sync') === 2 && ended('products.sync') === 2);
    const again = await core.call('offers.list', { filter: { ...everything, account } });
    expect(Date.parse(again.syncedAt ?? '')).toBeGreaterThan(Date.parse(syncedAt ?? '') || 0);
  });
});

describe('what is done with offers at AWS', () => {
  it('moves the expiration of an active offer, and of an expired one, which is active again', async () => {
    const stage = await stageWithOffers();
    const { core, account, find } = stage;
    const later = addDays(today(), 50);
    const { plan, change } = await act(stage, find('Oddwater Atlas 2-year offer'), {
      kind: 'expiry',
      availabilityEndDate: later,
      agreementDuration: null,
    });
    expect(plan).toMatchObject({ awsAccountId: SELLER, state: 'active', findings: [] });
    expect(JSON.parse(plan.request)).toMatchObject({
      ChangeSet: [{ ChangeType: 'UpdateAvailability', DetailsDocument: { AvailabilityEndDate: later } }],
    });
    expect(await reached(core, change.id, 'verified')).toMatchObject({ kind: 'offer-expiry', differences: [] });
    const expired = find('Oddwater Atlas spring offer');
    const again = await act(stage, expired, { kind: 'expiry', availabilityEndDate: later, agreementDuration: null });
    expect(again.plan.findings.map(({ ruleId }) => ruleId)).toEqual(['life.accepted-again']);
    await reached(core, again.change.id, 'verified');
    const { summary } = await core.call('offers.get', { account, offerId: expired });
    expect(summary).toMatchObject({ state: 'active', availabilityEndDate: later });
  });

  it('is not sent past a second instalment, nor when a rule says no', async () => {
    const stage = await stageWithOffers();
    const { core, account, find, simulator } = stage;
    const offerId = find('Oddwater Atlas in four payments');
    const action = { kind: 'expiry' as const, availabilityEndDate: addDays(today(), 200), agreementDuration: null };
    const plan = await core.call('offers.plan', { account, offerId, action });
    expect(plan.findings.map(({ ruleId }) => ruleId)).toContain('charges-before-expiry');
    const before = requestsOf(simulator, 'StartChangeSet').length;
    const wish = { account, offerId, action, revision: plan.revision, confirmedAccountId: SELLER };
    expect(await core.failure('offers.change', wish)).toMatchObject({ code: 'preflight-failed' });
    expect(requestsOf(simulator, 'StartChangeSet')).toHaveLength(before);
  });

  it('lengthens an annual image offer together with its last day', async () => {
    const stage = await stageWithOffers();
    const { core, account, find } = stage;
    const offerId = find('Moorings by the year');
    const availabilityEndDate = addDays(today(), 400);
    const short = await core.call('offers.plan', {
      account,
      offerId,
      action: { kind: 'expiry', availabilityEndDate, agreementDuration: null },
    });
    expect(short.findings.map(({ ruleId }) => ruleId)).toContain('service-duration-too-short');
    const { change } = await act(stage, offerId, {
      kind: 'expiry',
      availabilityEndDate,
      agreementDuration: short.suggestedDuration,
    });
    expect(await reached(core, change.id, 'verified', 'failed')).toMatchObject({ state: 'verified', differences: [] });
  });

  it('cancels, once', async () => {
    const stage = await stageWithOffers();
    const { core, account, find } = stage;
    const offerId = find('Beacon gold, last days');
    const { change, plan } = await act(stage, offerId, { kind: 'cancel' });
    expect(plan.findings).toMatchObject([{ ruleId: 'life.cancel-keeps-subscribers', severity: 'info' }]);
    expect(await reached(core, change.id, 'verified')).toMatchObject({ kind: 'offer-cancel', differences: [] });
    expect((await core.call('offers.get', { account, offerId })).summary.state).toBe('expired');
    const again = await core.call('offers.plan', { account, offerId, action: { kind: 'cancel' } });
    expect(again.findings).toMatchObject([{ ruleId: 'life.already-expired', severity: 'error' }]);
  });

  it('looks for what an answer hid before it sends again', async () => {
    const stage = await stageWithOffers();
    const { core, find, simulator } = stage;
    simulator.control.addFault({ kind: 'drop-after', operation: 'StartChangeSet', times: 1 });
    const { change } = await act(stage, find('Logbook for Oddwater'), {
      kind: 'rename',
      name: 'Logbook for Oddwater, 2nd',
      description: 'deal 9',
    });
    expect(await reached(core, change.id, 'verified')).toMatchObject({ differences: [] });
    expect(requestsOf(simulator, 'StartChangeSet')).toHaveLength(1);
  });

  it('refuses the wrong account, a plan that is out of date, and a second write at the same time', async () => {
    const stage = await stageWithOffers();
    const { core, account, find, simulator } = stage;
    const offerId = find('Krill Gateway for Oddwater');
    const action = { kind: 'rename' as const, name: 'Krill, renamed', description: 'deal 10' };
    const plan = await core.call('offers.plan', { account, offerId, action });
    const wish = { account, offerId, action, revision: plan.revision, confirmedAccountId: SELLER };
    expect(await core.failure('offers.change', { ...wish, confirmedAccountId: '999999999999' })).toMatchObject({
      code: 'wrong-account',
    });
    const { isv } = accountsOf(simulator);
    const elsewhere = await catalogClient(simulator, isv).send(
      new StartChangeSetCommand({
        Catalog: 'AWSMarketplace',
        ChangeSet: [
          {
            ChangeType: 'UpdateInformation',
            Entity: { Type: 'Offer@1.0', Identifier: offerId },
            DetailsDocument: { Description: 'Changed elsewhere' },
          },
        ],
      }),
    );
    expect(elsewhere.ChangeSetId).toBeTruthy();
    simulator.control.advanceClock(3 * 60 * 60 * 1000);
    expect(await core.failure('offers.change', wish)).toMatchObject({ code: 'entity-changed' });
    const fresh = await core.call('offers.plan', { account, offerId, action });
    const replies = await Promise.all(
      [1, 2].map(() => core.core.call('offers.change', { ...wish, revision: fresh.revision })),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.flatMap((reply) => (reply.ok ? [] : [reply.error.code]))).toEqual(['already-under-way']);
  });

  it('gives a paused write up for good, so that the offer is free for another', async () => {
    const stage = await stageWithOffers();
    const { core, account, find, simulator } = stage;
    const offerId = find('Plankton for Oddwater');
    simulator.control.addFault({ kind: 'expired-credentials', operation: 'StartChangeSet', times: 2 });
    const action = { kind: 'rename' as const, name: 'Plankton, renamed', description: 'deal 11' };
    const { change } = await act(stage, offerId, action);
    await core.nextEvent('changes.changed', ({ id, paused }) => id === change.id && paused);
    const ended = await core.call('changes.abandon', { id: change.id });
    expect(ended).toMatchObject({ state: 'refused', paused: false, error: { code: 'abandoned' } });
    expect(await core.failure('changes.abandon', { id: change.id })).toMatchObject({ code: 'cannot-abandon' });
    const next = await act(stage, offerId, action);
    expect(await reached(core, next.change.id, 'verified')).toMatchObject({ entityId: offerId });
    const { items } = await core.call('changes.list', { account, entityId: offerId, kinds: ['offer-rename'] });
    expect(items.map(({ state }) => state)).toEqual(['verified', 'refused']);
  });
});

describe('clones, drafts at AWS, and what one does not want to see', () => {
  it('carries the custom EULA along and publishes it again, with dates out of the past and the seller among the buyers', async () => {
    const { core, account, find, simulator } = await stageWithOffers();
    const settings = (await core.call('accounts.list', {})).accounts.find(({ key }) => key === account);
    const source = find('Cell Planner enterprise');
    const clone = await core.call('drafts.create', { account, productId: null, fromOfferId: source, shiftDates: true });
    const keys = clone.notes.map(({ messageKey }) => messageKey);
    expect(keys).toContain('drafts:note.eula-kept');
    expect(clone.document.eula).toMatchObject({ kind: 'custom', file: { sizeBytes: expect.any(Number) } });
    expect(clone.document.buyers.includes(SELLER)).toBe(settings?.addSellerToBuyers ?? false);
    const document = { ...clone.document, name: 'Cell Planner, cloned' };
    const saved = await core.call('drafts.save', { id: clone.id, revision: clone.revision, document });
    const { findings } = await core.call('drafts.preflight', { id: clone.id });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { change } = await core.call('offers.publish', {
      ...publishInput({ id: clone.id, revision: saved.revision }),
      acknowledgedWarnings: findings.map(({ ruleId }) => ruleId),
    });
    expect(await reached(core, change.id, 'verified', 'failed')).toMatchObject({ state: 'verified', differences: [] });
    expect(requestsOf(simulator, 'PutObject')).toHaveLength(1);

    const past = await core.call('drafts.create', {
      account,
      productId: null,
      fromOfferId: find('Oddwater Atlas spring offer'),
      shiftDates: true,
    });
    expect(past.document.availabilityEndDate).toBe(addDays(today(), 30));
  });

  it('goes on with the same local draft of an AWS-side draft, and hides what one does not want to see', async () => {
    const { core, account } = await startPublishingStage();
    const made = await makeDraft(core, account);
    const { change } = await core.call('offers.publish', publishInput(made, 'draft'));
    const offerId = (await reached(core, change.id, 'verified')).offerId ?? '';
    const edit = () => core.call('drafts.create', { account, productId: null, fromOfferId: offerId });
    const first = await edit();
    const second = await edit();
    expect(second).toMatchObject({ id: first.id, notes: [{ messageKey: 'drafts:note.opened-before' }] });

    const ids = async (hidden?: boolean) => {
      const filter = { ...everything, account, ...(hidden === undefined ? {} : { hidden }) };
      return (await core.call('offers.list', { pageSize: 200, filter })).items.map(({ id }) => id);
    };
    expect(await ids()).toContain(offerId);
    await core.call('offers.hide', { refs: [{ account, offerId }], hidden: true });
    expect(await ids()).not.toContain(offerId);
    expect(await ids(true)).toEqual([offerId]);
    expect((await core.call('offers.get', { account, offerId })).summary.hidden).toBe(true);
    await core.call('offers.hide', { refs: [{ account, offerId }], hidden: false });
    expect(await ids()).toContain(offerId);
  });
});
