/** One snapshot, and how it differs from another revision of it. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { EngagementDetail } from '../../../shared/domain/engagement/engagement.ts';
import type { SnapshotSummary } from '../../../shared/domain/engagement/snapshot.ts';
import { diffJson } from '../../../shared/domain/sync/json-diff.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { JsonView } from '../../components/json-view.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { DifferenceTable } from '../history/difference-table.tsx';

interface SnapshotDialogProps {
  readonly engagement: EngagementDetail;
  readonly snapshot: SnapshotSummary;
  onClose(): void;
}

export function SnapshotDialog({ engagement, snapshot, onClose }: SnapshotDialogProps) {
  const t = useTexts('engagements');
  const common = useTexts('common');
  const [revision, setRevision] = useState(snapshot.revision);
  const [against, setAgainst] = useState(Math.max(1, snapshot.revision - 1));
  const shown = useSnapshot(engagement, snapshot, revision);
  const other = useSnapshot(engagement, snapshot, against);
  const error = shown.error ?? other.error;
  return (
    <Modal
      visible
      size="large"
      header={`${snapshot.opportunityId} · ${snapshot.template}`}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button onClick={onClose}>{common('close')}</Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <SpaceBetween direction="horizontal" size="m">
          <RevisionField
            label={t('snapshots.revision')}
            most={snapshot.revision}
            value={revision}
            onChange={setRevision}
          />
          <RevisionField
            label={t('snapshots.against')}
            most={snapshot.revision}
            value={against}
            onChange={setAgainst}
          />
        </SpaceBetween>
        {error && <AppErrorView error={error} />}
        {!error && (!shown.data || !other.data) && <PageLoading />}
        {shown.data && other.data && (
          <SpaceBetween size="m">
            <TakenAt at={shown.data.createdAt} targets={shown.data.targets} />
            <DifferenceTable
              differences={diffJson(other.data.payload, shown.data.payload)}
              before={t('snapshots.revisionNumber', { revision: against })}
              after={t('snapshots.revisionNumber', { revision })}
              label={t('snapshots.differences')}
            />
            <ExpandableSection headerText={t('page.raw')}>
              <JsonView value={shown.data.payload} label={t('page.raw')} />
            </ExpandableSection>
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Modal>
  );
}

function useSnapshot(engagement: EngagementDetail, { opportunityId, template }: SnapshotSummary, revision: number) {
  const { account, id } = engagement;
  // A revision never changes.
  const input = { account, engagementId: id, opportunityId, template, revision };
  return useCallQuery('engagements.snapshot', input, { staleTime: Infinity });
}

function TakenAt({ at, targets }: { at: string | null; targets: readonly string[] }) {
  const t = useTexts('engagements');
  const format = useFormat();
  return (
    <Box color="text-body-secondary">
      {t('snapshots.taken', { at: at === null ? '-' : format.instant(at), targets: targets.join(', ') || '-' })}
    </Box>
  );
}

interface RevisionFieldProps {
  readonly label: string;
  readonly most: number;
  readonly value: number;
  onChange(value: number): void;
}

function RevisionField({ label, most, value, onChange }: RevisionFieldProps) {
  const options = Array.from({ length: most }, (_, index) => ({ value: String(most - index) }));
  return (
    <FormField label={label}>
      <Select
        options={options}
        selectedOption={{ value: String(value) }}
        onChange={({ detail }) => onChange(Number(detail.selectedOption.value))}
      />
    </FormField>
  );
}
