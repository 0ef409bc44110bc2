import { describe, expect, it } from 'vitest';
import { createClock } from '../../../src/main/hosts/common/clock.ts';
import { JOURNAL_POINTS, type JournalPoint } from '../../../src/main/ports.ts';
import {
  countOffers,
  makeDraft,
  publishInput,
  reached,
  requestsOf,
  SPEED,
  startingTomorrow,
  startPublishingStage,
} from '../../support/publishing-stage.ts';

const HOUR_MS = 60 * 60 * 1000;

/** A hook that calls back once, at the first arrival at a point. */
function onceAt(point: JournalPoint, work: () => void) {
  let armed = true;
  return (reached: JournalPoint) => {
    if (!armed || reached !== point) return;
    armed = false;
    work();
  };
}

describe('restarts', () => {
  it.each(JOURNAL_POINTS.filter((point) => point !== 'looked'))(
    'goes on after the core was closed at %s',
    async (point) => {
      const closed = Promise.withResolvers<void>();
      const stage = await startPublishingStage({
        onJournalPoint: onceAt(point, () => void stage.core.core.close().then(closed.resolve)),
      });
      const draft = await makeDraft(stage.core, stage.account, { eula: true });
      const { change } = await stage.core.call('offers.publish', publishInput(draft));
      await closed.promise;
      const next = await stage.startAnother({ onJournalPoint: () => {} });
      const done = async () => (await next.call('changes.get', { id: change.id })).state === 'verified';
      if (!(await done())) await reached(next, change.id, 'verified');
      expect(await countOffers(stage.simulator, 'Atlas 2027')).toBe(1);
      expect(requestsOf(stage.simulator, 'StartChangeSet')).toHaveLength(1);
    },
  );

  it('does not send an old intent by surprise, but when asked to', async () => {
    const closed = Promise.withResolvers<void>();
    const stage = await startPublishingStage({
      onJournalPoint: onceAt('intended', () => void stage.core.core.close().then(closed.resolve)),
    });
    const draft = await makeDraft(stage.core, stage.account, { change: startingTomorrow });
    const { change } = await stage.core.call('offers.publish', publishInput(draft));
    await closed.promise;
    const clock = createClock(SPEED);
    clock.setOffset(stage.simulator.control.advanceClock(2 * HOUR_MS));
    const next = await stage.startAnother({ clock, onJournalPoint: () => {} });
    const paused = await next.nextEvent('changes.changed', ({ id, error }) => id === change.id && error !== null);
    expect(paused).toMatchObject({ state: 'intended', error: { code: 'interrupted-before-sending', retryable: true } });
    expect(await countOffers(stage.simulator, 'Atlas 2027')).toBe(0);
    await next.call('changes.resume', { id: change.id });
    await reached(next, change.id, 'verified');
    expect(await countOffers(stage.simulator, 'Atlas 2027')).toBe(1);
  });
});

describe('two processes on one data folder', () => {
  it('share the journal: one works, both see it, neither sends twice', async () => {
    const { core, account, simulator, startAnother } = await startPublishingStage();
    const other = await startAnother();
    const draft = await makeDraft(core, account);
    const replies = await Promise.all(
      [core, other].map((process) => process.core.call('offers.publish', publishInput(draft))),
    );
    const accepted = replies.flatMap((reply) => (reply.ok ? [reply.value as { change: { id: string } }] : []));
    expect(replies.flatMap((reply) => (reply.ok ? [] : [reply.error.code]))).toEqual(['already-publishing']);
    const id = accepted[0]?.change.id ?? '';
    await Promise.all([core, other].map((process) => reached(process, id, 'verified')));
    expect(requestsOf(simulator, 'StartChangeSet')).toHaveLength(1);
    expect(await countOffers(simulator, 'Atlas 2027')).toBe(1);
  });
});
