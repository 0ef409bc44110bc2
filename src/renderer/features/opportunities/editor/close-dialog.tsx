/** Closes an opportunity in the draft: as launched with what AWS then asks for, or as lost with the reason. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { lintOpportunity } from '../../../../shared/domain/opportunity/lint/index.ts';
import { PICKLISTS } from '../../../../shared/domain/opportunity/picklists.ts';
import { closeLaunched, closeLost } from '../../../../shared/domain/opportunity/stage.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useAnyText, useTexts } from '../../../i18n/context.tsx';
import { useOpportunity } from './context.ts';
import { usePickText } from './use-pick-text.ts';

interface CloseDialogProps {
  readonly outcome: 'launched' | 'lost';
  onClose(): void;
}

export function CloseDialog({ outcome, onClose }: CloseDialogProps) {
  const t = useTexts('opportunity-editor');
  const text = useAnyText();
  const pick = usePickText();
  const { draft, today, dispatch } = useOpportunity();
  const [reason, setReason] = useState(draft.lifeCycle.closedLostReason);
  const [account, setAccount] = useState(draft.customer.account.awsAccountId);
  const [asked, setAsked] = useState(false);
  const closed = outcome === 'lost' ? closeLost(draft, reason) : closeLaunched(draft, account);
  const before = new Set(lintOpportunity(draft, { today }).map(({ ruleId, path }) => `${ruleId} ${path}`));
  const asks = lintOpportunity(closed, { today }).filter(({ ruleId, path }) => !before.has(`${ruleId} ${path}`));
  const path = outcome === 'lost' ? 'lifeCycle.closedLostReason' : 'customer.account.awsAccountId';
  const atField = asks.filter((finding) => finding.path === path && finding.severity === 'error');
  const reasons = PICKLISTS.closedLostReason.map((value) => ({ value, label: pick('closedLostReason', value) }));
  const says = asked ? atField.map(({ messageKey, params }) => text(messageKey, params)).join(' ') : '';
  return (
    <ConfirmDialog
      title={t(`close.${outcome}.title`)}
      confirmText={t(`close.${outcome}.confirm`)}
      onClose={onClose}
      onConfirm={() => {
        setAsked(true);
        if (atField.length > 0) return;
        dispatch({ type: 'replace', draft: closed });
        onClose();
      }}
    >
      <Box>{t(`close.${outcome}.body`)}</Box>
      {outcome === 'lost' ? (
        <FormField label={t('field.lifeCycle.closedLostReason')} errorText={says}>
          <Select
            selectedOption={reasons.find(({ value }) => value === reason) ?? null}
            options={reasons}
            placeholder={t('choose')}
            filteringType="auto"
            onChange={({ detail }) => setReason(detail.selectedOption.value ?? '')}
          />
        </FormField>
      ) : (
        <FormField
          label={t('field.customer.account.awsAccountId')}
          description={t('about.customer.account.awsAccountId')}
          errorText={says}
        >
          <Input value={account} inputMode="numeric" onChange={({ detail }) => setAccount(detail.value)} />
        </FormField>
      )}
      {asks
        .filter((finding) => finding.path !== path)
        .map((finding) => (
          <Alert key={`${finding.ruleId} ${finding.path}`} type={finding.severity === 'error' ? 'error' : 'warning'}>
            {text(finding.messageKey, finding.params)}
          </Alert>
        ))}
    </ConfirmDialog>
  );
}
