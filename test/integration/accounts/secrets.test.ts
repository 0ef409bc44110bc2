import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { AccessKeys, AccountSettings } from '../../../src/shared/domain/account/account.ts';
import { sampleAccount } from '../../support/samples.ts';
import { createTestSecretBox, noSecretBox } from '../../support/secret-box.ts';
import { findSecretLeaks } from '../../support/secret-scan.ts';
import { startTestCore, type TestCore } from '../../support/test-core.ts';

const keys: AccessKeys = {
  accessKeyId: 'AKIAFAKEACME00000001',
  secretAccessKey: 'acme/Sample+Secret"Key=NotReal000000001',
  sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLE//////////wEaCXVzLWVhc3QtMSJHMEUCIQ==',
};
const secrets = { ...keys } as Record<string, string>;

const withKeys = (persistence: 'encrypted' | 'session'): AccountSettings =>
  sampleAccount({ connection: { kind: 'keys', persistence } });

function leaksOf(core: TestCore) {
  return findSecretLeaks({ secrets, folders: [core.dataFolder], captured: { ...core.captured } });
}

function readCiphers(core: TestCore): string[] {
  const database = new DatabaseSync(join(core.dataFolder, 'offerdeck.db'), { readOnly: true });
  const rows = database.prepare('SELECT cipher FROM secrets').all() as { cipher: string }[];
  database.close();
  return rows.map((row) => row.cipher);
}

describe('access keys encrypted by the system', () => {
  it('are on disk as ciphertext only, and in no answer, event or log', async () => {
    const core = await startTestCore();
    const account = await core.call('accounts.create', { settings: withKeys('encrypted'), keys });
    expect(account.secretAtHand).toBe(true);
    await core.call('accounts.list', {});
    expect(readCiphers(core)).toHaveLength(3);
    expect(leaksOf(core)).toEqual([]);
  });

  it('are at hand again after a restart', async () => {
    const secretBox = createTestSecretBox();
    const core = await startTestCore({ secretBox });
    await core.call('accounts.create', { settings: withKeys('encrypted'), keys });
    const again = await startTestCore({ secretBox, dataFolder: core.dataFolder });
    expect((await again.call('accounts.list', {})).accounts[0]?.secretAtHand).toBe(true);
  });

  it('are refused with the reason where the system cannot encrypt, and nothing is kept', async () => {
    const core = await startTestCore({ secretBox: noSecretBox });
    const error = await core.failure('accounts.create', { settings: withKeys('encrypted'), keys });
    expect(error).toMatchObject({
      code: 'encryption-unavailable',
      fields: [{ path: 'settings.connection.persistence', messageKey: 'encryption:browser-host' }],
    });
    expect((await core.call('accounts.list', {})).accounts).toEqual([]);
    expect(leaksOf(core)).toEqual([]);
  });

  it('stay when the settings change without new keys, and are replaced by new ones', async () => {
    const core = await startTestCore();
    const { key } = await core.call('accounts.create', { settings: withKeys('encrypted'), keys });
    const before = readCiphers(core);
    const renamed = { ...withKeys('encrypted'), name: 'Acme Renamed' };
    await core.call('accounts.update', { account: key, settings: renamed, keys: null });
    expect(readCiphers(core)).toEqual(before);
    await core.call('accounts.update', { account: key, settings: renamed, keys: { ...keys, sessionToken: null } });
    expect(readCiphers(core)).toHaveLength(2);
    expect(findSecretLeaks({ secrets: named(before), folders: [core.dataFolder] })).toEqual([]);
  });

  it('are gone from every file, ciphertext included, once the account is removed', async () => {
    const core = await startTestCore();
    const { key } = await core.call('accounts.create', { settings: withKeys('encrypted'), keys });
    const ciphers = named(readCiphers(core));
    expect(findSecretLeaks({ secrets: ciphers, folders: [core.dataFolder] })).not.toEqual([]);
    await core.call('accounts.remove', { account: key, removeDrafts: false });
    expect(findSecretLeaks({ secrets: ciphers, folders: [core.dataFolder] })).toEqual([]);
  });

  it('are gone from every file when the account turns to a profile', async () => {
    const core = await startTestCore();
    const { key } = await core.call('accounts.create', { settings: withKeys('encrypted'), keys });
    const ciphers = named(readCiphers(core));
    const settings = sampleAccount({ connection: { kind: 'profile', profile: 'acme' } });
    await core.call('accounts.update', { account: key, settings, keys: null });
    expect(findSecretLeaks({ secrets: ciphers, folders: [core.dataFolder] })).toEqual([]);
  });
});

describe('access keys of this session', () => {
  it('never touch the disk', async () => {
    const core = await startTestCore({ secretBox: noSecretBox });
    const account = await core.call('accounts.create', { settings: withKeys('session'), keys });
    expect(account.secretAtHand).toBe(true);
    expect(readCiphers(core)).toEqual([]);
    expect(leaksOf(core)).toEqual([]);
  });

  it('are asked for again after a restart', async () => {
    const core = await startTestCore();
    const { key } = await core.call('accounts.create', { settings: withKeys('session'), keys });
    const again = await startTestCore({ dataFolder: core.dataFolder });
    expect((await again.call('accounts.list', {})).accounts[0]?.secretAtHand).toBe(false);
    const { steps } = await again.call('accounts.test', { account: key });
    expect(steps[0]).toMatchObject({ state: 'failed', messageKey: 'errors:credentials-missing.what' });
    expect(new Set(steps.slice(1).map((step) => step.state))).toEqual(new Set(['skipped']));
  });

  it('move to disk and back without being typed again', async () => {
    const core = await startTestCore();
    const { key } = await core.call('accounts.create', { settings: withKeys('session'), keys });
    await core.call('accounts.update', { account: key, settings: withKeys('encrypted'), keys: null });
    const ciphers = readCiphers(core);
    expect(ciphers).toHaveLength(3);
    const back = await core.call('accounts.update', { account: key, settings: withKeys('session'), keys: null });
    expect(back.secretAtHand).toBe(true);
    expect(findSecretLeaks({ secrets: named(ciphers), folders: [core.dataFolder] })).toEqual([]);
    expect(leaksOf(core)).toEqual([]);
  });
});

describe('the scan itself', () => {
  it('finds a leak planted into the database', async () => {
    const core = await startTestCore();
    await core.call('accounts.create', { settings: withKeys('session'), keys });
    const database = new DatabaseSync(join(core.dataFolder, 'offerdeck.db'));
    database
      .prepare(`INSERT INTO calls (service, operation, at, outcome, request) VALUES ('s', 'o', 'now', 'ok', ?)`)
      .run(encodeURIComponent(keys.secretAccessKey));
    const leaks = leaksOf(core);
    database.close();
    expect(leaks.map((leak) => leak.secret)).toContain('secretAccessKey');
  });

  it('finds a leak planted into an answer', async () => {
    const core = await startTestCore();
    core.captured.answers.push({ ok: true, value: { note: keys.sessionToken } });
    expect(leaksOf(core)).toContainEqual(expect.objectContaining({ where: 'answers', secret: 'sessionToken' }));
  });
});

function named(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value, index) => [`cipher ${index}`, value]));
}
