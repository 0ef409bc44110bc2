import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DescribeChangeSetCommand,
  DescribeEntityCommand,
  StartChangeSetCommand,
} from '@aws-sdk/client-marketplace-catalog';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it, onTestFinished } from 'vitest';
import { seedId } from '../../../src/simulator/seed/ids.ts';
import type { Simulator, SimulatorOptions } from '../../../src/simulator/server.ts';
import { makePdf } from '../../support/pdf.ts';
import { findSecretLeaks } from '../../support/secret-scan.ts';
import { accountsOf, catalogClient, s3Client, startTestSimulator, stsClient } from '../../support/simulator.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

const Catalog = 'AWSMarketplace';
const DRAFT = seedId('offer', 'harbor draft');
const HOUR_MS = 3_600_000;

/** A simulator that keeps its world in `file`; ended after the test unless the test ended it itself. */
async function start(file: string, options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await startTestSimulator({ stateFile: file, randomSeed: null, ...options });
  let stopping: Promise<void> | null = null;
  const once: Simulator = Object.defineProperties({} as Simulator, {
    ...Object.getOwnPropertyDescriptors(simulator),
    stop: { value: () => (stopping ??= simulator.stop()) },
  });
  onTestFinished(() => once.stop());
  return once;
}

function copyFolder(folder: string): string {
  const copy = makeTempFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

async function presigned(simulator: Simulator, role: string | null): Promise<string> {
  const { isv } = accountsOf(simulator);
  const target = { Bucket: isv.eulaBucket ?? '', Key: 'eulas/deal.pdf' };
  await s3Client(simulator, isv).send(
    new PutObjectCommand({ ...target, Body: makePdf(), ContentType: 'application/pdf' }),
  );
  if (role === null) return getSignedUrl(s3Client(simulator, isv), new GetObjectCommand(target));
  const { Credentials: issued } = await stsClient(simulator, isv).send(
    new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${isv.accountId}:role/${role}`, RoleSessionName: 'presign' }),
  );
  const session = {
    accessKeyId: issued?.AccessKeyId ?? '',
    secretAccessKey: issued?.SecretAccessKey ?? '',
    sessionToken: issued?.SessionToken ?? '',
  };
  return getSignedUrl(s3Client(simulator, session), new GetObjectCommand(target));
}

async function sendEula(simulator: Simulator, url: string): Promise<string> {
  const { ChangeSetId } = await catalogClient(simulator, accountsOf(simulator).isv).send(
    new StartChangeSetCommand({
      Catalog,
      ChangeSet: [
        {
          ChangeType: 'UpdateLegalTerms',
          Entity: { Type: 'Offer@1.0', Identifier: DRAFT },
          DetailsDocument: { Terms: [{ Type: 'LegalTerm', Documents: [{ Type: 'CustomEula', Url: url }] }] },
        },
      ],
    }),
  );
  return ChangeSetId ?? '';
}

function describeChangeSet(simulator: Simulator, ChangeSetId: string) {
  const client = catalogClient(simulator, accountsOf(simulator).isv);
  return client.send(new DescribeChangeSetCommand({ Catalog, ChangeSetId }));
}

async function finished(simulator: Simulator, ChangeSetId: string) {
  simulator.control.advanceClock(HOUR_MS);
  await expect
    .poll(async () => (await describeChangeSet(simulator, ChangeSetId)).Status, { timeout: 10_000 })
    .not.toMatch(/PREPARING|APPLYING/);
  return describeChangeSet(simulator, ChangeSetId);
}

describe('the saved world', () => {
  it('holds objects, change sets and the moved clock over a restart, at the same address', async () => {
    const file = join(makeTempFolder(), 'cloud', 'simulator.json');
    const first = await start(file);
    first.control.advanceClock(5 * HOUR_MS);
    const id = await sendEula(first, await presigned(first, null));
    expect(await finished(first, id)).toMatchObject({ Status: 'SUCCEEDED' });
    await first.stop();

    const second = await start(file);
    expect(second.endpoint).toBe(first.endpoint);
    expect(second.clockOffsetMs).toBe(6 * HOUR_MS);
    expect(await describeChangeSet(second, id)).toMatchObject({ Status: 'SUCCEEDED' });
    const { isv } = accountsOf(second);
    const got = await s3Client(second, isv).send(
      new GetObjectCommand({ Bucket: isv.eulaBucket ?? '', Key: 'eulas/deal.pdf' }),
    );
    expect(got.ContentType).toBe('application/pdf');
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(makePdf());
  });

  it('has on disk what was answered: a kill right after the answer loses nothing', async () => {
    const folder = makeTempFolder();
    const first = await start(join(folder, 'simulator.json'));
    const id = await sendEula(first, await presigned(first, null));
    // The files as they are at this instant, as a kill would leave them.
    const second = await start(join(copyFolder(folder), 'simulator.json'));
    expect(await describeChangeSet(second, id)).toMatchObject({ ChangeSetId: id });
  });

  it.each([null, 'EulaPresign'])('lets a change set under way go on with its EULA (signed by %s)', async (role) => {
    const file = join(makeTempFolder(), 'simulator.json');
    const first = await start(file);
    const id = await sendEula(first, await presigned(first, role));
    await first.stop();
    const second = await start(file);
    expect(await describeChangeSet(second, id)).toMatchObject({ Status: 'PREPARING' });
    expect(await finished(second, id)).toMatchObject({ Status: 'SUCCEEDED' });
  });

  it('names the new address where the old one is taken', async () => {
    const folder = makeTempFolder();
    const first = await start(join(folder, 'simulator.json'));
    const id = await sendEula(first, await presigned(first, null));
    expect(await finished(first, id)).toMatchObject({ Status: 'SUCCEEDED' });
    const second = await start(join(copyFolder(folder), 'simulator.json'));
    expect(second.endpoint).not.toBe(first.endpoint);
    const { DetailsDocument } = await catalogClient(second, accountsOf(second).isv).send(
      new DescribeEntityCommand({ Catalog, EntityId: DRAFT }),
    );
    expect(JSON.stringify(DetailsDocument)).toContain(second.endpoint);
    expect(JSON.stringify(DetailsDocument)).not.toContain(first.endpoint);
  });

  it('keeps sessions good without keeping them', async () => {
    const file = join(makeTempFolder(), 'simulator.json');
    const first = await start(file);
    const { isv } = accountsOf(first);
    const { Credentials: issued } = await stsClient(first, isv).send(
      new AssumeRoleCommand({
        RoleArn: `arn:aws:iam::${isv.accountId}:role/SellerOperations`,
        RoleSessionName: 'desk',
      }),
    );
    await first.stop();
    const second = await start(file);
    const session = {
      accessKeyId: issued?.AccessKeyId ?? '',
      secretAccessKey: issued?.SecretAccessKey ?? '',
      sessionToken: issued?.SessionToken ?? '',
    };
    const identity = await stsClient(second, session).send(new GetCallerIdentityCommand({}));
    expect(identity.Account).toBe(isv.accountId);
  });

  it('holds no secret: no key, no token, no signature of a presigned address', async () => {
    const folder = makeTempFolder();
    const simulator = await start(join(folder, 'simulator.json'));
    const url = new URL(await presigned(simulator, 'EulaPresign'));
    await sendEula(simulator, url.href);
    await simulator.stop();
    const secrets = {
      secret: accountsOf(simulator).isv.secretAccessKey,
      token: url.searchParams.get('X-Amz-Security-Token') ?? '',
      signature: url.searchParams.get('X-Amz-Signature') ?? '',
    };
    expect(readFileSync(join(folder, 'simulator.json'), 'utf8')).toContain('eulas/deal.pdf?X-Amz-Algorithm');
    expect(findSecretLeaks({ secrets, folders: [folder] })).toEqual([]);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['of another form', () => '{"version":2}'],
    ['that names objects which are gone', (text: string) => text.replaceAll(/"sha256":"./g, '"sha256":"f')],
  ])('is set aside when it is %s, and the seed world serves', async (_, damage) => {
    const folder = makeTempFolder();
    const file = join(folder, 'simulator.json');
    const first = await start(file);
    await presigned(first, null);
    await first.stop();
    const damaged = damage(readFileSync(file, 'utf8'));
    writeFileSync(file, damaged);
    const second = await start(file);
    await expect(
      catalogClient(second, accountsOf(second).isv).send(new DescribeEntityCommand({ Catalog, EntityId: DRAFT })),
    ).resolves.toBeDefined();
    const aside = readdirSync(folder).find((name) => name.startsWith('simulator.json.damaged-'));
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe(damaged);
  });
});
