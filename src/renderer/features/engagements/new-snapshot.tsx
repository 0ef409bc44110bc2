/** Takes a snapshot of one of our opportunities, or makes the job that keeps one fresh. */
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import type { Account } from '../../../shared/domain/account/account.ts';
import { SNAPSHOT_TEMPLATES } from '../../../shared/domain/engagement/deed.ts';
import type { EngagementDetail } from '../../../shared/domain/engagement/engagement.ts';
import { useTexts } from '../../i18n/context.tsx';
import { DeedDialog } from './deed-dialog.tsx';

interface NewSnapshotDialogProps {
  readonly kind: 'snapshot-create' | 'snapshot-job-create';
  readonly engagement: EngagementDetail;
  readonly account: Account;
  onDone(): void;
  onClose(): void;
}

export function NewSnapshotDialog({ kind, engagement, account, onDone, onClose }: NewSnapshotDialogProps) {
  const t = useTexts('engagements');
  const own = engagement.resources.filter(({ isOwn }) => isOwn);
  const [opportunityId, setOpportunityId] = useState(own[0]?.id ?? '');
  const [template, setTemplate] = useState<string>(SNAPSHOT_TEMPLATES[0]);
  const opportunities = own.map(({ id, title }) => ({ value: id, label: title === '' ? id : `${title} (${id})` }));
  const templates = SNAPSHOT_TEMPLATES.map((value) => ({ value, label: value, description: t(`template.${value}`) }));
  return (
    <DeedDialog
      account={account}
      words={kind}
      what={engagement.title || engagement.id}
      deed={{ kind, engagementId: engagement.id, opportunityId, template }}
      onDone={onDone}
      onClose={onClose}
    >
      <Box>{t(`${kind}.body`)}</Box>
      <FormField label={t('page.opportunity')}>
        <Select
          options={opportunities}
          selectedOption={opportunities.find(({ value }) => value === opportunityId) ?? null}
          onChange={({ detail }) => setOpportunityId(detail.selectedOption.value ?? '')}
        />
      </FormField>
      <FormField label={t('snapshots.template')}>
        <Select
          options={templates}
          selectedOption={templates.find(({ value }) => value === template) ?? null}
          onChange={({ detail }) => setTemplate(detail.selectedOption.value ?? '')}
        />
      </FormField>
    </DeedDialog>
  );
}
