import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../../src/simulator/faults.ts';
import {
  countOffers,
  makeDraft,
  publishInput,
  reached,
  requestsOf,
  startPublishingStage,
} from '../../support/publishing-stage.ts';

const WORK_DONE: readonly FaultKind[] = [{ kind: 'drop-after' }, { kind: 'malformed-body' }];
const WORK_NOT_DONE: readonly FaultKind[] = [{ kind: 'drop-before' }, { kind: 'server-error', status: 503 }];

describe('after an unknown outcome', () => {
  for (const tokens of ['remembered', 'forgotten'] as const) {
    for (const eula of [false, true]) {
      it.each(WORK_DONE)(
        `finds what $kind hid instead of sending again (tokens ${tokens}, EULA ${eula})`,
        async (fault) => {
          const { core, account, simulator } = await startPublishingStage();
          const draft = await makeDraft(core, account, { eula });
          simulator.control.addFault({ ...fault, operation: 'StartChangeSet', times: 1 });
          if (tokens === 'forgotten')
            simulator.control.addFault({ kind: 'forget-tokens', operation: 'ListChangeSets' });
          const { change } = await core.call('offers.publish', publishInput(draft));
          expect(await reached(core, change.id, 'verified')).toMatchObject({ differences: [], error: null });
          expect(requestsOf(simulator, 'StartChangeSet')).toHaveLength(1);
          expect(await countOffers(simulator, 'Atlas 2027')).toBe(1);
        },
      );
    }
  }

  it.each(WORK_NOT_DONE)('proves that nothing was made before it sends again ($kind)', async (fault) => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeDraft(core, account, { eula: true });
    simulator.control.addFault({ ...fault, operation: 'StartChangeSet', times: 2 });
    const { change } = await core.call('offers.publish', publishInput(draft));
    await reached(core, change.id, 'verified');
    const operations = simulator.control.requests().map(({ operation }) => operation);
    const sends = operations.flatMap((operation, index) => (operation === 'StartChangeSet' ? [index] : []));
    expect(sends).toHaveLength(3);
    for (const [from, to] of [sends.slice(0, 2), sends.slice(1, 3)]) {
      // The first look at once, the last one when the index can no longer lag.
      const looks = operations.slice(from, to).filter((operation) => operation === 'ListChangeSets');
      expect(looks.length).toBeGreaterThanOrEqual(2);
    }
    const inputs = requestsOf(simulator, 'StartChangeSet').map(({ input }) => input);
    expect(new Set(inputs.map((input) => input['ClientRequestToken'])).size).toBe(1);
    expect(new Set(inputs.map((input) => input['ChangeSetName'])).size).toBe(1);
    expect(await countOffers(simulator, 'Atlas 2027')).toBe(1);
  });

  it('keeps looking while AWS cannot be reached, and shows why it waits', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeDraft(core, account);
    simulator.control.addFault({ kind: 'drop-after', operation: 'StartChangeSet', times: 1 });
    simulator.control.addFault({ kind: 'access-denied', operation: 'ListChangeSets', times: 3 });
    const { change } = await core.call('offers.publish', publishInput(draft));
    const waiting = await core.nextEvent(
      'changes.changed',
      ({ id, error }) => id === change.id && error?.code === 'access-denied',
    );
    expect(waiting.state).toBe('sending');
    expect(await reached(core, change.id, 'verified')).toMatchObject({ error: null });
    expect(await countOffers(simulator, 'Atlas 2027')).toBe(1);
  });
});
