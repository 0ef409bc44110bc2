/** Asks before an invitation is accepted or rejected: for which account, what happens, which request. */
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import type { Account } from '../../../shared/domain/account/account.ts';
import {
  isRejectionReason,
  REJECTION_REASONS,
  type InvitationAnswer,
  type InvitationDetail,
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
  const [reason, setReason] = useState<string | null>(null);
  const isLead = invitation.payloadType === 'LeadInvitation';
  const words = isLead ? `lead.${answer}` : answer;
  const send = useCallMutation('invitations.answer');
  const isReady = answer === 'accept' || (reason !== null && isRejectionReason(invitation.payloadType, reason));
  const input = { account: account.key, invitationId: invitation.id, answer, reason };
  const { data: plan, error } = useCallQuery('invitations.plan', input, { enabled: isReady });
  return (
    <ConfirmDialog
      title={t(`${words}.title`)}
      confirmText={t(`${answer}.confirm`)}
      busy={send.isPending}
      disabled={!isReady || plan === undefined}
      error={send.error ?? error}
      onClose={onClose}
      onConfirm={() =>
        send.mutate({ ...input, confirmedAccountId: account.awsAccountId }, { onSuccess: () => onClose() })
      }
    >
      <Box>{t(`${words}.body`)}</Box>
      {answer === 'reject' && (
        <FormField label={t('reject.reason')} constraintText={isLead ? t('lead.reasonHint') : undefined}>
          {isLead ? (
            <Input value={reason ?? ''} onChange={({ detail }) => setReason(detail.value)} />
          ) : (
            <ReasonSelect value={reason} onChange={setReason} />
          )}
        </FormField>
      )}
      <RequestPreview kind="invitation" account={account} what={invitation.title || invitation.id} plan={plan} />
    </ConfirmDialog>
  );
}

function ReasonSelect({ value, onChange }: { value: string | null; onChange: (reason: string | null) => void }) {
  const t = useTexts('invitations');
  const toOption = (reason: string) => ({ value: reason, label: t(`reason.${reason}`) });
  return (
    <Select
      placeholder={t('reject.choose')}
      options={REJECTION_REASONS.map(toOption)}
      selectedOption={value === null ? null : toOption(value)}
      onChange={({ detail }) =>
        onChange(REJECTION_REASONS.find((known) => known === detail.selectedOption.value) ?? null)
      }
    />
  );
}
