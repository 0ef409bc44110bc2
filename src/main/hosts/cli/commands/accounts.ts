/** `offerdeck accounts`: list, add, test, policy, remove. */
import type { Command } from 'commander';
import { ACCOUNT_COLOURS, type AccountSettings, type Connection } from '../../../../shared/domain/account/account.ts';
import { FULL_PERSONA } from '../../../../shared/domain/account/persona.ts';
import { CommandFailure, EXIT } from '../exit-codes.ts';
import { withSession, type Context, type Program } from '../kit.ts';
import { readSessionKeys } from '../session-keys.ts';
import type { Texts } from '../texts.ts';

interface AddOptions {
  readonly name: string;
  readonly accountId: string;
  readonly prefix?: string;
  readonly profile?: string;
  readonly role?: string;
  readonly sourceAccount?: string;
  readonly externalId?: string;
  readonly bucket?: string;
  readonly bucketRegion?: string;
  readonly bucketPrefix?: string;
}

export function addAccountCommands(parent: Command, program: Program): void {
  const { t } = program.texts;
  const accounts = parent.command('accounts').description(t('help.accounts'));
  accounts
    .command('list')
    .description(t('help.accounts-list'))
    .action((_options, command: Command) => withSession(program, command, listAccounts));
  accounts
    .command('add')
    .description(t('help.accounts-add'))
    .requiredOption('--name <name>', t('option.name'))
    .requiredOption('--account-id <id>', t('option.accountId'))
    .option('--prefix <prefix>', t('option.prefix'))
    .option('--profile <profile>', t('option.profile'))
    .option('--role <arn>', t('option.role'))
    .option('--source-account <account>', t('option.sourceAccount'))
    .option('--external-id <id>', t('option.externalId'))
    .option('--bucket <bucket>', t('option.bucket'))
    .option('--bucket-region <region>', t('option.bucketRegion'))
    .option('--bucket-prefix <prefix>', t('option.bucketPrefix'))
    .action((options: AddOptions, command: Command) =>
      withSession(program, command, (context) => addAccount(context, options)),
    );
  accounts
    .command('test')
    .description(t('help.accounts-test'))
    .argument('[account]', t('option.account'))
    .action((account: string | undefined, _options, command: Command) => {
      if (account !== undefined) command.setOptionValue('account', account);
      return withSession(program, command, testAccount);
    });
  accounts
    .command('policy')
    .description(t('help.accounts-policy'))
    .action((_options, command: Command) =>
      withSession(program, command, async ({ session, output, options }) => {
        const { key } = await session.account(options.account);
        output.text((await session.call('accounts.policy', { account: key })).json);
        return EXIT.ok;
      }),
    );
}

async function listAccounts({ session, output, texts }: Context) {
  const { accounts } = await session.call('accounts.list', {});
  output.rows(accounts, accounts, [
    { heading: texts.t('column.prefix'), value: ({ prefix }) => prefix },
    { heading: texts.t('column.name'), value: ({ name }) => name },
    { heading: texts.t('column.awsAccountId'), value: ({ awsAccountId }) => awsAccountId },
    { heading: texts.t('column.signIn'), value: ({ connection }) => describe(connection, texts) },
  ]);
  return EXIT.ok;
}

function describe(connection: Connection, texts: Texts): string {
  switch (connection.kind) {
    case 'practice':
      return texts.t('signIn.practice');
    case 'profile':
      return texts.t('signIn.profile', { profile: connection.profile });
    case 'role':
      return texts.t('signIn.role', { role: connection.roleArn });
    case 'keys':
      return texts.t(connection.persistence === 'encrypted' ? 'signIn.desktop' : 'signIn.session');
  }
}

async function addAccount({ session, output, texts, options: globals, terminal }: Context, options: AddOptions) {
  const connection = await connectionOf(session, options, globals.sessionKeys !== undefined, texts);
  const { accounts } = await session.call('accounts.list', {});
  const settings: AccountSettings = {
    name: options.name,
    prefix: options.prefix ?? (options.name.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 24) || 'Seller'),
    colour: ACCOUNT_COLOURS[accounts.length % ACCOUNT_COLOURS.length] ?? 'blue',
    awsAccountId: options.accountId,
    connection,
    eulaBucket: options.bucket
      ? { bucket: options.bucket, prefix: options.bucketPrefix ?? '', region: options.bucketRegion ?? 'us-east-1' }
      : null,
    presignRoleArn: null,
    addSellerToBuyers: false,
    endpoint: null,
    persona: FULL_PERSONA,
    partnerCentral: { catalog: 'AWS' },
  };
  const keys =
    connection.kind === 'keys' && globals.sessionKeys
      ? await readSessionKeys(globals.sessionKeys, texts, terminal)
      : null;
  const account = await session.call('accounts.create', { settings, keys });
  output.lines(account, [texts.t('account.added', { name: account.name, id: account.awsAccountId })]);
  return EXIT.ok;
}

async function connectionOf(
  session: Context['session'],
  { profile, role, sourceAccount, externalId }: AddOptions,
  hasKeys: boolean,
  texts: Texts,
): Promise<Connection> {
  if (role !== undefined) {
    if (sourceAccount !== undefined) {
      const { key } = await session.account(sourceAccount);
      return { kind: 'role', source: { kind: 'account', account: key }, roleArn: role, externalId: externalId ?? null };
    }
    if (profile === undefined) throw new CommandFailure(EXIT.usage, texts.t('account.roleNeedsSource'));
    return { kind: 'role', source: { kind: 'profile', profile }, roleArn: role, externalId: externalId ?? null };
  }
  if (profile !== undefined) return { kind: 'profile', profile };
  if (hasKeys) return { kind: 'keys', persistence: 'session' };
  if (session.mode === 'practice') return { kind: 'practice' };
  throw new CommandFailure(EXIT.usage, texts.t('account.howToSignIn'));
}

async function testAccount({ session, output, texts, signedIn }: Context) {
  const account = await signedIn();
  const { steps } = await session.call('accounts.test', { account: account.key });
  output.rows(steps, steps, [
    { heading: texts.t('column.step'), value: ({ step }) => step },
    { heading: texts.t('column.state'), value: ({ state }) => texts.t(`testState.${state}`) },
    {
      heading: texts.t('column.details'),
      value: ({ messageKey, params, missingAction }) =>
        [messageKey && texts.has(messageKey) ? texts.t(messageKey, params) : '', missingAction ?? '']
          .filter(Boolean)
          .join(' '),
    },
  ]);
  return steps.some(({ state }) => state === 'failed') ? EXIT.refusedByAws : EXIT.ok;
}
