/** The payload of a failed write as JSON: kept and checked as it is typed, reviewed, and sent again as a new write. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import Textarea from '@cloudscape-design/components/textarea';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { PayloadFinding } from '../../../../shared/contract/history-repeat.ts';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import { diffJson } from '../../../../shared/domain/sync/json-diff.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useAnyText, useTexts } from '../../../i18n/context.tsx';
import { DifferenceTable } from '../difference-table.tsx';
import { toChangeRecordPath } from '../paths.ts';

type Plan = MethodOutput<'history.repeatPlan'>;

export function PayloadEditor({ plan }: { plan: Plan }) {
  const t = useTexts('sync-log');
  const [text, setText] = useState(plan.text);
  const [open, setOpen] = useState(false);
  const { mutate, data, error, isPending } = useCallMutation('history.repeatCheck');
  const changeId = plan.change.id;
  useEffect(() => mutate({ changeId, text }), [mutate, changeId, text]);
  const findings = data?.findings ?? [];
  const isRefused = findings.some(({ severity }) => severity === 'error');
  const edited = parse(text);
  return (
    <SpaceBetween size="l">
      {error && <AppErrorView error={error} />}
      <FormField label={t('repeat.payload')} description={t('repeat.says')} stretch>
        <Textarea
          value={text}
          rows={24}
          spellcheck={false}
          disableBrowserAutocorrect
          ariaLabel={t('repeat.payload')}
          invalid={isRefused}
          onChange={({ detail }) => setText(detail.value)}
        />
      </FormField>
      <Findings findings={findings} />
      {edited !== null && (
        <ExpandableSection variant="container" headerText={t('repeat.differences')} defaultExpanded>
          <DifferenceTable
            differences={diffJson(parse(plan.sent), edited)}
            before={t('column.before')}
            after={t('column.now')}
            label={t('repeat.differences')}
          />
        </ExpandableSection>
      )}
      <SpaceBetween direction="horizontal" size="xs">
        <Button disabled={text === plan.sent} onClick={() => setText(plan.sent)}>
          {t('repeat.restore')}
        </Button>
        <Button variant="primary" disabled={isRefused || isPending || !data} onClick={() => setOpen(true)}>
          {t('repeat.review')}
        </Button>
      </SpaceBetween>
      {open && <SendDialog plan={plan} text={text} findings={findings} onClose={() => setOpen(false)} />}
    </SpaceBetween>
  );
}

function Findings({ findings }: { findings: readonly PayloadFinding[] }) {
  const t = useTexts('sync-log');
  const anyText = useAnyText();
  if (findings.length === 0) return <Alert type="success">{t('repeat.fine')}</Alert>;
  return (
    <Table
      header={<Box variant="h2">{t('repeat.findings')}</Box>}
      items={findings}
      trackBy={({ path, messageKey }) => `${path} ${messageKey}`}
      wrapLines
      ariaLabels={{ tableLabel: t('repeat.findings') }}
      columnDefinitions={[
        {
          id: 'line',
          header: t('column.path'),
          isRowHeader: true,
          cell: ({ line, path }) => (
            <>
              {line === null ? '' : `${t('repeat.line', { line })} `}
              {path}
            </>
          ),
        },
        {
          id: 'what',
          header: t('repeat.findings'),
          cell: ({ severity, messageKey, params }) => (
            <Box color={severity === 'error' ? 'text-status-error' : 'text-body-secondary'}>
              {anyText(messageKey, params)}
            </Box>
          ),
        },
      ]}
    />
  );
}

interface SendDialogProps {
  readonly plan: Plan;
  readonly text: string;
  readonly findings: readonly PayloadFinding[];
  onClose(): void;
}

function SendDialog({ plan, text, findings, onClose }: SendDialogProps) {
  const t = useTexts('sync-log');
  const common = useTexts('common');
  const navigate = useNavigate();
  const account = useAccount(plan.change.account);
  const [isRead, setRead] = useState(false);
  const send = useCallMutation('history.repeatSend');
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const start = () =>
    send.mutate(
      { changeId: plan.change.id, text, confirmedAccountId: plan.awsAccountId, warningsRead: isRead || warnings === 0 },
      { onSuccess: ({ change }) => void navigate(toChangeRecordPath(change.id)) },
    );
  return (
    <Modal
      visible
      size="large"
      header={t('repeat.preview')}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={onClose}>{common('close')}</Button>
            <Button variant="primary" loading={send.isPending} disabled={warnings > 0 && !isRead} onClick={start}>
              {t('repeat.send')}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {send.error && <AppErrorView error={send.error} />}
        <Box variant="strong">
          {t('repeat.toAccount', { account: plan.awsAccountId, name: account?.name ?? plan.change.account })}
        </Box>
        <Box>{t('repeat.looked')}</Box>
        <JsonView value={parse(text)} label={t('repeat.preview')} />
        {warnings > 0 && (
          <Checkbox checked={isRead} onChange={({ detail }) => setRead(detail.checked)}>
            {t('repeat.warnings', { count: warnings })}
          </Checkbox>
        )}
      </SpaceBetween>
    </Modal>
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
