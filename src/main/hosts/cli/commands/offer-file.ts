/** `offer validate|plan|apply FILE`: an offer from a file, by the same rules, the same core and the same journal as the app's. */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Command } from 'commander';
import { parse } from 'yaml';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { isBlocking } from '../../../../shared/domain/offer/preflight/index.ts';
import { confirmAccount, refuseUnanswerable, refuseUnreadWarnings, type ConfirmOptions } from '../confirm.ts';
import { CommandFailure, EXIT, type ExitCode } from '../exit-codes.ts';
import { followChange } from '../follow.ts';
import { withSession, type Context, type Program } from '../kit.ts';
import { comparisonLines } from '../comparison.ts';

type Intent = 'release' | 'draft';
type Checked = MethodOutput<'files.check'>;

interface FileOptions extends ConfirmOptions {
  readonly intent: string;
  readonly wait?: boolean;
  readonly again?: boolean;
}

interface OfferFile {
  readonly name: string;
  readonly text: string;
  readonly eula: { name: string; base64: string } | null;
}

export function addOfferFileCommands(parent: Command, program: Program): void {
  const { t } = program.texts;
  const offer = parent.command('offer').description(t('help.offer'));
  const add = (name: 'validate' | 'plan' | 'apply') =>
    offer
      .command(name)
      .description(t(`help.offer-${name}`))
      .argument('<file>', t('option.file'))
      .option('--intent <intent>', t('option.intent'), 'release');
  add('validate').action((file: string, options: FileOptions, command: Command) =>
    withSession(program, command, (context) => validate(context, file, intentOf(context, options))),
  );
  add('plan').action((file: string, options: FileOptions, command: Command) =>
    withSession(program, command, (context) => plan(context, file, intentOf(context, options))),
  );
  add('apply')
    .option('--yes', t('option.yes'))
    .option('--account-id <id>', t('option.confirmId'))
    .option('--wait', t('option.wait'))
    .option('--again', t('option.again'))
    .option('--accept-warnings', t('option.acceptWarnings'))
    .action((file: string, options: FileOptions, command: Command) =>
      withSession(program, command, (context) => apply(context, file, options)),
    );
  offer
    .command('schema')
    .description(t('help.offer-schema'))
    .option('--template', t('option.template'))
    .action((options: { template?: boolean }, command: Command) =>
      withSession(program, command, async ({ session, output }) => {
        output.text((await session.call('files.schema', { format: options.template ? 'template' : 'offer' })).json);
        return EXIT.ok;
      }),
    );
}

function intentOf({ texts }: Context, { intent }: FileOptions): Intent {
  if (intent === 'release' || intent === 'draft') return intent;
  throw new CommandFailure(EXIT.usage, texts.t('usage.choice', { option: '--intent', choices: 'release, draft' }));
}

/** The PDF that the file names lies beside it; one that is not there may be known by its hash. */
async function readOfferFile({ texts }: Context, path: string): Promise<OfferFile> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandFailure(EXIT.failed, texts.t('file.unreadable', { file: path }));
  });
  const name = eulaNameOf(text);
  if (name === null) return { name: basename(path), text, eula: null };
  // A name, never a way out of the folder.
  const pdf = await readFile(join(dirname(path), basename(name))).catch(() => null);
  return { name: basename(path), text, eula: pdf && { name, base64: pdf.toString('base64') } };
}

/** A file that cannot be read yet has no PDF; what is wrong with it is said by the core, with its line. */
function eulaNameOf(text: string): string | null {
  try {
    const file = (parse(text, { maxAliasCount: 0 }) as { offer?: { eula?: { file?: unknown } } } | null)?.offer?.eula
      ?.file;
    return typeof file === 'string' && file !== '' ? file : null;
  } catch {
    return null;
  }
}

function printFindings({ texts, output }: Context, file: OfferFile, { findings }: Checked): void {
  for (const { severity, place, path, messageKey, params } of findings) {
    const where = `${file.name}:${place.line}:${place.column}`;
    output.warn(`${where}: ${texts.t(`severity.${severity}`)}: ${texts.t(messageKey, params)} (${path})`);
  }
}

const blocking = ({ findings }: Checked, intent: Intent) => findings.filter((finding) => isBlocking(finding, intent));

async function validate(context: Context, path: string, intent: Intent): Promise<ExitCode> {
  const { session, output, texts } = context;
  const file = await readOfferFile(context, path);
  const account = await context.signedIn();
  const checked = await session.call('files.check', { account: account.key, text: file.text, eula: file.eula });
  printFindings(context, file, checked);
  const errors = blocking(checked, intent).length;
  output.lines({ ...checked, valid: errors === 0 }, [
    errors === 0 ? texts.t('file.valid', { name: checked.name }) : texts.t('file.blocked', { count: errors }),
  ]);
  return errors === 0 ? EXIT.ok : EXIT.refused;
}

interface Prepared {
  readonly account: Account;
  readonly checked: Checked;
  readonly draftId: string;
  readonly revision: number;
  readonly publishedBefore: MethodOutput<'files.import'>['publishedBefore'];
  readonly plan: Plan;
}

interface Plan {
  readonly intent: Intent;
  readonly account: { readonly name: string; readonly awsAccountId: string };
  readonly offer: string;
  readonly request: unknown;
  readonly differences: MethodOutput<'versions.compare'>['rows'];
}

/** Takes the file in and works out what would be sent; the draft is the caller's to keep or to drop. */
async function prepare(context: Context, path: string, intent: Intent): Promise<Prepared | null> {
  const { session, output, texts } = context;
  const file = await readOfferFile(context, path);
  const account = await context.signedIn();
  const given = { account: account.key, text: file.text, eula: file.eula };
  const checked = await session.call('files.check', given);
  printFindings(context, file, checked);
  const errors = blocking(checked, intent).length;
  if (errors > 0) {
    output.lines({ ...checked, valid: false }, [texts.t('file.blocked', { count: errors })]);
    return null;
  }
  const { draftId, revision, publishedBefore } = await session.call('files.import', given);
  if (draftId === null || revision === null) throw new CommandFailure(EXIT.usage, texts.t('file.isTemplate'));
  try {
    const request = JSON.parse((await session.call('drafts.request', { id: draftId, intent })).json) as unknown;
    const differences = await differencesOf(context, account, draftId);
    const { name, awsAccountId } = account;
    const plan: Plan = { intent, account: { name, awsAccountId }, offer: checked.name, request, differences };
    return { account, checked, draftId, revision, publishedBefore, plan };
  } catch (error) {
    await session.call('drafts.remove', { id: draftId });
    throw error;
  }
}

/** Against what AWS holds of the offer now; empty for a new offer. */
async function differencesOf({ session }: Context, account: Account, draftId: string) {
  const { document } = await session.call('drafts.get', { id: draftId });
  if (!document.target) return [];
  const { sides } = await session.call('versions.list', {
    account: account.key,
    entityType: 'Offer',
    entityId: document.target.offerId,
  });
  const held = sides.find(({ version }) => version?.entityType === 'Offer');
  if (!held) return [];
  const { rows } = await session.call('versions.compare', { before: held.side, after: { kind: 'draft', id: draftId } });
  return rows.filter(({ change }) => change !== 'same');
}

function planLines({ texts }: Context, { account, offer, intent, differences, request }: Plan): string[] {
  return [
    texts.t(`plan.${intent}`, { name: offer }),
    texts.t('plan.account', { name: account.name, id: account.awsAccountId }),
    ...(differences.length === 0 ? [] : ['', texts.t('plan.differences'), ...comparisonLines(differences, texts)]),
    '',
    texts.t('plan.request'),
    JSON.stringify(request, null, 2),
  ];
}

async function plan(context: Context, path: string, intent: Intent): Promise<ExitCode> {
  const prepared = await prepare(context, path, intent);
  if (!prepared) return EXIT.refused;
  await context.session.call('drafts.remove', { id: prepared.draftId });
  context.output.lines(prepared.plan, planLines(context, prepared.plan));
  return EXIT.ok;
}

async function apply(context: Context, path: string, options: FileOptions): Promise<ExitCode> {
  const { session, output, texts } = context;
  const intent = intentOf(context, options);
  refuseUnanswerable(context, options);
  const prepared = await prepare(context, path, intent);
  if (!prepared) return EXIT.refused;
  const { account, draftId, revision, publishedBefore } = prepared;
  try {
    if (publishedBefore && !options.again) {
      throw new CommandFailure(EXIT.refused, texts.t('confirm.publishedBefore', { id: publishedBefore.changeId }));
    }
    const warnings = prepared.checked.findings.filter(({ severity }) => severity === 'warning');
    if (intent === 'release') refuseUnreadWarnings(context, options, warnings.length);
    const given = await confirmAccount(context, account, options, planLines(context, prepared.plan));
    const { change } = await session.call('offers.publish', {
      draftId,
      revision,
      intent,
      confirmedAccountId: given,
      acknowledgedWarnings: [...new Set(warnings.map(({ ruleId }) => ruleId))],
    });
    output.say(texts.t('apply.started', { id: change.id }));
    return await followChange(context, change, options.wait ?? false);
  } catch (error) {
    await dropUnsent(context, draftId);
    throw error;
  }
}

/** A draft that no write stands for would only lie around; one that is being sent stays. */
async function dropUnsent({ session }: Context, draftId: string): Promise<void> {
  const { changeId } = await session.call('drafts.get', { id: draftId });
  if (changeId === null) await session.call('drafts.remove', { id: draftId });
}
