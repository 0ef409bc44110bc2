/** The commands and their options, in the user's language. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { LANGUAGES } from '../../../shared/contract/app.ts';
import { addAccountCommands } from './commands/accounts.ts';
import { addBulkCommands } from './commands/bulk.ts';
import { addEntityCommands } from './commands/entities.ts';
import { addHistoryCommands } from './commands/history.ts';
import { agreementKind, authorizationKind, offerKind, offerSetKind, productKind } from './commands/kinds.ts';
import { addInvitationCommands } from './commands/invitations.ts';
import { addOfferFileCommands } from './commands/offer-file.ts';
import { addOpportunityFileCommands } from './commands/opportunity-file.ts';
import { addReadingCommands } from './commands/reading.ts';
import { opportunityKind } from './commands/selling-kinds.ts';
import { PracticeInUse } from '../common/share-practice.ts';
import { errorLines } from './errors.ts';
import { CallFailure, CommandFailure, EXIT, exitCodeOf, type ExitCode } from './exit-codes.ts';
import type { Program, Terminal } from './kit.ts';
import { OfferdeckError } from '../../../shared/errors/app-error.ts';
import { maskText } from '../../masking/mask.ts';
import type { Texts } from './texts.ts';

export interface Start {
  readonly texts: Texts;
  readonly terminal: Terminal;
  readonly version: string;
  readonly simulatorEntry: URL;
}

/** Answers the exit code; whatever goes wrong has been said by then. */
export async function runProgram(args: readonly string[], start: Start): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const program: Program = { ...start, finish: (given) => void (code = given) };
  try {
    await buildCommand(program).parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return report(error, start);
  }
}

function buildCommand(program: Program): Command {
  const { texts, terminal } = program;
  const { t } = texts;
  const titles: Readonly<Record<string, string>> = {
    'Usage:': t('title.usage'),
    'Options:': t('title.options'),
    'Global Options:': t('title.globalOptions'),
    'Commands:': t('title.commands'),
    'Arguments:': t('title.arguments'),
  };
  const command = new Command('offerdeck')
    .description(t('help.offerdeck'))
    .version(program.version, '-V, --version', t('option.version'))
    .helpOption('-h, --help', t('option.help'))
    .helpCommand('help [command]', t('option.help'))
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => titles[title] ?? title })
    .configureOutput({
      writeOut: terminal.out,
      // Said in the user's language where the failure is caught.
      writeErr: () => {},
      outputError: () => {},
    })
    .exitOverride()
    .addOption(new Option('--output <format>', t('option.output')).choices(['table', 'json']).default('table'))
    .addOption(new Option('--language <language>', t('option.language')).choices([...LANGUAGES]))
    .addOption(new Option('--mode <mode>', t('option.mode')).choices(['practice', 'real']))
    .option('--account <account>', t('option.account'))
    .addOption(new Option('--session-keys <source>', t('option.sessionKeys')).choices(['env', 'stdin']))
    .option('--data <folder>', t('option.data'))
    .option('--speed <n>', t('option.speed'), readSpeed, 1)
    .option('--quiet', t('option.quiet'));
  addAccountCommands(command, program);
  addEntityCommands(command, program, productKind);
  addEntityCommands(command, program, offerKind);
  addEntityCommands(command, program, agreementKind);
  addEntityCommands(command, program, offerSetKind);
  addEntityCommands(command, program, authorizationKind);
  addEntityCommands(command, program, opportunityKind);
  addInvitationCommands(command, program);
  addReadingCommands(command, program);
  addHistoryCommands(command, program);
  addBulkCommands(command, program);
  addOfferFileCommands(command, program);
  addOpportunityFileCommands(command, program);
  translate(command, t('option.help'));
  return command;
}

/** Sub-commands take over settings when they are made, but for the words of their own help option. */
function translate(command: Command, help: string): void {
  for (const child of command.commands) {
    child.helpOption('-h, --help', help);
    translate(child, help);
  }
}

function readSpeed(text: string): number {
  const speed = Number(text);
  if (!Number.isFinite(speed) || speed < 1 || speed > 10_000) throw new InvalidArgumentError('1-10000');
  return speed;
}

function report(error: unknown, { texts, terminal }: Start): ExitCode {
  const say = (line: string) => terminal.err(`${maskText(line)}\n`);
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.ok;
    say(usageText(error, texts));
    say(texts.t('usage.help'));
    return EXIT.usage;
  }
  if (error instanceof CommandFailure) {
    say(error.message);
    return error.code;
  }
  if (error instanceof CallFailure || error instanceof OfferdeckError) {
    for (const line of errorLines(error.data, texts)) say(line);
    return exitCodeOf(error.data);
  }
  if (error instanceof PracticeInUse) {
    say(texts.t('practice.inUse', { folder: error.folder }));
    return EXIT.failed;
  }
  say(texts.t('errors:internal.what', { name: 'offerdeck' }));
  say(error instanceof Error ? error.message : String(error));
  return EXIT.failed;
}

/** commander speaks English; what it is about stands in its quotes. */
function usageText({ code, message }: CommanderError, texts: Texts): string {
  const [, name = ''] = /'([^']+)'/.exec(message) ?? [];
  const key = `usage.${code.replace('commander.', '')}`;
  return texts.has(key) ? texts.t(key, { name }) : texts.t('usage.other', { name });
}
