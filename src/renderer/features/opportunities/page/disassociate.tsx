/** Takes one thing away that stands beside the opportunity: shown as it is sent, followed until AWS has done it. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useEffect, useState } from 'react';
import type { Account } from '../../../../shared/domain/account/account.ts';
import type { OpportunityDetail } from '../../../../shared/domain/opportunity/opportunity.ts';
import { OFFERING_TYPES, type AssociationType } from '../../../../shared/domain/opportunity/picklists.ts';
import { CallError } from '../../../bridge/client.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { RequestPreview } from '../../../components/request-preview.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { usePermission } from '../../../components/use-permission.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';
import { hasFailed, useChange } from '../../wizard/publish/use-change.ts';
import { textsAt } from './read.ts';
import { useLocks } from './use-locks.ts';

interface DisassociateProps {
  readonly opportunity: OpportunityDetail;
  readonly type: AssociationType;
  readonly id: string;
  /** As people call it. */
  readonly name: string;
}

/** Nothing where AWS has locked it, where the account may not, or where AWS does not show the opportunity any more. */
export function DisassociateButton(props: DisassociateProps) {
  const t = useTexts('opportunities');
  const account = useAccount(props.opportunity.account);
  const permission = usePermission(props.opportunity.account, ['partnercentral:DisassociateOpportunity'], 'co-sell');
  const lock = useLocks(props.opportunity)('Associations');
  const [open, setOpen] = useState(false);
  if (account === null || permission.state !== 'allowed' || lock !== null || props.opportunity.goneAt !== null)
    return null;
  return (
    <>
      <Button
        iconName="remove"
        variant="inline-icon"
        ariaLabel={t('disassociate.open', { name: props.name })}
        onClick={() => setOpen(true)}
      />
      {open && <DisassociateDialog {...props} account={account} onClose={() => setOpen(false)} />}
    </>
  );
}

function DisassociateDialog(props: DisassociateProps & { readonly account: Account; onClose(): void }) {
  const { opportunity, account, type, id, name, onClose } = props;
  const t = useTexts('opportunities');
  const input = { account: account.key, opportunityId: opportunity.id, type, entityId: id };
  const { data: plan } = useCallQuery('opportunities.planDisassociation', input);
  const send = useDisassociate(name, onClose);
  return (
    <ConfirmDialog
      title={t('disassociate.title', { name })}
      confirmText={t('disassociate.confirm')}
      busy={send.busy}
      disabled={!plan}
      error={send.error}
      onClose={onClose}
      onConfirm={() => send.start({ ...input, confirmedAccountId: account.awsAccountId })}
    >
      {isLastOffering(opportunity, type) && <Alert type="warning">{t('disassociate.last')}</Alert>}
      <Box>{t('disassociate.body')}</Box>
      <RequestPreview kind="opportunity" account={account} what={opportunity.title || opportunity.id} plan={plan} />
    </ConfirmDialog>
  );
}

/** Of a shared opportunity AWS keeps one solution or product. */
function isLastOffering({ document, reviewStatus }: OpportunityDetail, type: AssociationType): boolean {
  if (reviewStatus === 'Pending Submission' || !OFFERING_TYPES.includes(type)) return false;
  return OFFERING_TYPES.flatMap((each) => textsAt(document, `RelatedEntityIdentifiers.${each}`)).length === 1;
}

/** Closed on success, said in the dialog on failure. */
function useDisassociate(name: string, onDone: () => void) {
  const send = useCallMutation('opportunities.disassociate');
  const showFlash = useShowFlash();
  const [changeId, setChangeId] = useState<string | null>(null);
  const { change } = useChange(changeId);
  const isDone = change?.state === 'succeeded' || change?.state === 'verified';
  const hasStopped = change !== null && (hasFailed(change) || change.paused);
  useEffect(() => {
    if (!isDone) return;
    showFlash({ id: 'disassociate', kind: 'success', messageKey: 'opportunities:disassociate.done', params: { name } });
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
