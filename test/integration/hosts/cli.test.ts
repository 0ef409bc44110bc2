/**
 * The command line on a data folder of its own, in practice mode; also beside a running app. A real process where the
 * process is the point (its streams, its end, another beside it), a call of the same program for what commands answer.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { maskText } from '../../../src/main/masking/mask.ts';
import { createLogger } from '../../../src/main/hosts/common/logger.ts';
import { startPracticeWorker } from '../../../src/main/hosts/common/practice.ts';
import { openPreferenceFile } from '../../../src/main/hosts/common/preferences.ts';
import { sharePractice } from '../../../src/main/hosts/common/share-practice.ts';
import { createRuntime, type Runtime } from '../../../src/main/hosts/common/runtime.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../src/shared/contract/index.ts';
import type { Account } from '../../../src/shared/domain/account/account.ts';
import type { BulkRow, BulkRun } from '../../../src/shared/domain/bulk/bulk.ts';
import type { CallSummary } from '../../../src/shared/contract/history-calls.ts';
import type { Change } from '../../../src/shared/domain/change/change.ts';
import type {
  AuthorizationDetail,
  AuthorizationSummary,
} from '../../../src/shared/domain/authorization/authorization.ts';
import type { InvitationSummary } from '../../../src/shared/domain/opportunity/invitation.ts';
import type { OpportunitySummary } from '../../../src/shared/domain/opportunity/opportunity.ts';
import type { OfferSummary } from '../../../src/shared/domain/offer/offer.ts';
import type { OfferSetDetail, OfferSetSummary } from '../../../src/shared/domain/offer-set/offer-set.ts';
import { callCli, runCli } from '../../support/cli.ts';
import { createTestSecretBox } from '../../support/secret-box.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

const SELLER = '111122223333';
let data = '';
let pattern = '';

const PRACTICE = ['--mode', 'practice', '--speed', '100', '--quiet'];
const cli = (args: readonly string[]) => callCli([...PRACTICE, ...args], { data });
const cliProcess = (args: readonly string[]) => runCli([...PRACTICE, ...args], { data });
const ofSeller = (...args: string[]) => ['--account', SELLER, ...args];
const listed = async (text: string) =>
  (await cli(['--output', 'json', 'offers', 'list', '--text', text])).json<OfferSummary[]>();

/** The write by its title, its calls by its id; no more than asked for, and that said. */
async function findsInHistory({ id, title }: Change): Promise<void> {
  const history = (...args: string[]) => cli(ofSeller('--output', 'json', 'history', ...args));
  const writes = (await history('list', '--text', title, '--state', 'verified')).json<Change[]>();
  expect(writes.map((change) => change.id)).toEqual([id]);
  expect((await history('list', '--text', title, '--state', 'failed')).json()).toEqual([]);
  const calls = (await history('calls', '--change', id, '--status', 'success')).json<CallSummary[]>();
  expect(calls.map(({ operation }) => operation)).toContain('StartChangeSet');
  const cut = await callCli(['--mode', 'practice', 'history', 'calls', '--change', id, '--limit', '2'], { data });
  expect(cut.out.trimEnd().split('\n')).toHaveLength(3);
  expect(cut.err).toContain('The newest 2 of ');
  expect(await history('calls', '--status', 'nowhere')).toMatchObject({ code: 2, out: '' });
  expect(await history('list', '--limit', '0')).toMatchObject({ code: 2, out: '' });
}

/** Another offer than any that is there, so that it may be published. */
function writeOffer(name: string, change = (text: string) => text): string {
  const path = join(makeTempFolder(), 'offer.yaml');
  writeFileSync(path, change(pattern.replace(/^ {2}name: .*$/m, `  name: ${name}`)));
  return path;
}

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'offerdeck-cli-'));
  expect(await cliProcess(ofSeller('sync', 'products', 'offers'))).toMatchObject({ code: 0, err: '' });
  const [offer] = await listed('Harbor from next season');
  const exported = await cli(['offers', 'export', offer?.id ?? '']);
  pattern = exported.out.replace(/^changes: .*\n/m, '');
}, 90_000);

afterAll(() => rmSync(data, { recursive: true, force: true }));

it('prints tables for people and JSON for programs, leading zeros and all', async () => {
  const table = await cliProcess(['accounts', 'list']);
  expect(table.out).toMatch(/^PREFIX +NAME +AWS ACCOUNT +SIGN-IN\n/);
  const json = (await cliProcess(['--output', 'json', 'accounts', 'list'])).json<Account[]>();
  expect(json.map(({ awsAccountId }) => awsAccountId)).toContain('012345678901');
});

it('says what it does not know, and what it was not told', async () => {
  const missing = await cliProcess(['offers', 'show', 'offer-unknown0000001']);
  expect(missing).toMatchObject({ code: 1, out: '' });
  expect(missing.err).toContain('offer-unknown0000001');
  const which = await cli(['sync']);
  expect(which).toMatchObject({ code: 2, out: '' });
  expect(which.err).toContain('Which account?');
});

it('lists, shows and exports resale authorizations by state and partner, signed addresses masked', async () => {
  expect(await cli(ofSeller('sync', 'authorizations'))).toMatchObject({ code: 0, err: '' });
  const list = async (...args: string[]) =>
    (await cli(ofSeller('--output', 'json', 'authorizations', 'list', ...args))).json<AuthorizationSummary[]>();
  const ofPartner = await list('--partner', '012345678901');
  expect(ofPartner.map(({ resellerAccountId }) => resellerAccountId)).toEqual(['012345678901']);
  const consumed = await list('--state', 'consumed', '--text', 'krill');
  expect(consumed).toMatchObject([{ state: 'consumed', offersCreated: 1 }]);
  const wrong = await cli(['authorizations', 'list', '--state', 'nowhere']);
  expect(wrong).toMatchObject({ code: 2, out: '' });
  expect(wrong.err).toContain('deactivated');

  const [beacon] = await list('--text', 'Beacon with negotiated texts');
  const shown = await cli(ofSeller('authorizations', 'show', beacon?.id ?? '', '--refresh'));
  expect(shown.json<AuthorizationDetail>()).toMatchObject({
    summary: beacon,
    documents: ['eula', 'reseller-contract'],
  });
  expect(shown.out).not.toMatch(/X-Amz-(Signature|Credential)/i);
  expect((await cli(['authorizations', 'export', beacon?.id ?? ''])).json()).toMatchObject({ summary: beacon });
  const csv = await cliProcess(['--language', 'ja', 'authorizations', 'export', '--text', 'Beacon with']);
  const [heading, row] = csv.out.split(/\r?\n/);
  expect(heading).toContain('パートナー');
  expect(row).toContain(`${beacon?.id},${beacon?.name},認可済み`);
});

it('lists and shows offer sets with their offers', async () => {
  expect(await cli(ofSeller('sync', 'offersets'))).toMatchObject({ code: 0, err: '' });
  const list = (await cli(ofSeller('--output', 'json', 'offersets', 'list', '--state', 'released'))).json<
    OfferSetSummary[]
  >();
  expect(list).toMatchObject([{ name: 'Atlas and Beacon together', offerCount: 2, buyers: ['606060606060'] }]);
  const shown = (await cli(ofSeller('offersets', 'show', list[0]?.id ?? ''))).json<OfferSetDetail>();
  expect(shown.offers.map(({ state }) => state)).toEqual(['active', 'active']);
  const csv = await cli(ofSeller('offersets', 'export'));
  expect(csv.out.split(/\r?\n/).filter(Boolean)).toHaveLength(3);
});

describe('an offer from a file', () => {
  it('is planned without a trace, applied, and not applied twice', async () => {
    const path = writeOffer('From a file');
    const planned = await cli(ofSeller('--output', 'json', 'offer', 'plan', path));
    expect(planned.json()).toMatchObject({
      account: { awsAccountId: SELLER },
      offer: 'From a file',
      intent: 'release',
    });
    expect(planned.out).toContain('ReleaseOffer');

    const confirm = ['--yes', '--account-id', SELLER];
    const applied = await cliProcess(ofSeller('--output', 'json', 'offer', 'apply', path, '--wait', ...confirm));
    expect(applied.json<Change>()).toMatchObject({ state: 'verified', differences: [], awsAccountId: SELLER });
    expect(applied.code).toBe(0);

    const again = await cli(ofSeller('offer', 'apply', path, ...confirm));
    expect(again).toMatchObject({ code: 3, out: '' });
    expect(again.err).toContain('--again');
    expect(await listed('From a file')).toHaveLength(1);
    await findsInHistory(applied.json<Change>());
  });

  it('is refused with its line where rules object, in any language and however quiet', async () => {
    const path = writeOffer('Broken', (text) => text.replace('"777788889999"', '"77778888999"'));
    const result = await cliProcess(ofSeller('--language', 'ja', 'offer', 'validate', path));
    expect(result.code).toBe(3);
    const line =
      readFileSync(path, 'utf8')
        .split('\n')
        .findIndex((one) => one.includes('77778888999')) + 1;
    expect(result.err).toContain(`offer.yaml:${line}:`);
    expect(result.err).toContain('エラー');
  });

  it('is shown to a person at the terminal first, who says by its 12 digits which account is meant', async () => {
    const path = writeOffer('Asked about');
    const asked = (answer: string) => callCli([...PRACTICE, ...ofSeller('offer', 'apply', path)], { data, answer });
    const other = await asked('012345678901');
    expect(other).toMatchObject({ code: 3, out: '' });
    for (const text of ['ReleaseOffer', SELLER, 'Asked about']) expect(other.err).toContain(text);
    expect(await listed('Asked about')).toEqual([]);
    const meant = await asked(` ${SELLER} `);
    expect(meant.code).toBe(0);
    expect(meant.out).toContain('Change set:');
  });

  it('is sent to nobody else and by nobody unasked', async () => {
    const path = writeOffer('Unasked');
    const nobody = await cli(ofSeller('offer', 'apply', path));
    const other = await cli(ofSeller('offer', 'apply', path, '--yes', '--account-id', '012345678901'));
    expect([nobody.code, other.code]).toEqual([2, 3]);
    expect(other.err).toContain(SELLER);
    expect(await listed('Unasked')).toEqual([]);
  });
});

it('uses the keys of one command and neither writes nor prints them', async () => {
  const secret = 'abcdefghijklmnopqrstuvwxyz0123456789ABCD';
  const input = JSON.stringify({ AccessKeyId: 'AKIAEXAMPLE000000001', SecretAccessKey: secret });
  const real = makeTempFolder();
  const run = (args: readonly string[], given = '') =>
    runCli(['--mode', 'real', '--output', 'json', ...args], { data: real, input: given });
  const add = ['accounts', 'add', '--name', 'Keys', '--account-id', '999988887777'];
  const added = await run(['--session-keys', 'stdin', ...add], input);
  expect(added.code).toBe(0);
  const missing = await run(['sync']);
  expect(missing.code).toBe(6);
  expect(missing.err).toContain('--session-keys');
  for (const { out, err } of [added, missing]) expect(out + err).not.toContain(secret);
  expect(readFileSync(join(real, 'real', 'offerdeck.db')).toString('latin1')).not.toContain(secret);
});

/** What a running app holds: the same core on the same folder, and the local cloud that both then share. */
async function startApp(): Promise<{
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  runtime: Runtime;
}> {
  const runtime = await createRuntime(
    {
      host: 'browser',
      version: '0.0.0-test',
      secretBox: createTestSecretBox(),
      files: { saveText: async () => ({ path: null, downloadInRenderer: true }) },
      opener: { openLink: async () => {} },
      notifier: { notify: async () => {} },
      logger: createLogger(() => {}, maskText, 'error'),
      openPreferences: openPreferenceFile,
      startPractice: (worker, onClock) =>
        sharePractice(worker, onClock, (own, onMove) =>
          startPracticeWorker(new URL('../../../src/simulator/worker.ts', import.meta.url), own, onMove),
        ),
    },
    { dataRoot: data, speed: 100, practice: true },
  );
  onTestFinished(() => runtime.close());
  return {
    runtime,
    async call(method, input) {
      const reply = await runtime.call(method, input);
      if (!reply.ok) throw new Error(JSON.stringify(reply.error));
      return reply.value as MethodOutput<typeof method>;
    },
  };
}

it('works while the app runs on the same data folder: both write, each offer is made once', async () => {
  const { call, runtime } = await startApp();
  const { accounts } = await call('accounts.list', {});
  const account = accounts.find(({ awsAccountId }) => awsAccountId === SELLER)?.key ?? '';
  const text = readFileSync(writeOffer('By the app'), 'utf8');
  const { draftId, revision } = await call('files.import', { account, text });
  const done = Promise.withResolvers<Change>();
  runtime.subscribe((name, payload) => {
    if (name !== 'changes.changed' || !('awsStatus' in payload) || payload.draftId !== draftId) return;
    if (['verified', 'failed', 'refused'].includes(payload.state)) done.resolve(payload);
  });
  const [applied] = await Promise.all([
    cliProcess(
      ofSeller('offer', 'apply', writeOffer('By the command line'), '--wait', '--yes', '--account-id', SELLER),
    ),
    call('offers.publish', {
      draftId: draftId ?? '',
      revision: revision ?? 0,
      intent: 'release',
      confirmedAccountId: SELLER,
    }),
  ]);
  expect(applied).toMatchObject({ code: 0 });
  expect((await done.promise).state).toBe('verified');
  const { jobId } = await call('offers.sync', { account, full: true });
  await expect
    .poll(async () => (await call('jobs.list', {})).jobs.find(({ id }) => id === jobId)?.state)
    .toBe('succeeded');
  const found = await call('offers.list', { pageSize: 200, filter: { account, text: 'By the ' } });
  const made = found.items.map(({ name }) => name).filter((name) => name.startsWith('By the '));
  expect(made.toSorted()).toEqual(['By the app', 'By the command line']);
  expect(await call('history.verify', {})).toMatchObject({ brokenAt: null });
});

it('shows the bulk runs of the app, and what became of each row', async () => {
  const { call } = await startApp();
  const { accounts } = await call('accounts.list', {});
  const account = accounts.find(({ awsAccountId }) => awsAccountId === SELLER)?.key ?? '';
  const { draftId } = await call('files.import', { account, text: readFileSync(writeOffer('In a run'), 'utf8') });
  const run = await call('bulk.start', {
    action: { kind: 'publish', intent: 'draft', draftIds: [draftId ?? ''] },
    confirmedAccountIds: { [account]: SELLER },
  });
  await expect.poll(async () => (await call('bulk.get', { runId: run.id })).state, { timeout: 20_000 }).toBe('ended');

  const runs = (await cli(ofSeller('--output', 'json', 'bulk', 'list'))).json<BulkRun[]>();
  expect(runs).toMatchObject([{ id: run.id, state: 'ended', counts: { done: 1 } }]);
  const ofOther = await cli(['--account', '012345678901', '--output', 'json', 'bulk', 'list']);
  expect(ofOther.json()).toEqual([]);
  const shown = (await cli(['--output', 'json', 'bulk', 'show', run.id])).json<{ run: BulkRun; rows: BulkRow[] }>();
  expect(shown).toMatchObject({ run: { id: run.id }, rows: [{ label: 'In a run', state: 'done' }] });
  const table = await cli(['bulk', 'show', run.id]);
  expect(table.out).toContain(shown.rows[0]?.result?.id ?? 'an offer');
  expect(table.out).toContain('Done: 1');
  expect(await cli(['bulk', 'show', 'nothing'])).toMatchObject({ code: 1, out: '' });
});

describe('opportunities and invitations', () => {
  it('are listed by stage, shown, and exported as a file that changes nothing', async () => {
    expect(await cli(ofSeller('sync', 'opportunities', 'invitations'))).toMatchObject({ code: 0, err: '' });
    const found = (
      await cli(ofSeller('--output', 'json', 'opportunities', 'list', '--stage', 'Qualified', '--state', 'Approved'))
    ).json<OpportunitySummary[]>();
    expect(found.length).toBeGreaterThan(2);
    expect(new Set(found.map(({ stage, reviewStatus }) => `${stage} ${reviewStatus}`))).toEqual(
      new Set(['Qualified Approved']),
    );
    const wrong = await cli(['opportunities', 'list', '--stage', 'Nowhere']);
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('Business Validation');
    const csv = await cli(['--language', 'ja', ...ofSeller('opportunities', 'export', '--stage', 'Launched')]);
    expect(csv.out.split(/\r?\n/)[0]).toContain('クローズ日');
    expect(csv.out).toContain('ローンチ済み');

    const [deal] = found;
    const shown = await cli(['opportunities', 'show', deal?.id ?? '']);
    expect(shown.out).toContain(`changes: ${deal?.id}`);
    const path = join(makeTempFolder(), 'deal.yaml');
    writeFileSync(path, (await cli(['opportunities', 'export', deal?.id ?? ''])).out);
    expect(await cli(ofSeller('opportunity', 'validate', path))).toMatchObject({ code: 0 });
    expect((await cli(ofSeller('--output', 'json', 'opportunity', 'plan', path))).json()).toMatchObject({ steps: [] });
    expect((await cli(ofSeller('opportunity', 'apply', path, '--yes', '--account-id', SELLER))).out).toContain(
      'AWS holds everything already',
    );

    writeFileSync(
      path,
      `${readFileSync(path, 'utf8').trimEnd()}\n`.replace(/^(\s+)nextSteps: .*$/m, '$1nextSteps: From a file'),
    );
    const plan = (await cli(ofSeller('--output', 'json', 'opportunity', 'plan', path))).json<{ steps: object[] }>();
    expect(plan.steps).toMatchObject([
      { operation: 'UpdateOpportunity', request: { LifeCycle: { NextSteps: 'From a file' } } },
    ]);
    expect(await cli(ofSeller('opportunity', 'apply', path))).toMatchObject({ code: 2, out: '' });
    const other = await cli(ofSeller('opportunity', 'apply', path, '--yes', '--account-id', '012345678901'));
    expect(other).toMatchObject({ code: 3, out: '' });
    const applied = await cli(ofSeller('opportunity', 'apply', path, '--yes', '--account-id', SELLER));
    expect(applied).toMatchObject({ code: 0 });
    expect(applied.out).toContain(deal?.id);
    const read = (
      await cli(ofSeller('--output', 'json', 'opportunities', 'show', deal?.id ?? '', '--refresh'))
    ).json<OpportunitySummary>();
    expect(read.nextSteps).toBe('From a file');
  });

  it('are refused with their line where the file or the rules do not allow them', async () => {
    const path = join(makeTempFolder(), 'new.yaml');
    const head = 'format: offerdeck-opportunity\nversion: 1\nopportunity:\n';
    writeFileSync(path, `${head}  project:\n    titel: Misspelt\n`);
    const misspelt = await cli(ofSeller('opportunity', 'validate', path));
    expect(misspelt).toMatchObject({ code: 3, out: '' });
    expect(misspelt.err).toContain('opportunity.project.titel');
    writeFileSync(
      path,
      `${head}  project:\n    title: New deal\n  customer:\n    account:\n      companyName: Example Corp\n`,
    );
    const checked = await cli(ofSeller('opportunity', 'apply', path, '--share', '--yes', '--account-id', SELLER));
    expect(checked.code).toBe(3);
    expect(checked.err).toMatch(/new\.yaml:7:5: error: .*\(customer\.account\.industry\)/);
    const schema = (await cli(['opportunity', 'schema'])).json<{ title: string }>();
    expect(schema.title).toBe('Offerdeck opportunity');
  });

  it('an invitation is answered once it was confirmed, and only with a reason rejected', async () => {
    const list = (await cli(ofSeller('--output', 'json', 'invitations', 'list', '--state', 'pending'))).json<
      InvitationSummary[]
    >();
    const [invitation] = list.filter(({ payloadType }) => payloadType === 'OpportunityInvitation');
    const id = invitation?.id ?? '';
    expect(await cli(ofSeller('invitations', 'accept', id))).toMatchObject({ code: 2, out: '' });
    expect(await cli(ofSeller('invitations', 'reject', id, '--yes', '--account-id', SELLER))).toMatchObject({
      code: 2,
      out: '',
    });
    const refused = await callCli([...PRACTICE, ...ofSeller('invitations', 'accept', id)], {
      data,
      answer: '012345678901',
    });
    expect(refused).toMatchObject({ code: 3, out: '' });
    expect(refused.err).toContain('StartEngagementByAcceptingInvitationTask');
    const wrong = ['--reason', 'Because', '--yes', '--account-id', SELLER];
    expect((await cli(ofSeller('invitations', 'reject', id, ...wrong))).code).not.toBe(0);
    const reason = ['--reason', 'Unable to support', '--yes', '--account-id', SELLER, '--wait'];
    expect(await cli(ofSeller('invitations', 'reject', id, ...reason))).toMatchObject({ code: 0 });
    expect((await cli(ofSeller('--output', 'json', 'invitations', 'show', id))).json()).toMatchObject({
      status: 'REJECTED',
    });
  });
});
