import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { PracticeCloud } from '../../../src/main/ports.ts';
import type { AccountSettings } from '../../../src/shared/domain/account/account.ts';
import { sampleAccount } from '../../support/samples.ts';
import { startTestCore, type TestCore } from '../../support/test-core.ts';

const cloud: PracticeCloud = {
  endpoint: 'http://127.0.0.1:9',
  region: 'us-east-1',
  accounts: [
    {
      accountId: '012345678901',
      name: 'Acme Example',
      accessKeyId: 'AKIA1',
      secretAccessKey: 's',
      eulaBucket: 'acme-eulas',
      role: 'isv',
    },
    {
      accountId: '111122223333',
      name: 'Acme Second',
      accessKeyId: 'AKIA2',
      secretAccessKey: 's',
      eulaBucket: null,
      role: 'isv',
    },
    {
      accountId: '999988887777',
      name: 'Buying Example',
      accessKeyId: 'AKIA3',
      secretAccessKey: 's',
      eulaBucket: null,
      role: 'buyer',
    },
  ],
};

const profileAccount = (changes: Partial<AccountSettings> = {}): AccountSettings =>
  sampleAccount({ connection: { kind: 'profile', profile: 'acme' }, ...changes });

const roleAccount = (source: string, changes: Partial<AccountSettings> = {}): AccountSettings =>
  sampleAccount({
    awsAccountId: '222233334444',
    prefix: 'ROLE',
    connection: {
      kind: 'role',
      source: { kind: 'account', account: source },
      roleArn: 'arn:aws:iam::222233334444:role/Seller',
      externalId: null,
    },
    ...changes,
  });

function onDisk<T>(core: TestCore, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(core.dataFolder, 'offerdeck.db'));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

async function refusedFields(core: TestCore, settings: unknown, keys: unknown = null): Promise<string[]> {
  const error = await core.failure('accounts.create', { settings, keys });
  expect(error.code).toBe('invalid-input');
  return error.fields.map((field) => `${field.path} ${field.messageKey}`);
}

describe('practice accounts', () => {
  it('are set up at the first start, one a seller', async () => {
    const core = await startTestCore({ practice: cloud });
    const { accounts } = await core.call('accounts.list', {});
    expect(accounts.map(({ name, prefix, awsAccountId }) => [name, prefix, awsAccountId])).toEqual([
      ['Acme Example', 'Acme', '012345678901'],
      ['Acme Second', 'Acme2', '111122223333'],
    ]);
    expect(accounts[0]).toMatchObject({
      connection: { kind: 'practice' },
      eulaBucket: { bucket: 'acme-eulas', region: 'us-east-1' },
      secretAtHand: true,
    });
    expect(accounts[0]?.capabilities.every((capability) => capability.state === 'unknown')).toBe(true);
  });

  it('stay as a person left them', async () => {
    const first = await startTestCore({ practice: cloud });
    const { accounts } = await first.call('accounts.list', {});
    await first.call('accounts.remove', { account: accounts[1]?.key ?? '', removeDrafts: false });
    const again = await startTestCore({ practice: cloud, dataFolder: first.dataFolder });
    expect((await again.call('accounts.list', {})).accounts.map((account) => account.name)).toEqual(['Acme Example']);
  });
});

describe('settings of an account', () => {
  it('are kept, announced and survive a restart', async () => {
    const core = await startTestCore();
    const created = await core.call('accounts.create', { settings: profileAccount(), keys: null });
    expect(core.eventsOf('accounts.changed')).toEqual([{ account: created.key }]);
    const changed = await core.call('accounts.update', {
      account: created.key,
      settings: profileAccount({ name: 'Acme Renamed' }),
      keys: null,
    });
    expect(changed).toMatchObject({ name: 'Acme Renamed', key: created.key, createdAt: created.createdAt });
    const again = await startTestCore({ dataFolder: core.dataFolder });
    expect((await again.call('accounts.list', {})).accounts).toEqual([changed]);
  });

  it('may keep their own prefix and id, but not take another’s', async () => {
    const core = await startTestCore();
    await core.call('accounts.create', { settings: profileAccount(), keys: null });
    expect(await refusedFields(core, profileAccount({ prefix: 'acme' }))).toEqual([
      'settings.prefix errors:field.duplicate',
      'settings.awsAccountId errors:field.duplicate',
    ]);
  });

  it.each<[string, unknown, string]>([
    [
      'an id without its leading zero',
      { ...profileAccount(), awsAccountId: '12345678901' },
      'settings.awsAccountId errors:field.invalid_format',
    ],
    [
      'an id as a number',
      { ...profileAccount(), awsAccountId: 123456789012 },
      'settings.awsAccountId errors:field.invalid_type',
    ],
    [
      'a prefix that starts with a digit',
      profileAccount({ prefix: '1ACME' }),
      'settings.prefix errors:field.invalid_format',
    ],
    ['a blank name', profileAccount({ name: '   ' }), 'settings.name errors:field.too_small'],
    [
      'a bucket with dots',
      profileAccount({ eulaBucket: { bucket: 'acme.example', prefix: '', region: 'us-east-1' } }),
      'settings.eulaBucket.bucket errors:field.invalid_format',
    ],
    [
      'a practice connection outside of the practice cloud',
      sampleAccount({ connection: { kind: 'practice' } }),
      'settings.awsAccountId errors:field.not-in-practice',
    ],
    [
      'an endpoint of AWS in practice',
      profileAccount({ endpoint: 'https://sts.us-east-1.amazonaws.com' }),
      'settings.endpoint errors:field.endpoint-is-aws',
    ],
    [
      'an endpoint that is no web address',
      profileAccount({ endpoint: 'ftp://localhost' }),
      'settings.endpoint errors:field.endpoint-scheme',
    ],
    [
      'a role of another account',
      roleAccount('nobody', { awsAccountId: '333344445555' }),
      'settings.connection.roleArn errors:field.role-of-other-account',
    ],
    [
      'a role of an unknown source',
      roleAccount('nobody'),
      'settings.connection.source.account errors:field.unknown-account',
    ],
  ])('refuse %s at its field', async (_name, settings, expected) => {
    expect(await refusedFields(await startTestCore(), settings)).toContain(expected);
  });

  it('refuse an endpoint and a practice connection in real mode', async () => {
    const core = await startTestCore({ mode: 'real' });
    expect(await refusedFields(core, profileAccount({ endpoint: 'http://127.0.0.1:4566' }))).toEqual([
      'settings.endpoint errors:field.endpoint-in-real-mode',
    ]);
    expect(await refusedFields(core, sampleAccount())).toEqual(['settings.connection.kind errors:field.practice-only']);
  });

  it('take keys with a keys connection, and only with that', async () => {
    const core = await startTestCore();
    const keys = { accessKeyId: 'AKIAFAKEACME00000001', secretAccessKey: 'acmeSampleSecret0001', sessionToken: null };
    expect(await refusedFields(core, profileAccount(), keys)).toEqual(['keys errors:field.keys-not-used']);
    const settings = sampleAccount({ connection: { kind: 'keys', persistence: 'encrypted' } });
    expect(await refusedFields(core, settings)).toEqual(['keys errors:field.required']);
    expect(await refusedFields(core, settings, { ...keys, accessKeyId: 'akia' })).toContain(
      'keys.accessKeyId errors:field.invalid_format',
    );
  });

  it('refuse accounts that would wait for each other', async () => {
    const core = await startTestCore();
    const source = await core.call('accounts.create', { settings: profileAccount(), keys: null });
    const role = await core.call('accounts.create', { settings: roleAccount(source.key), keys: null });
    const toItself = await core.failure('accounts.update', {
      account: role.key,
      settings: roleAccount(role.key),
      keys: null,
    });
    expect(toItself.fields).toMatchObject([{ messageKey: 'errors:field.source-cycle' }]);
    const back = profileAccount({
      connection: {
        kind: 'role',
        source: { kind: 'account', account: role.key },
        roleArn: 'arn:aws:iam::012345678901:role/Back',
        externalId: null,
      },
    });
    const round = await core.failure('accounts.update', { account: source.key, settings: back, keys: null });
    expect(round.fields).toMatchObject([
      { path: 'settings.connection.source.account', messageKey: 'errors:field.source-cycle' },
    ]);
  });
});

describe('order and removal', () => {
  it('sets the order, and only with every account once', async () => {
    const core = await startTestCore({ practice: cloud });
    const keys = (await core.call('accounts.list', {})).accounts.map((account) => account.key);
    await core.call('accounts.reorder', { accounts: keys.toReversed() });
    expect((await core.call('accounts.list', {})).accounts.map((account) => account.key)).toEqual(keys.toReversed());
    for (const wrong of [[], keys.slice(1), [keys[0], keys[0]], [...keys, 'nobody']]) {
      const error = await core.failure('accounts.reorder', { accounts: wrong });
      expect(error.fields).toMatchObject([{ path: 'accounts', messageKey: 'errors:field.every-account-once' }]);
    }
  });

  it('does not remove what another account signs in through', async () => {
    const core = await startTestCore();
    const source = await core.call('accounts.create', { settings: profileAccount(), keys: null });
    const role = await core.call('accounts.create', { settings: roleAccount(source.key), keys: null });
    const error = await core.failure('accounts.remove', { account: source.key, removeDrafts: false });
    expect(error).toMatchObject({ code: 'account-in-use', params: { name: 'Acme Example' } });
    await core.call('accounts.remove', { account: role.key, removeDrafts: false });
    await core.call('accounts.remove', { account: source.key, removeDrafts: false });
    expect((await core.call('accounts.list', {})).accounts).toEqual([]);
  });

  it('neither removes nor moves an account while a write to it is unfinished', async () => {
    const core = await startTestCore();
    const { key } = await core.call('accounts.create', { settings: profileAccount(), keys: null });
    onDisk(core, (database) =>
      database
        .prepare(
          `INSERT INTO changes (id, account, aws_account_id, kind, state, title, token, intent, created_at, updated_at)
           VALUES ('c1', ?, '012345678901', 'offer-release', 'sending', 'Example Offer', 't', '{}', 'now', 'now')`,
        )
        .run(key),
    );
    const inUse = { code: 'account-in-use', params: { name: 'Example Offer' } };
    expect(await core.failure('accounts.remove', { account: key, removeDrafts: true })).toMatchObject(inUse);
    const elsewhere = { account: key, settings: profileAccount({ awsAccountId: '333344445555' }), keys: null };
    expect(await core.failure('accounts.update', elsewhere)).toMatchObject(inUse);
    const renamed = { account: key, settings: profileAccount({ name: 'Acme Renamed' }), keys: null };
    expect(await core.call('accounts.update', renamed)).toMatchObject({ name: 'Acme Renamed' });
  });

  it('forgets what was read from the AWS account that a record no longer names', async () => {
    const core = await startTestCore();
    const { key } = await core.call('accounts.create', { settings: profileAccount(), keys: null });
    onDisk(core, (database) =>
      database.prepare(`INSERT INTO sync_state (account, kind, cursor) VALUES (?, 'offers', 'now')`).run(key),
    );
    const count = () => onDisk(core, (database) => database.prepare('SELECT count(*) AS n FROM sync_state').get());
    await core.call('accounts.update', { account: key, settings: profileAccount({ name: 'Other' }), keys: null });
    expect(count()).toEqual({ n: 1 });
    const elsewhere = { account: key, settings: profileAccount({ awsAccountId: '333344445555' }), keys: null };
    await core.call('accounts.update', elsewhere);
    expect(count()).toEqual({ n: 0 });
  });

  it('forgets a removed account as the active one', async () => {
    const core = await startTestCore();
    const { key } = await core.call('accounts.create', { settings: profileAccount(), keys: null });
    await core.call('app.preferences.set', { activeAccount: key });
    await core.call('accounts.remove', { account: key, removeDrafts: false });
    expect((await core.call('app.preferences.get', {})).activeAccount).toBeNull();
  });

  it.each(['accounts.update', 'accounts.remove', 'accounts.test', 'accounts.policy'] as const)(
    '%s knows no unknown account',
    async (method) => {
      const core = await startTestCore();
      const inputs = {
        'accounts.update': { account: 'nobody', settings: profileAccount(), keys: null },
        'accounts.remove': { account: 'nobody', removeDrafts: false },
        'accounts.test': { account: 'nobody' },
        'accounts.policy': { account: 'nobody' },
      };
      expect((await core.failure(method, inputs[method])).code).toBe('not-found');
    },
  );
});

describe('the policy to copy', () => {
  it('is valid JSON with the S3 statements on the objects of the prefix', async () => {
    const core = await startTestCore();
    const settings = profileAccount({ presignRoleArn: 'arn:aws:iam::012345678901:role/Presign' });
    const { key } = await core.call('accounts.create', { settings, keys: null });
    const policy = JSON.parse((await core.call('accounts.policy', { account: key })).json) as {
      Version: string;
      Statement: { Sid: string; Action: string[]; Resource: unknown; Condition?: unknown }[];
    };
    const bySid = new Map(policy.Statement.map((statement) => [statement.Sid, statement]));
    expect(policy.Version).toBe('2012-10-17');
    expect(bySid.get('S3ListBucket')).toMatchObject({
      Action: ['s3:ListBucket'],
      Resource: 'arn:aws:s3:::acme-example-eulas',
    });
    expect(bySid.get('AllowS3PutObject')).toMatchObject({ Resource: 'arn:aws:s3:::acme-example-eulas/eulas/*' });
    expect(bySid.get('AllowCreatePresignedUrl')?.Action).toEqual([
      's3:PutObject',
      's3:PutObjectAcl',
      's3:GetObject',
      's3:GetObjectAcl',
    ]);
    expect(bySid.get('CreateAndEditOffers')?.Resource).toEqual([
      'arn:aws:aws-marketplace:us-east-1:012345678901:AWSMarketplace/Offer/*',
      'arn:aws:aws-marketplace:us-east-1:012345678901:AWSMarketplace/ChangeSet/*',
    ]);
    expect(bySid.get('CreateOffersOnProducts')?.Condition).toEqual({
      StringEquals: { 'catalog:ChangeType': 'CreateOfferOnProduct' },
    });
    expect(bySid.get('AssumePresignRole')).toMatchObject({ Resource: 'arn:aws:iam::012345678901:role/Presign' });
  });

  it('asks for nothing the account does not use', async () => {
    const core = await startTestCore();
    const { key } = await core.call('accounts.create', { settings: profileAccount({ eulaBucket: null }), keys: null });
    const { json } = await core.call('accounts.policy', { account: key });
    expect(json).not.toContain('s3:');
    expect(json).not.toContain('sts:');
  });
});

describe('endpoint overrides in the environment', () => {
  it('are named in a notice in real mode, and are none of practice’s business', async () => {
    const awsEnvironment = {
      configFile: '/nonexistent/config',
      credentialsFile: '/nonexistent/credentials',
      endpointOverrides: ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_STS'],
    };
    const real = await startTestCore({ mode: 'real', awsEnvironment });
    expect((await real.call('app.info', {})).notices).toMatchObject([
      {
        messageKey: 'notices:aws-endpoint-ignored',
        params: { names: 'AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_STS' },
        dismissible: true,
      },
    ]);
    const practice = await startTestCore({ awsEnvironment });
    expect((await practice.call('app.info', {})).notices).toEqual([]);
  });
});
