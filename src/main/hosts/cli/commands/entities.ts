/** `list`, `show` and `export` of one kind of thing: what differs between kinds stands in a table of theirs. */
import type { Command } from 'commander';
import { toCsv } from '../../../text/csv.ts';
import { CommandFailure, EXIT } from '../exit-codes.ts';
import { withSession, type Context, type Program } from '../kit.ts';
import type { Column } from '../output.ts';
import type { Session } from '../session.ts';
import type { Texts } from '../texts.ts';

export interface Found {
  readonly account: string;
  readonly id: string;
}

export interface Filter {
  /** Key of the account; null = all. */
  readonly account: string | null;
  readonly text: string;
  readonly state?: string | undefined;
  readonly buyer?: string | undefined;
  readonly partner?: string | undefined;
  readonly stage?: string | undefined;
  readonly catalog?: string | undefined;
}

const FILTER_FLAGS = {
  state: '--state <state>',
  buyer: '--buyer <id>',
  partner: '--partner <id>',
  stage: '--stage <stage>',
  catalog: '--catalog <catalog>',
} as const;

export interface EntityKind<T extends Found> {
  readonly name: string;
  /** What its list can be narrowed by, besides account and text. */
  readonly filters: readonly (keyof typeof FILTER_FLAGS)[];
  columns(texts: Texts, accountName: (key: string) => string): Column<T>[];
  page(
    session: Session,
    filter: Filter,
    page: number,
  ): Promise<{ items: readonly T[]; total: number; syncedAt: string | null }>;
  get(session: Session, found: Found, refresh: boolean): Promise<unknown>;
  /** The thing as a file of its own; left out = JSON. */
  toFile?(session: Session, found: Found): Promise<string>;
}

interface ListOptions extends Partial<Pick<Filter, keyof typeof FILTER_FLAGS | 'text'>> {
  readonly format?: 'csv' | 'json';
  readonly refresh?: boolean;
}

const PAGE_SIZE = 200;

export function addEntityCommands<T extends Found>(parent: Command, program: Program, kind: EntityKind<T>): Command {
  const { t } = program.texts;
  const commands = parent.command(kind.name).description(t(`help.${kind.name}`));
  const list = (command: Command) => {
    command.option('--text <text>', t('option.text'));
    for (const filter of kind.filters) command.option(FILTER_FLAGS[filter], t(`option.${filter}`));
    return command;
  };
  list(commands.command('list').description(t('help.list'))).action((options: ListOptions, command: Command) =>
    withSession(program, command, (context) => printList(context, kind, options)),
  );
  commands
    .command('show')
    .description(t('help.show'))
    .argument('<id>', t('option.id'))
    .option('--refresh', t('option.refresh'))
    .action((id: string, options: ListOptions, command: Command) =>
      withSession(program, command, (context) => show(context, kind, id, options.refresh ?? false)),
    );
  list(commands.command('export').description(t('help.export')))
    .argument('[id]', t('option.exportId'))
    .option('--format <format>', t('option.csvOrJson'), 'csv')
    .action((id: string | undefined, options: ListOptions, command: Command) =>
      withSession(program, command, (context) =>
        id === undefined ? exportList(context, kind, options) : exportOne(context, kind, id),
      ),
    );
  return commands;
}

async function readAll<T extends Found>(
  { session, options: globals, output, texts }: Context,
  kind: EntityKind<T>,
  options: ListOptions,
) {
  const account = globals.account === undefined ? null : (await session.account(globals.account)).key;
  const { text = '', state, buyer, partner, stage, catalog } = options;
  const filter: Filter = { account, text, state, buyer, partner, stage, catalog };
  const items: T[] = [];
  for (let page = 1; ; page += 1) {
    const found = await kind.page(session, filter, page);
    items.push(...found.items);
    if (items.length >= found.total || found.items.length === 0) {
      if (found.syncedAt === null) output.say(texts.t('notSynced'));
      return items;
    }
  }
}

/** What a table calls an account: its prefix, or its key once it is gone. */
export async function accountNames({ session }: Context): Promise<(key: string) => string> {
  const { accounts } = await session.call('accounts.list', {});
  return (key) => accounts.find((account) => account.key === key)?.prefix ?? key;
}

async function columnsOf<T extends Found>(context: Context, kind: EntityKind<T>): Promise<Column<T>[]> {
  return kind.columns(context.texts, await accountNames(context));
}

async function printList<T extends Found>(context: Context, kind: EntityKind<T>, options: ListOptions) {
  const items = await readAll(context, kind, options);
  context.output.rows(items, items, await columnsOf(context, kind));
  return EXIT.ok;
}

async function exportList<T extends Found>(context: Context, kind: EntityKind<T>, options: ListOptions) {
  if (options.format !== 'csv' && options.format !== 'json') {
    throw new CommandFailure(EXIT.usage, context.texts.t('usage.choice', { option: '--format', choices: 'csv, json' }));
  }
  const items = await readAll(context, kind, options);
  if (options.format === 'json') {
    context.output.text(JSON.stringify(items, null, 2));
    return EXIT.ok;
  }
  const columns = await columnsOf(context, kind);
  const rows = items.map((item) => columns.map(({ value }) => value(item)));
  context.output.text(
    toCsv(
      columns.map(({ heading }) => heading),
      rows,
    ),
  );
  return EXIT.ok;
}

/** By its id alone: the account is the one whose copy has it, unless one is named. */
export async function findOne<T extends Found>(
  { session, options, texts }: Context,
  kind: EntityKind<T>,
  id: string,
): Promise<Found> {
  if (options.account !== undefined) return { account: (await session.account(options.account)).key, id };
  const { items } = await kind.page(session, { account: null, text: id }, 1);
  const found = items.filter((item) => item.id === id);
  const [only] = found;
  if (only && found.length === 1) return { account: only.account, id };
  if (found.length > 1) throw new CommandFailure(EXIT.usage, texts.t('foundInSeveral', { id }));
  throw new CommandFailure(EXIT.failed, texts.t('notFound', { id }));
}

async function show<T extends Found>(context: Context, kind: EntityKind<T>, id: string, refresh: boolean) {
  if (refresh) await context.signedIn();
  const found = await findOne(context, kind, id);
  const value = await kind.get(context.session, found, refresh);
  if (context.output.format === 'json' || !kind.toFile) context.output.text(JSON.stringify(value, null, 2));
  else {
    const { items } = await kind.page(context.session, { account: found.account, text: id }, 1);
    const row = items.find((item) => item.id === id);
    const columns = await columnsOf(context, kind);
    const lines = row ? columns.map((column) => `${column.heading}: ${column.value(row)}`) : [];
    context.output.lines(value, [...lines, '', await kind.toFile(context.session, found)]);
  }
  return EXIT.ok;
}

async function exportOne<T extends Found>(context: Context, kind: EntityKind<T>, id: string) {
  const found = await findOne(context, kind, id);
  context.output.text(
    kind.toFile
      ? await kind.toFile(context.session, found)
      : JSON.stringify(await kind.get(context.session, found, false), null, 2),
  );
  return EXIT.ok;
}

export const PAGE = { pageSize: PAGE_SIZE } as const;
