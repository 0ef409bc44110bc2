/** `offerdeck history`: list, calls, verify. */
import type { Command } from 'commander';
import { CHANGE_STATES } from '../../../../shared/domain/change/change.ts';
import { CHANGE_KINDS } from '../../../../shared/domain/change/kinds.ts';
import { CALL_DIRECTIONS, CALL_STATUSES } from '../../../../shared/domain/sync/call.ts';
import { EXIT } from '../exit-codes.ts';
import { withSession, type Context, type Program } from '../kit.ts';
import { accountNames } from './entities.ts';
import { chosen, limited, readNewest } from './newest.ts';

interface ListOptions {
  readonly text?: string;
  readonly state?: string;
  readonly status?: string;
  readonly direction?: string;
  readonly change?: string;
  readonly limit: number;
}

export function addHistoryCommands(parent: Command, program: Program): void {
  const { texts } = program;
  const { t } = texts;
  const history = parent.command('history').description(t('help.history'));
  limited(history.command('list').description(t('help.history-list')), texts)
    .option('--text <text>', t('option.historyText'))
    .option('--state <state>', t('option.state'))
    .action((options: ListOptions, command: Command) =>
      withSession(program, command, (context) => listChanges(context, options)),
    );
  limited(history.command('calls').description(t('help.history-calls')), texts)
    .option('--text <text>', t('option.callText'))
    .option('--direction <direction>', CALL_DIRECTIONS.join(', '))
    .option('--status <status>', CALL_STATUSES.join(', '))
    .option('--change <id>', t('option.change'))
    .action((options: ListOptions, command: Command) =>
      withSession(program, command, (context) => listCalls(context, options)),
    );
  history
    .command('verify')
    .description(t('help.history-verify'))
    .action((_options, command: Command) => withSession(program, command, verify));
}

async function listChanges(context: Context, { text = '', state, limit }: ListOptions) {
  const { session, output, texts } = context;
  const { t } = texts;
  const filter = { account: await accountOf(context), text, states: chosen('--state', state, CHANGE_STATES) };
  const items = await readNewest(context, limit, (page) => session.call('history.changes', { ...page, filter }));
  const nameOf = await accountNames(context);
  output.rows(items, items, [
    { heading: t('column.startedAt'), value: ({ createdAt }) => createdAt },
    { heading: t('column.account'), value: ({ account }) => nameOf(account) },
    { heading: t('column.kind'), value: ({ kind }) => t(CHANGE_KINDS[kind].labelKey) },
    { heading: t('column.title'), value: ({ title }) => title },
    { heading: t('column.state'), value: ({ state: reached }) => t(`offers:changeState.${reached}`) },
    { heading: t('column.entity'), value: ({ entityId, offerId }) => entityId ?? offerId ?? '' },
    { heading: t('column.changeId'), value: ({ id }) => id },
  ]);
  return EXIT.ok;
}

async function listCalls(context: Context, { text = '', status, direction, change, limit }: ListOptions) {
  const { session, output, texts } = context;
  const { t } = texts;
  const filter = {
    account: await accountOf(context),
    text,
    statuses: chosen('--status', status, CALL_STATUSES),
    directions: chosen('--direction', direction, CALL_DIRECTIONS),
    changeId: change ?? null,
  };
  const items = await readNewest(context, limit, (page) => session.call('history.calls', { ...page, filter }));
  const nameOf = await accountNames(context);
  output.rows(items, items, [
    { heading: t('column.at'), value: ({ at }) => at },
    { heading: t('column.account'), value: ({ account }) => (account === null ? '' : nameOf(account)) },
    { heading: t('column.service'), value: ({ service }) => service },
    { heading: t('column.operation'), value: ({ operation }) => operation },
    { heading: t('column.direction'), value: ({ direction: way }) => t(`sync-log:direction.${way}`) },
    { heading: t('column.outcome'), value: ({ status: ended }) => t(`sync-log:status.${ended}`) },
    { heading: t('column.error'), value: ({ errorCode }) => errorCode ?? '' },
    { heading: t('column.requestId'), value: ({ requestId }) => requestId ?? '' },
  ]);
  return EXIT.ok;
}

async function accountOf({ session, options }: Context): Promise<string | null> {
  return options.account === undefined ? null : (await session.account(options.account)).key;
}

async function verify({ session, texts, output }: Context) {
  const found = await session.call('history.verify', {});
  const { entries, brokenAt, head } = found;
  output.lines(
    found,
    brokenAt === null
      ? [texts.t('history.whole', { count: entries }), ...(head === null ? [] : [head])]
      : [texts.t('history.broken', { seq: brokenAt })],
  );
  return brokenAt === null ? EXIT.ok : EXIT.failed;
}
