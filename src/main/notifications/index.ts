/** Notifications: the queue of each account (set up, listened to, taken down) and the inbox that it fills. */
import { randomUUID } from 'node:crypto';
import { toTemplate } from '../../shared/domain/notification/cloudformation.ts';
import type { IncomingEvent } from '../../shared/domain/notification/incoming.ts';
import { APP_SOURCE, NOTIFICATION_KINDS } from '../../shared/domain/notification/kinds.ts';
import { planRemoval, planSetup } from '../../shared/domain/notification/plan.ts';
import { arnsOf, findConfigProblems, queueUrl, type QueueConfig } from '../../shared/domain/notification/queue.ts';
import { fail, type AppError } from '../../shared/errors/app-error.ts';
import { buildPolicy } from '../accounts/policy.ts';
import type { AccountStore } from '../accounts/store.ts';
import type { AwsAccess } from '../aws/access.ts';
import type { Changes } from '../changes/index.ts';
import type { EventBus } from '../events.ts';
import type { HandlersOf } from '../handlers.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Clock, Logger, Notifier, PreferenceStore } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import type { Leases } from '../storage/leases.ts';
import { createQueueState } from './calls.ts';
import { checkQueue, countDeadLetters } from './check.ts';
import { exportNotifications } from './export.ts';
import { createIntake } from './intake.ts';
import { listNotifications, markRead } from './list-query.ts';
import { createOwnership } from './ownership.ts';
import type { QueueStore } from './queue-store.ts';
import { createReactions, type Refreshers } from './reactions.ts';
import { resourcesOfConfig } from './resources.ts';
import { createPlanRunner, type PlanRun } from './setup.ts';
import { createNotificationStore } from './store.ts';
import { announceNotifications } from './system.ts';

export interface Notifications {
  readonly handlers: HandlersOf<'notifications'>;
  /** Listens where nobody does. Called periodically. */
  tend(): void;
  /** Removes what is older than the person wants to keep it. */
  prune(): Promise<void>;
  close(): Promise<void>;
}

export interface NotificationDependencies {
  readonly aws: AwsAccess;
  readonly accounts: AccountStore;
  readonly changes: Pick<Changes, 'beginCall' | 'get' | 'handlers'>;
  readonly clock: Clock;
  readonly database: Database;
  readonly events: EventBus;
  readonly jobs: Pick<Jobs, 'runJob'>;
  readonly leases: Leases;
  readonly logger: Logger;
  readonly notifier: Notifier;
  readonly preferences: PreferenceStore;
  readonly queues: QueueStore;
  readonly refreshers: Refreshers;
}

const DAY_MS = 86_400_000;
const PRUNE_AT_ONCE = 500;
/** How often the dead-letter queue is counted, in real time. */
const COUNT_DEAD_LETTERS_MS = 600_000;

export function createNotifications(deps: NotificationDependencies): Notifications {
  const { aws, accounts, clock, database, events, queues } = deps;
  const store = createNotificationStore(database);
  const state = createQueueState(aws);
  const runPlan = createPlanRunner(deps);
  const isOwn = createOwnership(database);
  const counted = new Map<string, number>();
  const now = () => new Date(clock.now()).toISOString();

  const intake = createIntake({
    ...deps,
    store,
    isOwn,
    react: createReactions(deps),
    onNew(account, notifications) {
      events.emit('notifications.changed', { account });
      announceNotifications({ ...deps, store }, accounts.getSettings(account).name, notifications);
    },
    onTrouble(account, error) {
      const added = store.add({ account, event: troubleEvent(error, now()), receivedAt: now(), own: false });
      if (!added) return;
      events.emit('notifications.changed', { account });
      announceNotifications({ ...deps, store }, accounts.getSettings(account).name, [added]);
    },
    async onIdle(account, signal) {
      if (clock.realNow() - (counted.get(account) ?? 0) < COUNT_DEAD_LETTERS_MS) return;
      counted.set(account, clock.realNow());
      const config = queues.find(account)?.config;
      if (!config) return;
      const { awsAccountId } = accounts.getSettings(account);
      const options = { priority: 'background' as const, signal };
      const count = await countDeadLetters({ state, account, awsAccountId, config, options });
      if (count === null || count === queues.find(account)?.deadLetters) return;
      queues.setDeadLetters(account, count);
      events.emit('notifications.queuesChanged', { account });
    },
  });

  function known(account: string) {
    return queues.find(account) ?? fail('not-found', { params: { name: accounts.getSettings(account).name } });
  }

  function announceQueue(account: string): void {
    intake.tend();
    events.emit('notifications.queuesChanged', { account });
  }

  function startRun(run: PlanRun, whenDone: () => void): { jobId: string } {
    const { id } = deps.jobs.runJob({
      kind: run.kind === 'notification-setup' ? 'notifications.setup' : 'notifications.removal',
      account: run.account,
      async work(report, signal) {
        await runPlan(run, report, signal);
        whenDone();
        announceQueue(run.account);
      },
    });
    return { jobId: id };
  }

  async function planOfRemoval(account: string, signal: AbortSignal) {
    const { config } = known(account);
    const { awsAccountId } = accounts.getSettings(account);
    const { queue } = arnsOf(awsAccountId, config);
    const subscriptions: string[] = [];
    for (const topicArn of config.source === 'topics' ? config.topicArns : []) {
      const found = await state.subscriptions(account, topicArn, { priority: 'user', signal });
      subscriptions.push(...found.filter(({ endpoint }) => endpoint === queue).map(({ arn }) => arn));
    }
    return { awsAccountId, config, calls: planRemoval(awsAccountId, config, subscriptions) };
  }

  return {
    tend: intake.tend,
    close: intake.close,
    async prune() {
      const { notificationDays } = await deps.preferences.get();
      if (notificationDays === null) return;
      const before = new Date(clock.now() - notificationDays * DAY_MS).toISOString();
      let any = false;
      while (store.prune(before, PRUNE_AT_ONCE) > 0) {
        any = true;
        await clock.sleep(0);
      }
      if (any) events.emit('notifications.changed', { account: null });
    },
    handlers: {
      'notifications.list': async (request) => listNotifications(database, request),
      async 'notifications.get'({ id }) {
        const found = store.find(id) ?? fail('not-found', { params: { name: String(id) } });
        return { ...found, document: store.document(id) };
      },
      async 'notifications.unread'() {
        const counts = store.unread();
        return { total: counts.reduce((sum, { count }) => sum + count, 0), accounts: counts };
      },
      async 'notifications.markRead'({ what, read }) {
        const count = markRead(database, what, read ? now() : null);
        if (count > 0) events.emit('notifications.changed', { account: null });
        return { count };
      },
      'notifications.export': async ({ filter, format, headings }) =>
        exportNotifications(database, store, {
          filter,
          format,
          headings,
          today: now().slice(0, 10),
          nameOf: (account) => accounts.getSettings(account).name,
        }),
      'notifications.choices': async () => ({
        choices: accounts
          .list()
          .flatMap(({ key }) =>
            NOTIFICATION_KINDS.map((kind) => ({ account: key, kind, choice: store.choiceOf(key, kind) })),
          ),
      }),
      async 'notifications.choose'({ account, kind, choice }) {
        accounts.getSettings(account);
        store.choose(account, kind, choice);
        events.emit('notifications.changed', { account });
        return {};
      },
      'notifications.queues': async () => ({ queues: queues.list() }),
      async 'notifications.plan'({ account, config }) {
        const settings = accounts.getSettings(account);
        refuseProblems(config);
        return {
          awsAccountId: settings.awsAccountId,
          calls: planSetup(settings.awsAccountId, config),
          policy: buildPolicy({
            settings,
            features: ['notifications', ...(config.source === 'existing' ? [] : (['notification-setup'] as const))],
            events: resourcesOfConfig(config),
          }),
        };
      },
      async 'notifications.setUp'({ account, config, confirmedAccountId }, { signal }) {
        const { awsAccountId } = accounts.getSettings(account);
        refuseProblems(config);
        if (config.source === 'existing') {
          await aws.confirmIdentity(account, { priority: 'user', signal });
          await state.attributes(account, queueUrl(awsAccountId, config.queueName), { priority: 'user', signal });
          queues.save(account, 'active', config, []);
          announceQueue(account);
          return { jobId: null };
        }
        const calls = planSetup(awsAccountId, config);
        queues.save(account, 'setting-up', config, waiting(calls));
        return startRun({ account, confirmedAccountId, kind: 'notification-setup', calls }, () =>
          queues.setState(account, 'active'),
        );
      },
      async 'notifications.planRemoval'({ account }, { signal }) {
        const { awsAccountId, calls } = await planOfRemoval(account, signal);
        return { awsAccountId, calls };
      },
      async 'notifications.tearDown'({ account, confirmedAccountId }, { signal }) {
        const { config, calls } = await planOfRemoval(account, signal);
        queues.save(account, 'removing', config, waiting(calls));
        intake.tend();
        return startRun({ account, confirmedAccountId, kind: 'notification-removal', calls }, () =>
          queues.remove(account),
        );
      },
      async 'notifications.forget'({ account }) {
        known(account);
        queues.remove(account);
        announceQueue(account);
        return {};
      },
      async 'notifications.pause'({ account, paused }) {
        const { state: current } = known(account);
        if (current === 'active' || current === 'paused') queues.setState(account, paused ? 'paused' : 'active');
        announceQueue(account);
        return {};
      },
      async 'notifications.template'({ account, config }) {
        const { prefix } = accounts.getSettings(account);
        refuseProblems(config);
        return {
          text: toTemplate(config),
          suggestedName: `offerdeck-events-${prefix}.yaml`,
          mediaType: 'application/yaml',
        };
      },
      async 'notifications.check'({ account }, { signal }) {
        const { config } = known(account);
        const { awsAccountId } = accounts.getSettings(account);
        const options = { priority: 'user' as const, signal };
        const { checks, deadLetters } = await checkQueue({ state, account, awsAccountId, config, options });
        if (deadLetters !== null) queues.setDeadLetters(account, deadLetters);
        return { checks };
      },
      async 'notifications.sendTest'({ account, confirmedAccountId }, { signal }) {
        const { config } = known(account);
        const { awsAccountId } = accounts.getSettings(account);
        const change = await deps.changes.beginCall(
          {
            account,
            kind: 'notification-test',
            title: config.queueName,
            entityType: 'EventQueue',
            entityId: null,
            payload: { queueUrl: queueUrl(awsAccountId, config.queueName), eventId: randomUUID(), time: now() },
          },
          { confirmedAccountId, signal },
        );
        return { changeId: change.id };
      },
    },
  };
}

function waiting<C extends object>(calls: readonly C[]) {
  return calls.map((call) => ({ ...call, state: 'waiting' as const, error: null }));
}

function refuseProblems(config: QueueConfig): void {
  const fields = findConfigProblems(config).map(({ path, problem }) => ({
    path: `config.${path}`,
    messageKey: `inbox:problem.${problem}`,
    params: {},
  }));
  if (fields.length > 0) fail('invalid-input', { fields });
}

/** What the app has to say itself goes through the same inbox; once for each time that it begins. */
function troubleEvent(error: AppError, time: string): IncomingEvent {
  return {
    dedupeKey: `trouble/${error.code}/${time}`,
    source: APP_SOURCE,
    detailType: 'queue-trouble',
    kind: 'app',
    time,
    subjects: [],
    title: '',
    buyer: null,
    status: error.code,
    document: error,
  };
}
