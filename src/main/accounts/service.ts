/** Adds, changes, orders and removes seller accounts, their secrets with them. */
import { randomUUID } from 'node:crypto';
import type { AccessKeys, Account, AccountSettings } from '../../shared/domain/account/account.ts';
import { fail } from '../../shared/errors/app-error.ts';
import { eraseFreedBytes } from '../aws/credentials/secret-store.ts';
import type { Aws } from '../aws/index.ts';
import type { EventBus } from '../events.ts';
import type { Ports } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { expectedActions } from './features.ts';
import type { AccountRecord, AccountStore } from './store.ts';
import { validateSettings } from './validate.ts';

export interface AccountServiceDeps {
  readonly ports: Ports;
  readonly database: Database;
  readonly events: EventBus;
  readonly store: AccountStore;
  readonly aws: Aws;
}

export interface AccountService {
  list(): Account[];
  create(settings: AccountSettings, keys: AccessKeys | null): Promise<Account>;
  update(key: string, settings: AccountSettings, keys: AccessKeys | null): Promise<Account>;
  remove(key: string, removeDrafts: boolean): Promise<void>;
  reorder(keys: readonly string[]): void;
}

/** Other programs on the data folder may read while the log is to be cut: a few tries, a moment apart. */
const ERASE_TRIES = 10;
const ERASE_PAUSE_MS = 200;

export function createAccountService(deps: AccountServiceDeps): AccountService {
  const { ports, database, events, store, aws } = deps;

  const toAccount = ({ key, position, settings, createdAt }: AccountRecord): Account => ({
    ...settings,
    key,
    position,
    createdAt,
    secretAtHand: settings.connection.kind !== 'keys' || aws.secrets.has(key),
    capabilities: aws.capabilities.list(key, expectedActions(settings)),
  });

  const validate = (key: string | null, settings: AccountSettings, keys: AccessKeys | null): void => {
    validateSettings({
      key,
      settings,
      keys,
      hasKeys: key !== null && store.get(key).settings.connection.kind === 'keys',
      others: store.list().filter((record) => record.key !== key),
      ports,
    });
  };

  /** Encrypts first, so that the record and its secrets are then written together or not at all. */
  const save = async (
    key: string,
    settings: AccountSettings,
    keys: AccessKeys | null,
    write: () => void,
  ): Promise<void> => {
    const { connection } = settings;
    const sealed =
      keys && connection.kind === 'keys' && connection.persistence === 'encrypted'
        ? await aws.secrets.seal(keys)
        : null;
    database.transaction(() => {
      write();
      if (connection.kind !== 'keys') aws.secrets.remove(key);
      else if (sealed) aws.secrets.put(key, sealed);
      else if (keys) aws.secrets.holdForSession(key, keys);
    });
    events.emit('accounts.changed', { account: key });
  };

  const erase = async (): Promise<void> => {
    for (let tries = 0; tries < ERASE_TRIES; tries += 1) {
      if (eraseFreedBytes(database)) return;
      await ports.clock.sleep(ERASE_PAUSE_MS);
    }
    ports.logger.warn('freed bytes stay in the write-ahead log until every program on this data folder has ended');
  };

  return {
    list: () => store.list().map(toAccount),
    async create(settings, keys) {
      validate(null, settings, keys);
      const key = randomUUID();
      const createdAt = new Date(ports.clock.realNow()).toISOString();
      await save(key, settings, keys, () => store.insert({ key, settings, createdAt }));
      return toAccount(store.get(key));
    },
    async update(key, settings, keys) {
      const before = store.get(key).settings;
      validate(key, settings, keys);
      const moved = before.awsAccountId !== settings.awsAccountId || before.endpoint !== settings.endpoint;
      if (moved) refuseWhileUnfinished(database, key);
      const kept = keys ?? (await keysToMove(aws, key, before, settings));
      await save(key, settings, kept, () => {
        store.update(key, settings);
        if (moved) forgetEntities(database, key);
      });
      if (keys || !sameAccess(before, settings)) aws.capabilities.forget(key);
      if (before.connection.kind === 'keys') await erase();
      aws.access.forget(key);
      return toAccount(store.get(key));
    },
    async remove(key, removeDrafts) {
      store.get(key);
      refuseWhileNeeded(deps, key);
      aws.access.forget(key);
      database.transaction(() => {
        if (removeDrafts) {
          database.run('DELETE FROM drafts WHERE account = ?', key);
          database.run('DELETE FROM authorization_drafts WHERE account = ?', key);
        }
        database.run(
          `DELETE FROM versions WHERE account = ? AND (entity_type <> 'Draft' OR ?)`,
          key,
          Number(removeDrafts),
        );
        aws.secrets.remove(key);
        store.remove(key);
      });
      await erase();
      const { activeAccount } = await ports.preferences.get();
      if (activeAccount === key) await ports.preferences.set({ activeAccount: null });
      events.emit('accounts.changed', { account: null });
    },
    reorder(keys) {
      const known = store.list().map((record) => record.key);
      if (
        keys.length !== known.length ||
        new Set(keys).size !== keys.length ||
        keys.some((key) => !known.includes(key))
      ) {
        fail('invalid-input', {
          fields: [{ path: 'accounts', messageKey: 'errors:field.every-account-once', params: {} }],
        });
      }
      store.reorder(keys);
      events.emit('accounts.changed', { account: null });
    },
  };
}

/** Keys that change their place (memory to disk or back) without being typed again. */
async function keysToMove(
  aws: Aws,
  key: string,
  before: AccountSettings,
  after: AccountSettings,
): Promise<AccessKeys | null> {
  if (before.connection.kind !== 'keys' || after.connection.kind !== 'keys') return null;
  if (before.connection.persistence === after.connection.persistence) return null;
  return aws.secrets.get(key);
}

function sameAccess(before: AccountSettings, after: AccountSettings): boolean {
  const access = ({ awsAccountId, connection, eulaBucket, endpoint }: AccountSettings) =>
    JSON.stringify([awsAccountId, connection, eulaBucket, endpoint]);
  return access(before) === access(after);
}

const COPIES = [
  'products',
  'offers',
  'authorizations',
  'opportunities',
  'sync_state',
  'event_queues',
  'queue_problems',
  'notifications',
];

/** What was read from one AWS account must never show as another's. */
function forgetEntities(database: Database, key: string): void {
  for (const table of COPIES) database.run(`DELETE FROM ${table} WHERE account = ?`, key);
  database.run(`DELETE FROM versions WHERE account = ? AND entity_type <> 'Draft'`, key);
}

function refuseWhileNeeded({ store, database }: AccountServiceDeps, key: string): void {
  const dependent = store.listSettings().find(({ settings: { connection } }) => {
    return connection.kind === 'role' && connection.source.kind === 'account' && connection.source.account === key;
  });
  if (dependent) fail('account-in-use', { params: { name: dependent.settings.name } });
  refuseWhileUnfinished(database, key);
}

/** The outcome of a write still has to be looked up in the account that it was meant for. */
function refuseWhileUnfinished(database: Database, key: string): void {
  const unfinished = database.get<{ title: string }>(
    `SELECT title FROM changes WHERE account = ? AND state IN ('intended', 'eula-uploaded', 'sending', 'sent')`,
    key,
  );
  if (unfinished) fail('account-in-use', { params: { name: unfinished.title } });
}
