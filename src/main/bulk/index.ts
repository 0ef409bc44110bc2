/** Bulk: one action over many drafts, offers or deals and accounts, previewed, paced, resumed after a crash, taken back where AWS allows it. */
import { randomUUID } from 'node:crypto';
import type { BulkAction, BulkRun } from '../../shared/domain/bulk/bulk.ts';
import type { ParsedInput } from '../../shared/contract/index.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { AwsAccess } from '../aws/access.ts';
import type { EventBus } from '../events.ts';
import type { HandlersOf } from '../handlers.ts';
import { cloneForBuyers, readBuyers, type CloneDependencies } from './clone.ts';
import { createEstimator } from './estimate.ts';
import { paceOf } from './pace.ts';
import { planAction, type PlanDependencies, type PlannedRow } from './plan.ts';
import { createRunner, type RunnerDependencies } from './runner.ts';
import { createBulkStore, type StoredRun } from './store.ts';
import { formatRun } from './text.ts';
import { createUndo } from './undo.ts';

export interface Bulk {
  readonly handlers: HandlersOf<'bulk'>;
  /** Goes on with runs that nobody works on. Called periodically. */
  tend(): void;
  close(): void;
}

export type BulkDependencies = Omit<PlanDependencies, 'undo' | 'drafts'> &
  Omit<RunnerDependencies, 'store'> &
  Omit<CloneDependencies, 'drafts'> & {
    readonly drafts: PlanDependencies['drafts'] & CloneDependencies['drafts'];
    readonly events: EventBus;
    readonly aws: Pick<AwsAccess, 'leftToday' | 'estimate'>;
  };

export function createBulk(deps: BulkDependencies): Bulk {
  const { database, accounts, events, changes } = deps;
  const store = createBulkStore(deps);
  const runner = createRunner({ ...deps, store });
  const undo = createUndo({ database, store });
  const estimator = createEstimator({ ...deps, store });
  const plan = (action: BulkAction, signal: AbortSignal) => planAction({ ...deps, undo }, action, signal);

  function toRun(run: StoredRun): BulkRun {
    const { acknowledgedWarnings: _read, ...rest } = run;
    const counts = store.counts(run.id);
    const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
    return { ...rest, counts, total, remainingMs: run.state === 'running' ? estimator.remaining(run, counts) : null };
  }

  function accountsOf(rows: readonly PlannedRow[]) {
    const counted = new Map<string, number>();
    for (const { account, problems } of rows) {
      counted.set(account, (counted.get(account) ?? 0) + (problems.length === 0 ? 1 : 0));
    }
    return [...counted].map(([account, count]) => ({
      account,
      awsAccountId: accounts.getSettings(account).awsAccountId,
      rows: count,
    }));
  }

  function leftToday(account: string, kind: BulkAction['kind']): number | null {
    const left = deps.aws.leftToday(account, paceOf(kind).operation);
    return Number.isFinite(left) ? left : null;
  }

  async function start(
    { action, confirmedAccountIds: confirmed, leaveOut }: ParsedInput<'bulk.start'>,
    signal: AbortSignal,
  ): Promise<StoredRun> {
    const planned = await plan(action, signal);
    const unwanted = new Set(leaveOut);
    const ready = planned.filter(({ problems, position }) => problems.length === 0 && !unwanted.has(position));
    if (ready.length === 0) fail('nothing-to-send', { params: { name: action.kind } });
    const involved = accountsOf(ready);
    for (const { account, awsAccountId } of involved) {
      if (confirmed[account] === awsAccountId) continue;
      fail('wrong-account', {
        params: { expected: confirmed[account] ?? '-', actual: awsAccountId },
        action: { kind: 'open-account', account },
      });
    }
    refuseUnread(ready, action.acknowledgedWarnings);
    const id = randomUUID();
    const undoes = action.kind === 'undo' ? action.runId : null;
    store.insert(
      { id, kind: action.kind, accounts: involved, undoes, acknowledgedWarnings: action.acknowledgedWarnings },
      { kind: action.kind, acknowledgedWarnings: action.acknowledgedWarnings },
      ready,
    );
    events.emit('bulk.changed', { runId: id });
    runner.tend();
    return store.get(id);
  }

  function go(runId: string): StoredRun {
    store.setState(runId, 'running');
    for (const { account } of store.get(runId).accounts) {
      for (const row of store.moving(runId, account)) if (row.paused) changes.resume(row.changeId);
    }
    events.emit('bulk.changed', { runId });
    runner.tend();
    return store.get(runId);
  }

  return {
    tend: runner.tend,
    close: runner.close,
    handlers: {
      async 'bulk.preview'({ action }, { signal }) {
        const rows = await plan(action, signal);
        const involved = accountsOf(rows);
        return {
          rows: rows.map(({ task: _task, ...row }) => row),
          accounts: involved.map((each) => ({ ...each, leftToday: leftToday(each.account, action.kind) })),
          estimateMs: estimator.before(action.kind, involved),
        };
      },
      'bulk.start': async (input, { signal }) => toRun(await start(input, signal)),
      'bulk.list': async ({ page, pageSize }) => ({
        items: store.list({ limit: pageSize, offset: (page - 1) * pageSize }).map(toRun),
        total: store.countRuns(),
      }),
      'bulk.get': async ({ runId }) => toRun(store.get(runId)),
      'bulk.rows': async ({ runId, states, page, pageSize }) => ({
        items: store.rows(runId, states, { limit: pageSize, offset: (page - 1) * pageSize }),
        total: store.countRows(runId, states),
      }),
      async 'bulk.stop'({ runId }) {
        if (['running', 'held'].includes(store.get(runId).state)) store.setState(runId, 'stopped');
        events.emit('bulk.changed', { runId });
        return toRun(store.get(runId));
      },
      async 'bulk.resume'({ runId }) {
        const run = store.get(runId);
        return toRun(run.state === 'held' || run.state === 'stopped' ? go(runId) : run);
      },
      async 'bulk.retry'({ runId }) {
        store.get(runId);
        store.requeueFailed(runId);
        return toRun(go(runId));
      },
      'bulk.text': async ({ runId, headings }) => formatRun(store, store.get(runId), headings),
      async 'bulk.readBuyers'({ text }) {
        const { buyers, problems } = readBuyers(text);
        return {
          buyers: [...buyers],
          problems: problems.map((problem) => ({ ...problem, params: { ...problem.params } })),
        };
      },
      'bulk.cloneForBuyers': async (input, { signal }) => {
        const draftIds = await cloneForBuyers(deps, input, signal);
        const account =
          input.source.kind === 'offer' ? input.source.account : deps.drafts.getRecord(input.source.draftId).account;
        events.emit('drafts.changed', { id: draftIds[0] ?? '', account });
        return { draftIds };
      },
    },
  };
}

function refuseUnread(rows: readonly PlannedRow[], read: readonly string[]): void {
  const open = rows.flatMap(({ warnings }) => warnings.filter(({ ruleId }) => !read.includes(ruleId)));
  if (open.length === 0) return;
  fail('preflight-failed', {
    params: { count: open.length },
    fields: open.slice(0, 50).map(({ ruleId, messageKey, params }) => ({ path: ruleId, messageKey, params })),
  });
}
