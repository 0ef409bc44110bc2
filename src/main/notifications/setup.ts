/** Makes the calls of a plan one by one through the journal, each with its state on disk; a run that stopped goes on by running again. */
import type { QueueStep } from '../../shared/contract/notifications.ts';
import type { Change } from '../../shared/domain/change/change.ts';
import type { PlannedCall } from '../../shared/domain/notification/plan.ts';
import { createAppError, OfferdeckError, type AppError } from '../../shared/errors/app-error.ts';
import type { AwsAccess, CallOptions } from '../aws/access.ts';
import type { Changes } from '../changes/index.ts';
import type { EventBus } from '../events.ts';
import type { JobReporter } from '../jobs/index.ts';
import type { Database } from '../storage/database.ts';
import { createQueueState, createSetupCalls, findSetupCall } from './calls.ts';
import { refuseForeign } from './foreign.ts';
import type { QueueStore } from './queue-store.ts';

export interface RunnerDependencies {
  readonly aws: AwsAccess;
  readonly changes: Pick<Changes, 'beginCall' | 'get' | 'handlers'>;
  readonly database: Database;
  readonly events: EventBus;
  readonly queues: QueueStore;
}

export interface PlanRun {
  readonly account: string;
  readonly confirmedAccountId: string;
  readonly kind: 'notification-setup' | 'notification-removal';
  readonly calls: readonly PlannedCall[];
}

export function createPlanRunner(deps: RunnerDependencies) {
  const { aws, changes, database, events, queues } = deps;
  const setupCalls = createSetupCalls(aws);
  const state = createQueueState(aws);

  /** Resolves when the journal has done with a write, or has stopped for a person. */
  function settled(id: string, signal: AbortSignal): Promise<Change> {
    return new Promise((resolve, reject) => {
      const end = (finish: () => void) => {
        stop();
        signal.removeEventListener('abort', abort);
        finish();
      };
      const look = () => {
        const change = changes.get(id);
        if (isSettled(change)) end(() => resolve(change));
      };
      const abort = () => end(() => reject(new OfferdeckError(createAppError('cancelled'))));
      const stop = events.subscribe((name, payload) => {
        if (name === 'changes.changed' && 'id' in payload && payload.id === id) look();
      });
      signal.addEventListener('abort', abort);
      if (signal.aborted) abort();
      else look();
    });
  }

  /** A process may have died with a call under way: the journal sees it through before anything is sent beside it. */
  async function settleEarlier(account: string, signal: AbortSignal): Promise<void> {
    const open = database.all<{ id: string; paused: number }>(
      `SELECT id, paused FROM changes WHERE account = ? AND kind IN ('notification-setup', 'notification-removal')
         AND state IN ('intended', 'sending', 'sent')`,
      account,
    );
    for (const { id, paused } of open) {
      if (paused === 1) await changes.handlers['changes.resume']({ id }, { signal });
      await settled(id, signal);
    }
  }

  async function make(run: PlanRun, call: PlannedCall, signal: AbortSignal): Promise<QueueStep['state']> {
    const options: CallOptions = { priority: 'user', signal };
    const { account, kind, confirmedAccountId } = run;
    if (await findSetupCall(setupCalls, call).look(account, call.request as never, options)) return 'already';
    if (kind === 'notification-setup') await refuseForeign(state, account, call, options);
    const begun = await changes.beginCall(
      { account, kind, title: titleOf(call), entityType: 'EventQueue', entityId: null, payload: call },
      { confirmedAccountId, signal },
    );
    const change = await settled(begun.id, signal);
    if (change.state === 'succeeded' || change.state === 'verified') return 'done';
    throw new OfferdeckError(change.error ?? createAppError('internal', { params: { name: call.operation } }));
  }

  return async function runPlan(run: PlanRun, report: JobReporter, signal: AbortSignal): Promise<void> {
    const { account, calls } = run;
    let steps: QueueStep[] = calls.map((call) => ({ ...call, state: 'waiting', error: null }));
    const note = (index: number, change: Pick<QueueStep, 'state' | 'error'>) => {
      steps = steps.map((step, at) => (at === index ? { ...step, ...change } : step));
      queues.setSteps(account, steps);
      events.emit('notifications.queuesChanged', { account });
      report.progress(steps.filter((step) => step.state === 'done' || step.state === 'already').length, steps.length);
    };
    await settleEarlier(account, signal);
    for (const [index, call] of calls.entries()) {
      note(index, { state: 'running', error: null });
      try {
        note(index, { state: await make(run, call, signal), error: null });
      } catch (error) {
        note(index, { state: 'failed', error: toAppError(error) });
        throw error;
      }
    }
  };
}

function isSettled({ state, paused }: Change): boolean {
  return paused || ['succeeded', 'verified', 'failed', 'cancelled', 'refused'].includes(state);
}

/** What the activity list shows: the operation, and the name of what it is about. */
function titleOf({ operation, request }: PlannedCall): string {
  const url = request['QueueUrl'];
  const name =
    request['QueueName'] ??
    request['Name'] ??
    request['Rule'] ??
    (typeof url === 'string' ? url.split('/').at(-1) : undefined) ??
    request['TopicArn'] ??
    request['SubscriptionArn'];
  return [operation, typeof name === 'string' ? name : ''].filter(Boolean).join(' ');
}

function toAppError(error: unknown): AppError {
  if (error instanceof OfferdeckError) return error.data;
  return createAppError('internal', { params: { name: 'notifications' } });
}
