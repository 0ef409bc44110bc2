/** Asks before an invitation is accepted or rejected: for which account, what happens, which request. */
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import type { Account } from '../../../shared/domain/account/account.ts';
import {
  REJECTION_REASONS,
  type InvitationAnswer,
  type InvitationDetail,
  type RejectionReason,
} from '../../../shared/domain/opportunity/invitation.ts';
import { useCallMutation, useCallQuery } from '../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { RequestPreview } from '../../components/request-preview.tsx';
import { useTexts } from '../../i18n/context.tsx';

interface AnswerDialogProps {
  readonly answer: InvitationAnswer;
  readonly invitation: InvitationDetail;
  readonly account: Account;
  onClose(): void;
}

export function AnswerDialog({ answer, invitation, account, onClose }: AnswerDialogProps) {
  const t = useTexts('invitations');
  const [reason, setReason] = useState<RejectionReason | null>(null);
  const send = useCallMutation('invitations.answer');
  const isReady = answer === 'accept' || reason !== null;
  const input = { account: account.key, invitationId: invitation.id, answer, reason };
  const { data: plan, error } = useCallQuery('invitations.plan', input, { enabled: isReady });
  const toOption = (value: RejectionReason) => ({ value, label: t(`reason.${value}`) });
  return (
    <ConfirmDialog
      title={t(`${answer}.title`)}
      confirmText={t(`${answer}.confirm`)}
      busy={send.isPending}
      disabled={!isReady || plan === undefined}
      error={send.error ?? error}
      onClose={onClose}
      onConfirm={() =>
        send.mutate({ ...input, confirmedAccountId: account.awsAccountId }, { onSuccess: () => onClose() })
      }
    >
      <Box>{t(`${answer}.body`)}</Box>
      {answer === 'reject' && (
        <FormField label={t('reject.reason')}>
          <Select
            placeholder={t('reject.choose')}
            options={REJECTION_REASONS.map(toOption)}
            selectedOption={reason === null ? null : toOption(reason)}
            onChange={({ detail }) =>
              setReason(REJECTION_REASONS.find((known) => known === detail.selectedOption.value) ?? null)
            }
          />
        </FormField>
      )}
      <RequestPreview kind="invitation" account={account} what={invitation.title || invitation.id} plan={plan} />
    </ConfirmDialog>
  );
}
