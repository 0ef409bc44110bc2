/** `offerdeck bulk`: runs over many drafts, offers or deals, and what became of each row. Runs are started in the app. */
import type { Command } from 'commander';
import { BULK_ROW_STATES, type BulkRun } from '../../../../shared/domain/bulk/bulk.ts';
import { errorLines } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import { withSession, type Context, type Program } from '../kit.ts';
import { toTable, type Column } from '../output.ts';
import type { Texts } from '../texts.ts';
import { accountNames } from './entities.ts';
import { chosen, limited, readNewest, readUpTo } from './newest.ts';

export function addBulkCommands(parent: Command, program: Program): void {
  const { texts } = program;
  const { t } = texts;
  const bulk = parent.command('bulk').description(t('help.bulk'));
  limited(bulk.command('list').description(t('help.list')), texts).action(
    (options: { limit: number }, command: Command) =>
      withSession(program, command, (context) => listRuns(context, options.limit)),
  );
  bulk
    .command('show')
    .description(t('help.bulk-show'))
    .argument('<run>', t('option.run'))
    .option('--state <state>', t('option.rowState'))
    .action((id: string, options: { state?: string }, command: Command) =>
      withSession(program, command, (context) => showRun(context, id, options.state)),
    );
}

/** A run goes over several accounts: with `--account` those that touch it. */
async function listRuns(context: Context, limit: number) {
  const { session, output, options, texts } = context;
  const account = options.account === undefined ? null : (await session.account(options.account)).key;
  const runs = await readNewest(context, limit, async (page) => {
    if (account === null) return session.call('bulk.list', page);
    const { items } = await readUpTo(Infinity, (each) => session.call('bulk.list', each));
    const touching = items.filter(({ accounts }) => accounts.some((one) => one.account === account));
    return { items: touching, total: touching.length };
  });
  output.rows(runs, runs, runColumns(texts));
  return EXIT.ok;
}

function runColumns({ t }: Texts): Column<BulkRun>[] {
  return [
    { heading: t('column.startedAt'), value: ({ createdAt }) => createdAt },
    { heading: t('column.id'), value: ({ id }) => id },
    { heading: t('column.kind'), value: ({ kind }) => t(`bulk:kind.${kind}`) },
    { heading: t('column.state'), value: ({ state }) => t(`bulk:runState.${state}`) },
    { heading: t('column.awsAccountId'), value: ({ accounts }) => accounts.map((one) => one.awsAccountId).join(' ') },
    { heading: t('column.rows'), value: ({ total }) => String(total) },
    {
      heading: t('column.counts'),
      value: ({ counts }) =>
        BULK_ROW_STATES.filter((state) => (counts[state] ?? 0) > 0)
          .map((state) => t('bulk:countOf', { state: t(`bulk:rowState.${state}`), rows: counts[state] ?? 0 }))
          .join(', '),
    },
  ];
}

async function showRun(context: Context, runId: string, state: string | undefined) {
  const { session, output, texts } = context;
  const { t } = texts;
  const states = chosen('--state', state, BULK_ROW_STATES);
  const run = await session.call('bulk.get', { runId });
  const { items: rows } = await readUpTo(Infinity, (page) => session.call('bulk.rows', { ...page, runId, states }));
  const nameOf = await accountNames(context);
  const table = toTable(rows, [
    { heading: t('column.position'), value: ({ position }) => String(position) },
    { heading: t('column.account'), value: ({ account }) => nameOf(account) },
    { heading: t('column.name'), value: ({ label }) => label },
    { heading: t('column.state'), value: (row) => t(`bulk:rowState.${row.state}`) },
    { heading: t('bulk:column.result'), value: ({ result }) => result?.id ?? '' },
    { heading: t('column.error'), value: ({ error }) => (error ? (errorLines(error, texts)[0] ?? '') : '') },
    { heading: t('column.changeId'), value: ({ changeId }) => changeId ?? '' },
  ]);
  const facts = runColumns(texts).map(({ heading, value }) => `${heading}: ${value(run)}`);
  const held = run.error ? errorLines(run.error, texts) : [];
  output.lines({ run, rows }, [...facts, ...held, '', ...table]);
  return EXIT.ok;
}
