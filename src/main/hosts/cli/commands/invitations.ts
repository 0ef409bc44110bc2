/** `invitations accept|reject ID`: one answer, shown and confirmed, through the journal. */
import type { Command } from 'commander';
import type { InvitationAnswer } from '../../../../shared/domain/opportunity/invitation.ts';
import { confirmAccount, refuseUnanswerable, type ConfirmOptions } from '../confirm.ts';
import { CommandFailure, EXIT, type ExitCode } from '../exit-codes.ts';
import { followChange } from '../follow.ts';
import { withSession, type Context, type Program } from '../kit.ts';
import { addEntityCommands, findOne } from './entities.ts';
import { invitationKind } from './selling-kinds.ts';

interface AnswerOptions extends ConfirmOptions {
  readonly reason?: string;
  readonly wait?: boolean;
}

export function addInvitationCommands(parent: Command, program: Program): void {
  const { t } = program.texts;
  const commands = addEntityCommands(parent, program, invitationKind);
  for (const answer of ['accept', 'reject'] as const) {
    const command = commands
      .command(answer)
      .description(t(`help.invitations-${answer}`))
      .argument('<id>', t('option.id'))
      .option('--yes', t('option.yes'))
      .option('--account-id <id>', t('option.confirmId'))
      .option('--wait', t('option.wait'));
    if (answer === 'reject') command.requiredOption('--reason <reason>', t('option.reason'));
    command.action((id: string, options: AnswerOptions, given: Command) =>
      withSession(program, given, (context) => reply(context, id, answer, options)),
    );
  }
}

async function reply(
  context: Context,
  id: string,
  answer: InvitationAnswer,
  options: AnswerOptions,
): Promise<ExitCode> {
  refuseUnanswerable(context, options);
  const { session, output, texts } = context;
  const found = await findOne(context, invitationKind, id);
  const account = await context.signedIn(found.account);
  if (account.key !== found.account) throw new CommandFailure(EXIT.failed, texts.t('notFound', { id }));
  const wish = { account: account.key, invitationId: id, answer, reason: options.reason ?? null };
  const { operation, json, catalog } = await session.call('invitations.plan', wish);
  const { title } = await session.call('invitations.get', { account: account.key, invitationId: id });
  const confirmedAccountId = await confirmAccount(context, account, options, [
    texts.t(`plan.${answer}`, { name: title || id }),
    texts.t('plan.account', { name: account.name, id: account.awsAccountId }),
    texts.t('plan.catalog', { catalog }),
    `${operation}:`,
    json,
  ]);
  const { change } = await session.call('invitations.answer', { ...wish, confirmedAccountId });
  output.say(texts.t('apply.started', { id: change.id }));
  return followChange(context, change, options.wait ?? false);
}
