/** What every command is given: words, streams, the terminal, and a core that is opened for it and closed behind it. */
import type { Command } from 'commander';
import type { Mode } from '../../../shared/contract/app.ts';
import type { Account } from '../../../shared/domain/account/account.ts';
import { CommandFailure, EXIT, type ExitCode } from './exit-codes.ts';
import { createOutput, type Output, type Streams } from './output.ts';
import { readSessionKeys, type KeySource } from './session-keys.ts';
import { openSession, type Session } from './session.ts';
import type { Texts } from './texts.ts';

export interface Terminal extends Streams {
  readonly env: NodeJS.ProcessEnv;
  readonly isInteractive: boolean;
  /** Asks on standard error, so that standard output stays clean. */
  ask(question: string): Promise<string>;
  readInput(): Promise<string>;
}

export interface Program {
  readonly texts: Texts;
  readonly terminal: Terminal;
  readonly version: string;
  readonly simulatorEntry: URL;
  finish(code: ExitCode): void;
}

export interface GlobalOptions {
  readonly data?: string;
  readonly mode?: Mode;
  readonly output: 'table' | 'json';
  readonly account?: string;
  readonly sessionKeys?: KeySource;
  readonly speed: number;
  readonly quiet?: boolean;
}

export interface Context {
  readonly texts: Texts;
  readonly terminal: Terminal;
  readonly output: Output;
  readonly session: Session;
  readonly options: GlobalOptions;
  /** The account of `--account`, or the one given by its key, ready to be used at AWS. */
  signedIn(key?: string): Promise<Account>;
}

/** Runs a command with an open core; its exit code is what the process ends with. */
export async function withSession(
  program: Program,
  command: Command,
  work: (context: Context) => Promise<ExitCode>,
): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>();
  const { texts, terminal } = program;
  const output = createOutput(options.output, terminal, options.quiet ?? false);
  const session = await openSession(
    {
      data: options.data,
      mode: options.mode,
      speed: options.speed,
      version: program.version,
      simulatorEntry: program.simulatorEntry,
    },
    texts,
    output,
  );
  try {
    if (session.mode === 'practice') output.say(texts.t('practice.mode'));
    const signedIn = async (key?: string) =>
      provideKeys(await session.account(key ?? options.account), { program, session, options });
    program.finish(await work({ texts, terminal, output, session, options, signedIn }));
  } finally {
    await session.close();
  }
}

async function provideKeys(
  account: Account,
  { program, session, options }: { program: Program; session: Session; options: GlobalOptions },
): Promise<Account> {
  const { texts, terminal } = program;
  const { connection } = account;
  if (connection.kind !== 'keys') return account;
  if (connection.persistence === 'encrypted') {
    throw new CommandFailure(EXIT.signIn, texts.t('keys.ofDesktop', { name: account.name }));
  }
  if (!options.sessionKeys) throw new CommandFailure(EXIT.signIn, texts.t('keys.needed', { name: account.name }));
  const keys = await readSessionKeys(options.sessionKeys, texts, terminal);
  const { key, position, createdAt, secretAtHand, capabilities, ...settings } = account;
  void [position, createdAt, secretAtHand, capabilities];
  return session.call('accounts.update', { account: key, settings, keys });
}
