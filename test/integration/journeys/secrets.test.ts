import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../../src/main/hosts/common/clock.ts';
import type { Connection } from '../../../src/shared/domain/account/account.ts';
import { readSession, sessionSecret } from '../../../src/simulator/identity/sessions.ts';
import type { Simulator } from '../../../src/simulator/server.ts';
import type { SeedAccount } from '../../../src/simulator/types.ts';
import { keysOf, roleArn } from '../../support/account-stage.ts';
import { makeDraft, publishInput, reached, requestsOf, SPEED, syncProducts } from '../../support/publishing-stage.ts';
import { sampleAccount } from '../../support/samples.ts';
import { findSecretLeaks, type SecretLeak } from '../../support/secret-scan.ts';
import { accountsOf } from '../../support/simulator.ts';
import { startTestCore, type TestCore } from '../../support/test-core.ts';
import { startWatchedSimulator, type WatchedSimulator } from '../../support/watched-catalog.ts';

interface Published {
  readonly simulator: Simulator;
  readonly core: TestCore;
  readonly account: string;
  /** Every secret that has been in play so far. */
  readonly secrets: () => Readonly<Record<string, string>>;
}

type ConnectionKind = 'encrypted keys' | 'assumed role';

/** Keys of the seller encrypted here; or keys of its partner encrypted here, with which the seller's role is assumed. */
async function publishWith(kind: ConnectionKind): Promise<Published> {
  const watched = await startWatchedSimulator();
  const { simulator } = watched;
  const { isv, partner } = accountsOf(simulator);
  const core = await startTestCore({ clock: createClock(SPEED) });
  const keyOwner = kind === 'encrypted keys' ? isv : partner;
  const keyAccount = await addAccount(core, { simulator, seller: keyOwner, withKeys: true });
  const account =
    kind === 'encrypted keys'
      ? keyAccount
      : await addAccount(core, {
          simulator,
          seller: isv,
          connection: {
            kind: 'role',
            source: { kind: 'account', account: keyAccount },
            roleArn: roleArn(isv, 'PartnerAccess'),
            externalId: `sample-external-id-${isv.accountId}`,
          },
        });
  await syncProducts(core, account);
  const draft = await makeDraft(core, account, { eula: true });
  const { change } = await core.call('offers.publish', publishInput(draft));
  const done = await reached(core, change.id, 'verified', 'refused', 'failed');
  expect(done).toMatchObject({ state: 'verified', differences: [] });
  const secretAccessKey = keyOwner.secretAccessKey;
  return { simulator, core, account, secrets: () => ({ secretAccessKey, ...secretsOf(watched) }) };
}

interface NewAccount {
  readonly simulator: Simulator;
  readonly seller: SeedAccount;
  readonly withKeys?: true;
  readonly connection?: Connection;
}

async function addAccount(core: TestCore, { simulator, seller, withKeys, connection }: NewAccount): Promise<string> {
  const settings = sampleAccount({
    name: seller.name,
    prefix: `P${seller.accountId}`,
    awsAccountId: seller.accountId,
    connection: connection ?? { kind: 'keys', persistence: 'encrypted' },
    eulaBucket: { bucket: seller.eulaBucket ?? '', prefix: 'journeys/', region: 'us-east-1' },
    endpoint: simulator.endpoint,
  });
  const { key } = await core.call('accounts.create', { settings, keys: withKeys ? keysOf(seller) : null });
  return key;
}

/** What the signed address and the other requests carried, as the other side received them. */
function secretsOf({ eulaUrls, sessionTokens }: WatchedSimulator): Record<string, string> {
  expect(eulaUrls).toHaveLength(1);
  const query = eulaUrls[0]?.searchParams;
  const inAddress = query?.get('X-Amz-Security-Token') ?? null;
  const tokens = new Set(inAddress === null ? sessionTokens : [inAddress, ...sessionTokens]);
  const sessions = [...tokens].map((token, index) => {
    const suffix = index === 0 ? '' : ` ${index + 1}`;
    const secret = sessionSecret(readSession(token)?.accessKeyId ?? '');
    return { [`sessionToken${suffix}`]: token, [`sessionSecret${suffix}`]: secret };
  });
  return Object.assign({ signature: query?.get('X-Amz-Signature') ?? '' }, ...sessions) as Record<string, string>;
}

/** Uses the rest of what shows an offer, its request and its history, so that their answers are looked through too. */
async function lookAround({ core, account }: Published): Promise<void> {
  const { items } = await core.call('changes.list', { account });
  const { drafts } = await core.call('drafts.list', { account });
  for (const { id, offerId } of items) {
    await core.call('changes.get', { id });
    await core.call('offers.compare', { changeId: id });
    await core.call('offers.get', { account, offerId: offerId ?? '', refresh: true });
  }
  for (const { id } of drafts) await core.call('drafts.get', { id });
  await core.call('accounts.test', { account });
  await core.call('accounts.policy', { account });
  await core.call('accounts.list', {});
}

function leaksOf({ core, secrets }: Published): SecretLeak[] {
  return findSecretLeaks({ secrets: secrets(), folders: [core.dataFolder], captured: { ...core.captured } });
}

describe.each<[ConnectionKind, string[]]>([
  ['encrypted keys', ['secretAccessKey', 'signature']],
  ['assumed role', ['secretAccessKey', 'sessionSecret', 'sessionToken', 'signature']],
])('a custom EULA published with %s', (kind, names) => {
  let published: Published;
  beforeEach(async () => {
    published = await publishWith(kind);
  });

  it('leaves no secret in any file, log, event or answer, while it runs and afterwards', async () => {
    expect(Object.keys(published.secrets())).toEqual(expect.arrayContaining(names));
    await lookAround(published);
    expect(readdirSync(published.core.dataFolder)).toContain('offerdeck.db-wal');
    expect(published.core.captured.answers.length).toBeGreaterThan(10);
    expect(published.core.captured.events.length).toBeGreaterThan(5);
    const tokens = Object.keys(published.secrets()).filter((name) => name.startsWith('sessionToken'));
    expect(tokens).toHaveLength(requestsOf(published.simulator, 'AssumeRole').length);
    expect(leaksOf(published)).toEqual([]);
    await published.core.core.close();
    expect(leaksOf(published)).toEqual([]);
  });

  it.each(names)('would be found out if %s leaked into the database, a file, a log, an event or an answer', (name) => {
    const { core, secrets } = published;
    const secret = secrets()[name] ?? '';
    const database = new DatabaseSync(join(core.dataFolder, 'offerdeck.db'));
    database
      .prepare(`INSERT INTO calls (service, operation, at, outcome, request) VALUES ('s', 'o', 'now', 'ok', ?)`)
      .run(JSON.stringify({ note: Buffer.from(secret).toString('base64') }));
    appendFileSync(join(core.dataFolder, 'notes.txt'), Buffer.from(secret, 'utf16le'));
    core.captured.logs.push({ message: encodeURIComponent(secret) });
    core.captured.events.push({ name: 'offers.changed', payload: { account: Buffer.from(secret).toString('hex') } });
    core.captured.answers.push({ ok: true, value: { secret } });
    const places = leaksOf(published).filter((leak) => leak.secret === name);
    database.close();
    expect(new Set(places.map(({ where }) => where))).toEqual(
      new Set(['offerdeck.db-wal', 'notes.txt', 'logs', 'events', 'answers']),
    );
  });
});
