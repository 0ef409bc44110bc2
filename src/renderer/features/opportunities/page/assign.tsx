/** Makes a person owner or account manager of the opportunity: typed, shown as it is sent, followed until AWS holds it. */
import Box from '@cloudscape-design/components/box';
import { useEffect, useState } from 'react';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { assigneeSchema } from '../../../../shared/domain/opportunity/assignee.ts';
import type { OpportunityDetail } from '../../../../shared/domain/opportunity/opportunity.ts';
import { CallError } from '../../../bridge/client.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { AssigneeFields, NOBODY } from '../../../components/assignee-fields.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { PermittedButton } from '../../../components/permitted-button.tsx';
import { RequestPreview } from '../../../components/request-preview.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';
import { hasFailed, useChange } from '../../wizard/publish/use-change.ts';

export function AssignButton({ opportunity }: { opportunity: OpportunityDetail }) {
  const t = useTexts('invitations');
  const account = useAccount(opportunity.account);
  const [open, setOpen] = useState(false);
  if (account === null) return null;
  return (
    <>
      <PermittedButton
        account={opportunity.account}
        actions={['partnercentral:AssignOpportunity']}
        deed="co-sell"
        disabled={opportunity.goneAt !== null}
        onClick={() => setOpen(true)}
      >
        {t('assign.open')}
      </PermittedButton>
      {open && <AssignDialog opportunity={opportunity} account={account} onClose={() => setOpen(false)} />}
    </>
  );
}

interface AssignDialogProps {
  readonly opportunity: OpportunityDetail;
  readonly account: Account;
  onClose(): void;
}

function AssignDialog({ opportunity, account, onClose }: AssignDialogProps) {
  const t = useTexts('invitations');
  const [typed, setTyped] = useState(NOBODY);
  const [asked, setAsked] = useState(false);
  const parsed = assigneeSchema.safeParse(typed);
  const input = { account: account.key, opportunityId: opportunity.id, assignee: parsed.data ?? NOBODY };
  const { data: plan } = useCallQuery('opportunities.planAssignment', input, { enabled: parsed.success });
  const send = useAssign(onClose);
  return (
    <ConfirmDialog
      title={t('assign.title')}
      confirmText={t('assign.confirm')}
      busy={send.busy}
      error={send.error}
      onClose={onClose}
      onConfirm={() => {
        setAsked(true);
        if (parsed.success && plan) send.start({ ...input, confirmedAccountId: account.awsAccountId });
      }}
    >
      <Box>{t('assign.body')}</Box>
      <AssigneeFields value={typed} asked={asked} onChange={setTyped} />
      <RequestPreview
        kind="opportunity"
        account={account}
        what={opportunity.title || opportunity.id}
        plan={parsed.success ? plan : undefined}
      />
    </ConfirmDialog>
  );
}

/** Closed on success, said in the dialog on failure: what was typed stays. */
function useAssign(onDone: () => void) {
  const send = useCallMutation('opportunities.assign');
  const showFlash = useShowFlash();
  const [changeId, setChangeId] = useState<string | null>(null);
  const { change } = useChange(changeId);
  const isDone = change?.state === 'succeeded' || change?.state === 'verified';
  const hasStopped = change !== null && (hasFailed(change) || change.paused);
  useEffect(() => {
    if (!isDone) return;
    showFlash({ id: 'assign', kind: 'success', messageKey: 'invitations:assign.done' });
    onDone();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it has happened.
  }, [isDone]);
  return {
    busy: send.isPending || (changeId !== null && !hasStopped),
    error: hasStopped && change.error ? new CallError(change.error) : send.error,
    start(input: Parameters<typeof send.mutate>[0]) {
      setChangeId(null);
      send.mutate(input, { onSuccess: (answer) => setChangeId(answer.change.id) });
    },
  };
}
