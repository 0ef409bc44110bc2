/** Lets AWS find out more about one or many leads. */
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import type { Account } from '../../../shared/domain/account/account.ts';
import type { EngagementSummary } from '../../../shared/domain/engagement/engagement.ts';
import { useAppInfo } from '../../components/use-app-info.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { DeedDialog } from './deed-dialog.tsx';

interface ProspectDialogProps {
  readonly leads: readonly Pick<EngagementSummary, 'id' | 'title'>[];
  readonly account: Account;
  onClose(): void;
}

export function ProspectDialog({ leads, account, onClose }: ProspectDialogProps) {
  const t = useTexts('engagements');
  const format = useFormat();
  const day = useAppInfo()?.now.slice(0, 10) ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const taskName = typed ?? t('prospect.defaultName', { day });
  const [first] = leads;
  const names = leads.length === 1 ? first?.title || first?.id : t('prospect.count', { count: leads.length });
  return (
    <DeedDialog
      account={account}
      words="prospect"
      what={names ?? format.count(leads.length)}
      deed={{ kind: 'lead-prospecting', engagementIds: leads.map(({ id }) => id), taskName }}
      onClose={onClose}
    >
      <Box>{t('prospect.body')}</Box>
      <FormField label={t('prospect.name')} errorText={taskName.trim() === '' ? t('form.required') : undefined}>
        <Input value={taskName} onChange={({ detail }) => setTyped(detail.value.slice(0, 128))} />
      </FormField>
    </DeedDialog>
  );
}
