/** Makes a person owner or account manager of the opportunity: typed, shown as it is sent, followed until AWS holds it. */
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useEffect, useState } from 'react';
import type { Account } from '../../../../shared/domain/account/account.ts';
import {
  assigneeSchema,
  ASSIGNEE_TITLES,
  type Assignee,
  type AssigneeTitle,
} from '../../../../shared/domain/opportunity/assignee.ts';
import type { OpportunityDetail } from '../../../../shared/domain/opportunity/opportunity.ts';
import { CallError } from '../../../bridge/client.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
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

const EMPTY: Assignee = { title: 'OpportunityOwner', firstName: '', lastName: '', email: '' };
const PARTS = ['firstName', 'lastName', 'email'] as const;

function AssignDialog({ opportunity, account, onClose }: AssignDialogProps) {
  const t = useTexts('invitations');
  const [typed, setTyped] = useState<Assignee>(EMPTY);
  const [asked, setAsked] = useState(false);
  const parsed = assigneeSchema.safeParse(typed);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]));
  const input = { account: account.key, opportunityId: opportunity.id, assignee: parsed.data ?? EMPTY };
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
      <TitleField value={typed.title} onChange={(title) => setTyped({ ...typed, title })} />
      {PARTS.map((part) => (
        <FormField
          key={part}
          label={t(`assign.${part}`)}
          constraintText={part === 'email' ? t('assign.emailHint') : undefined}
          errorText={asked && wrong.has(part) ? t('assign.wrong') : undefined}
        >
          <Input value={typed[part]} onChange={({ detail }) => setTyped({ ...typed, [part]: detail.value })} />
        </FormField>
      ))}
      <RequestPreview
        kind="opportunity"
        account={account}
        what={opportunity.title || opportunity.id}
        plan={parsed.success ? plan : undefined}
      />
    </ConfirmDialog>
  );
}

function TitleField({ value, onChange }: { value: AssigneeTitle; onChange: (title: AssigneeTitle) => void }) {
  const t = useTexts('invitations');
  const toOption = (title: AssigneeTitle) => ({ value: title, label: t(`assign.${title}`) });
  return (
    <FormField label={t('assign.role')}>
      <Select
        options={ASSIGNEE_TITLES.map(toOption)}
        selectedOption={toOption(value)}
        onChange={({ detail }) =>
          onChange(ASSIGNEE_TITLES.find((title) => title === detail.selectedOption.value) ?? value)
        }
      />
    </FormField>
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
