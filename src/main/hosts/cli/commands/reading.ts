/** `sync` and `urls export`. */
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { CommandFailure, EXIT } from '../exit-codes.ts';
import { withSession, type Context, type Program } from '../kit.ts';

const SYNCS = [
  'products',
  'offers',
  'offersets',
  'agreements',
  'authorizations',
  'opportunities',
  'invitations',
] as const;
const OF_CO_SELL: readonly string[] = ['opportunities', 'invitations'];
const URL_FORMATS = ['csv', 'text', 'markdown'] as const;
const URL_HEADINGS = {
  name: 'column.name',
  offerId: 'column.id',
  product: 'column.product',
  account: 'column.account',
  awsAccountId: 'column.awsAccountId',
  buyers: 'column.buyers',
  state: 'column.state',
  expires: 'column.expiresUtc',
  url: 'column.url',
  noUrl: 'export.noUrl',
  'state.draft': 'state.draft',
  'state.active': 'state.active',
  'state.expired': 'state.expired',
} as const;

interface UrlOptions {
  readonly format: string;
  readonly text?: string;
  readonly out?: string;
}

export function addReadingCommands(parent: Command, program: Program): void {
  const { t } = program.texts;
  parent
    .command('sync')
    .description(t('help.sync'))
    .argument('[what...]', t('option.syncWhat', { choices: SYNCS.join(', ') }))
    .option('--full', t('option.full'))
    .action((what: string[], options: { full?: boolean }, command: Command) =>
      withSession(program, command, (context) => sync(context, what, options.full ?? false)),
    );
  parent
    .command('urls')
    .description(t('help.urls'))
    .command('export')
    .description(t('help.urls-export'))
    .option('--format <format>', URL_FORMATS.join(', '), 'csv')
    .option('--text <text>', t('option.text'))
    .option('--out <file>', t('option.out'))
    .action((options: UrlOptions, command: Command) =>
      withSession(program, command, (context) => exportUrls(context, options)),
    );
}

async function sync({ session, texts, output, signedIn }: Context, what: readonly string[], full: boolean) {
  const unknown = what.find((one) => !SYNCS.some((known) => known === one));
  if (unknown !== undefined) {
    throw new CommandFailure(EXIT.usage, texts.t('usage.choice', { option: unknown, choices: SYNCS.join(', ') }));
  }
  const account = await signedIn();
  // Asked for by name, AWS itself may say that the account has no part in Partner Central.
  const usual = SYNCS.filter((one) => account.persona.coSell || !OF_CO_SELL.includes(one));
  const wanted = what.length === 0 ? usual : SYNCS.filter((one) => what.includes(one));
  for (const one of wanted) {
    const { jobId } = await session.call(`${one}.sync`, { account: account.key, full });
    await session.finish(jobId, texts.t(`sync.${one}`));
  }
  const problems = [];
  for (const one of SYNCS) {
    problems.push(...(await session.call(`${one}.syncProblems`, { account: account.key })).problems);
  }
  output.lines({ account: account.awsAccountId, synced: wanted, problems }, [
    texts.t('sync.done', { name: account.name }),
    ...problems.map(({ entityId, message }) => `  ${entityId}: ${message}`),
  ]);
  return EXIT.ok;
}

async function exportUrls({ session, texts, output, options: globals }: Context, options: UrlOptions) {
  const format = URL_FORMATS.find((one) => one === options.format);
  if (!format) {
    throw new CommandFailure(
      EXIT.usage,
      texts.t('usage.choice', { option: '--format', choices: URL_FORMATS.join(', ') }),
    );
  }
  const account = globals.account === undefined ? null : (await session.account(globals.account)).key;
  const headings = Object.fromEntries(
    Object.entries(URL_HEADINGS).map(([name, key]) => [name, texts.t(`offers:${key}`)]),
  );
  const filter = { account, text: options.text ?? '' };
  const { text, count } = await session.call('offers.urlsText', { refs: null, filter, format, headings });
  if (output.format === 'json' && options.out === undefined) {
    const { urls } = await session.call('offers.urls', { refs: null, filter });
    output.lines(urls, []);
  } else if (options.out === undefined) output.text(text);
  else {
    await writeFile(options.out, text, { mode: 0o600 });
    output.say(texts.t('written', { file: options.out, count }));
  }
  return EXIT.ok;
}
