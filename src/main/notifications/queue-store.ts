/** The queues of the accounts on disk: how each was set up, how far a set-up is, how polling is doing. */
import { queueStepSchema, type EventQueue, type QueueStep } from '../../shared/contract/notifications.ts';
import { defaultQueueConfig, queueConfigSchema, type QueueConfig } from '../../shared/domain/notification/queue.ts';
import { appErrorSchema, type AppError } from '../../shared/errors/app-error.ts';
import type { EventResources } from '../accounts/policy-events.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { resourcesOfConfig } from './resources.ts';

export interface QueueStore {
  list(): EventQueue[];
  find(account: string): EventQueue | null;
  save(account: string, state: EventQueue['state'], config: QueueConfig, steps: readonly QueueStep[]): void;
  setState(account: string, state: EventQueue['state']): void;
  setSteps(account: string, steps: readonly QueueStep[]): void;
  remove(account: string): void;
  polled(account: string, receivedAny: boolean): void;
  /** true when this failure was not known yet, by its code. */
  failed(account: string, error: AppError): boolean;
  setDeadLetters(account: string, count: number): void;
  noteProblem(account: string, problem: { messageId: string; deliveries: number; excerpt: string }): boolean;
  /** The names that a policy of the account speaks of. */
  resourcesOf(account: string): EventResources;
}

interface Row {
  account: string;
  config: string;
  state: EventQueue['state'];
  steps: string;
  polled_at: string | null;
  received_at: string | null;
  error: string | null;
  failing_since: string | null;
  dead_letters: number | null;
}

const MOST_PROBLEMS = 20;

export function createQueueStore({ database, clock }: { database: Database; clock: Clock }): QueueStore {
  // Polling is real work in real time, whatever the business clock shows.
  const now = () => new Date(clock.realNow()).toISOString();
  const toQueue = (row: Row): EventQueue => ({
    account: row.account,
    config: queueConfigSchema.parse(JSON.parse(row.config)),
    state: row.state,
    steps: queueStepSchema.array().parse(JSON.parse(row.steps)),
    polledAt: row.polled_at,
    receivedAt: row.received_at,
    error: row.error === null ? null : appErrorSchema.parse(JSON.parse(row.error)),
    failingSince: row.failing_since,
    deadLetters: row.dead_letters,
    problems: database
      .all<{ message_id: string; deliveries: number; excerpt: string; seen_at: string }>(
        `SELECT message_id, deliveries, excerpt, seen_at FROM queue_problems WHERE account = ? ORDER BY seen_at DESC LIMIT ${MOST_PROBLEMS}`,
        row.account,
      )
      .map(({ message_id, deliveries, excerpt, seen_at }) => ({
        messageId: message_id,
        deliveries,
        excerpt,
        seenAt: seen_at,
      })),
  });
  const find = (account: string): EventQueue | null => {
    const row = database.get<Row>('SELECT * FROM event_queues WHERE account = ?', account);
    return row ? toQueue(row) : null;
  };
  const set = (account: string, column: string, value: string | number | null) =>
    void database.run(`UPDATE event_queues SET ${column} = ?, updated_at = ? WHERE account = ?`, value, now(), account);
  return {
    find,
    list: () => database.all<Row>('SELECT * FROM event_queues ORDER BY account').map(toQueue),
    save(account, state, config, steps) {
      database.run(
        `INSERT INTO event_queues (account, config, state, steps, updated_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (account) DO UPDATE SET config = excluded.config, state = excluded.state, steps = excluded.steps,
           error = NULL, failing_since = NULL, updated_at = excluded.updated_at`,
        account,
        JSON.stringify(config),
        state,
        JSON.stringify(steps),
        now(),
      );
    },
    setState: (account, state) => set(account, 'state', state),
    setSteps: (account, steps) => set(account, 'steps', JSON.stringify(steps)),
    remove(account) {
      database.transaction(() => {
        database.run('DELETE FROM event_queues WHERE account = ?', account);
        database.run('DELETE FROM queue_problems WHERE account = ?', account);
      });
    },
    polled(account, receivedAny) {
      database.cacheTransaction(() =>
        database.run(
          `UPDATE event_queues SET polled_at = ?, received_at = coalesce(?, received_at), error = NULL, failing_since = NULL
           WHERE account = ?`,
          now(),
          receivedAny ? now() : null,
          account,
        ),
      );
    },
    failed(account, error) {
      const known = find(account)?.error?.code === error.code;
      database.run(
        'UPDATE event_queues SET error = ?, failing_since = coalesce(failing_since, ?) WHERE account = ?',
        JSON.stringify(error),
        now(),
        account,
      );
      return !known;
    },
    setDeadLetters: (account, count) => set(account, 'dead_letters', count),
    noteProblem(account, { messageId, deliveries, excerpt }) {
      const known = database.get(
        'SELECT 1 FROM queue_problems WHERE account = ? AND message_id = ?',
        account,
        messageId,
      );
      database.run(
        `INSERT INTO queue_problems (account, message_id, deliveries, excerpt, seen_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (account, message_id) DO UPDATE SET deliveries = excluded.deliveries, seen_at = excluded.seen_at`,
        account,
        messageId,
        deliveries,
        excerpt,
        now(),
      );
      return known === undefined;
    },
    resourcesOf(account) {
      return resourcesOfConfig(find(account)?.config ?? defaultQueueConfig());
    },
  };
}
