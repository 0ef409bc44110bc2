/** The last question before anything is sent: the 12 digits of the account, typed by a person or given by a script. */
import type { Account } from '../../../shared/domain/account/account.ts';
import { CommandFailure, EXIT } from './exit-codes.ts';
import type { Context } from './kit.ts';

export interface ConfirmOptions {
  readonly yes?: boolean;
  readonly accountId?: string;
  readonly acceptWarnings?: boolean;
}

/** Before any work: whether the question can be answered at all. */
export function refuseUnanswerable({ texts, terminal }: Context, { yes, accountId }: ConfirmOptions): void {
  if (yes && accountId === undefined) throw new CommandFailure(EXIT.usage, texts.t('confirm.needsId'));
  if (!yes && !terminal.isInteractive) throw new CommandFailure(EXIT.usage, texts.t('confirm.needsYes'));
}

/** What was seen must have been read: whoever answers the question has, a script must say so. */
export function refuseUnreadWarnings({ texts }: Context, { yes, acceptWarnings }: ConfirmOptions, count: number): void {
  if (!yes || acceptWarnings || count === 0) return;
  throw new CommandFailure(EXIT.refused, texts.t('confirm.warnings', { count }));
}

/** Shows the plan where somebody looks, and answers with the confirmed account. */
export async function confirmAccount(
  { texts, terminal }: Context,
  account: Account,
  options: ConfirmOptions,
  plan: readonly string[],
): Promise<string> {
  if (!options.yes) for (const line of plan) terminal.err(`${line}\n`);
  const question = texts.t('confirm.question', { name: account.name, id: account.awsAccountId });
  const given = options.yes ? (options.accountId ?? '') : (await terminal.ask(question)).trim();
  if (given === account.awsAccountId) return given;
  throw new CommandFailure(EXIT.refused, texts.t('confirm.otherAccount', { id: account.awsAccountId }));
}
