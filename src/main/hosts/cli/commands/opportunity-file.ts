/** `opportunity validate|plan|apply FILE`: a co-sell opportunity from a file, by the same rules, core and journal as the app's. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { confirmAccount, refuseUnanswerable, refuseUnreadWarnings, type ConfirmOptions } from '../confirm.ts';
import { CommandFailure, EXIT, type ExitCode } from '../exit-codes.ts';
import { followSend } from '../follow-send.ts';
import { withSession, type Context, type Program } from '../kit.ts';

interface FileOptions extends ConfirmOptions {
  readonly share?: boolean;
}

type Checked = MethodOutput<'opportunities.files.check'>;

export function addOpportunityFileCommands(parent: Command, program: Program): void {
  const { t } = program.texts;
  const opportunity = parent.command('opportunity').description(t('help.opportunity'));
  const add = (name: 'validate' | 'plan' | 'apply') =>
    opportunity
      .command(name)
      .description(t(`help.offer-${name}`))
      .argument('<file>', t('option.opportunityFile'))
      .option('--share', t('option.share'));
  add('validate').action((file: string, options: FileOptions, command: Command) =>
    withSession(program, command, (context) => validate(context, file, options)),
  );
  add('plan').action((file: string, options: FileOptions, command: Command) =>
    withSession(program, command, (context) => plan(context, file, options)),
  );
  add('apply')
    .option('--yes', t('option.yes'))
    .option('--account-id <id>', t('option.confirmId'))
    .option('--accept-warnings', t('option.acceptWarnings'))
    .action((file: string, options: FileOptions, command: Command) =>
      withSession(program, command, (context) => apply(context, file, options)),
    );
  opportunity
    .command('schema')
    .description(t('help.offer-schema'))
    .action((_options: object, command: Command) =>
      withSession(program, command, async ({ session, output }) => {
        output.text((await session.call('opportunities.files.schema', {})).json);
        return EXIT.ok;
      }),
    );
}

interface Prepared {
  readonly account: Account;
  readonly text: string;
  readonly checked: Checked;
  readonly isBlocked: boolean;
}

/** Reads and checks the file; what the rules say stands on standard error, with its line. */
async function prepare(context: Context, path: string, { share = false }: FileOptions): Promise<Prepared> {
  const { session, output, texts } = context;
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandFailure(EXIT.failed, texts.t('file.unreadable', { file: path }));
  });
  const account = await context.signedIn();
  const checked = await session.call('opportunities.files.check', { account: account.key, text, share });
  for (const { severity, place, path: field, messageKey, params } of checked.findings) {
    const where = `${basename(path)}:${place.line}:${place.column}`;
    output.warn(`${where}: ${texts.t(`severity.${severity}`)}: ${texts.t(messageKey, params)} (${field})`);
  }
  return { account, text, checked, isBlocked: checked.findings.some(({ blocking }) => blocking) };
}

async function validate(context: Context, path: string, options: FileOptions): Promise<ExitCode> {
  const { checked, isBlocked } = await prepare(context, path, options);
  const { texts, output } = context;
  output.lines({ ...checked, valid: !isBlocked }, [
    isBlocked ? blockedText(context, checked) : texts.t('file.valid', { name: checked.name }),
  ]);
  return isBlocked ? EXIT.refused : EXIT.ok;
}

function blockedText({ texts }: Context, { findings }: Checked): string {
  return texts.t('file.blocked', { count: findings.filter(({ blocking }) => blocking).length });
}

function planLines({ texts }: Context, { account, checked }: Prepared): string[] {
  const { name, opportunityId, share, catalog, steps } = checked;
  const what = opportunityId === null ? 'create' : 'update';
  return [
    texts.t(`plan.${what}`, { name, id: opportunityId ?? '' }),
    ...(share ? [texts.t('plan.share')] : []),
    texts.t('plan.account', { name: account.name, id: account.awsAccountId }),
    texts.t('plan.catalog', { catalog }),
    ...steps.flatMap(({ operation, json }) => ['', `${operation}:`, json]),
    ...(steps.length === 0 ? [texts.t('plan.nothing')] : []),
  ];
}

async function plan(context: Context, path: string, options: FileOptions): Promise<ExitCode> {
  const prepared = await prepare(context, path, options);
  const { checked, isBlocked } = prepared;
  const steps = checked.steps.map(({ operation, json }) => ({ operation, request: JSON.parse(json) as unknown }));
  context.output.lines(
    { ...checked, steps, valid: !isBlocked },
    isBlocked ? [blockedText(context, checked)] : planLines(context, prepared),
  );
  return isBlocked ? EXIT.refused : EXIT.ok;
}

async function apply(context: Context, path: string, options: FileOptions): Promise<ExitCode> {
  refuseUnanswerable(context, options);
  const { session, output, texts } = context;
  const prepared = await prepare(context, path, options);
  const { account, checked, text, isBlocked } = prepared;
  if (isBlocked) {
    output.lines({ ...checked, valid: false }, [blockedText(context, checked)]);
    return EXIT.refused;
  }
  if (checked.steps.length === 0) {
    output.lines({ ...checked, valid: true }, [texts.t('plan.nothing')]);
    return EXIT.ok;
  }
  const warnings = checked.findings.filter(({ severity }) => severity === 'warning');
  refuseUnreadWarnings(context, options, warnings.length);
  const confirmedAccountId = await confirmAccount(context, account, options, planLines(context, prepared));
  const { draftId, revision } = await session.call('opportunities.files.import', { account: account.key, text });
  try {
    await session.call('opportunities.drafts.send', {
      id: draftId,
      revision,
      share: checked.share,
      confirmedAccountId,
      acknowledgedWarnings: [...new Set(warnings.map(({ ruleId }) => ruleId))],
    });
  } catch (error) {
    const { state } = await session.call('opportunities.drafts.progress', { id: draftId });
    // A draft that no write stands for would only lie around; the one of an opportunity at AWS is its own.
    if (state === null && checked.opportunityId === null)
      await session.call('opportunities.drafts.remove', { id: draftId });
    throw error;
  }
  return followSend(context, draftId);
}
