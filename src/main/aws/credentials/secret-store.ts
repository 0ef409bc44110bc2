/** Access keys: ciphertext in the table `secrets`, or in memory for this session. Nothing here ever leaves the core. */
import type { AccessKeys } from '../../../shared/domain/account/account.ts';
import { fail } from '../../../shared/errors/app-error.ts';
import type { Masker } from '../../masking/masker.ts';
import type { SecretBox } from '../../ports.ts';
import type { Database } from '../../storage/database.ts';

/** Keys ready to be stored: encrypted before any transaction begins. */
type SealedKeys = readonly { readonly name: keyof AccessKeys; readonly cipher: string }[];

export interface SecretStore {
  /** Encrypts, or refuses with `encryption-unavailable` and the reason at the field. */
  seal(keys: AccessKeys): Promise<SealedKeys>;
  /** Writes sealed keys in place of earlier ones; part of the caller's transaction. */
  put(account: string, sealed: SealedKeys): void;
  holdForSession(account: string, keys: AccessKeys): void;
  has(account: string): boolean;
  get(account: string): Promise<AccessKeys | null>;
  /** Forgets both kinds. The caller then makes sure that the bytes are gone: see `eraseFreedBytes`. */
  remove(account: string): void;
}

export function createSecretStore(deps: { database: Database; secretBox: SecretBox; masker: Masker }): SecretStore {
  const { database, secretBox, masker } = deps;
  const session = new Map<string, AccessKeys>();

  const read = async (account: string, name: keyof AccessKeys): Promise<string | null> => {
    const row = database.get<{ cipher: string }>(
      'SELECT cipher FROM secrets WHERE account = ? AND name = ?',
      account,
      name,
    );
    if (!row) return null;
    const { plain, stale } = await secretBox.decrypt(row.cipher).catch((cause: unknown) =>
      // The operating system no longer opens what it closed: another user, a reset key ring.
      fail('credentials-missing', { params: { account }, action: { kind: 'open-account', account } }, cause),
    );
    masker.addSecret(plain);
    if (stale) {
      const cipher = await secretBox.encrypt(plain);
      database.run('UPDATE secrets SET cipher = ? WHERE account = ? AND name = ?', cipher, account, name);
    }
    return plain;
  };

  return {
    async seal(keys) {
      const availability = await secretBox.availability();
      if (!availability.available) {
        fail('encryption-unavailable', {
          fields: [{ path: 'settings.connection.persistence', messageKey: availability.reasonKey, params: {} }],
        });
      }
      const names = ['accessKeyId', 'secretAccessKey', 'sessionToken'] as const;
      const sealed: { name: keyof AccessKeys; cipher: string }[] = [];
      for (const name of names) {
        const plain = keys[name];
        masker.addSecret(plain);
        if (plain !== null) sealed.push({ name, cipher: await secretBox.encrypt(plain) });
      }
      return sealed;
    },
    put(account, sealed) {
      session.delete(account);
      database.run('DELETE FROM secrets WHERE account = ?', account);
      for (const { name, cipher } of sealed) {
        database.run('INSERT INTO secrets (account, name, cipher) VALUES (?, ?, ?)', account, name, cipher);
      }
    },
    holdForSession(account, keys) {
      for (const plain of [keys.accessKeyId, keys.secretAccessKey, keys.sessionToken]) masker.addSecret(plain);
      database.run('DELETE FROM secrets WHERE account = ?', account);
      session.set(account, keys);
    },
    has(account) {
      if (session.has(account)) return true;
      const row = database.get<{ found: number }>(
        `SELECT count(*) AS found FROM secrets WHERE account = ? AND name IN ('accessKeyId', 'secretAccessKey')`,
        account,
      );
      return row?.found === 2;
    },
    async get(account) {
      const held = session.get(account);
      if (held) return held;
      const accessKeyId = await read(account, 'accessKeyId');
      const secretAccessKey = await read(account, 'secretAccessKey');
      if (accessKeyId === null || secretAccessKey === null) return null;
      return { accessKeyId, secretAccessKey, sessionToken: await read(account, 'sessionToken') };
    },
    remove(account) {
      session.delete(account);
      database.run('DELETE FROM secrets WHERE account = ?', account);
    },
  };
}

/**
 * Deleted rows are overwritten in the database file (`secure_delete`); the write-ahead log still holds the earlier pages until
 * it is written back and cut to nothing.
 */
export function eraseFreedBytes(database: Database): boolean {
  const result = database.get<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)');
  return result?.busy === 0;
}
