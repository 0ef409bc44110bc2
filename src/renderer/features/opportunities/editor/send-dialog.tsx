/** The last question before anything is sent: which account, which requests, and what the rules say. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useState } from 'react';
import type { Account } from '../../../../shared/domain/account/account.ts';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { toAppError } from '../../../components/app-error-view.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useAnyText, useTexts } from '../../../i18n/context.tsx';
import { useOpportunity } from './context.ts';
import type { OpportunityDocument } from './loaded.tsx';

interface SendDialogProps {
  readonly intent: 'save' | 'share';
  readonly account: Account;
  readonly document: OpportunityDocument;
  /** AWS holds another version by now. */
  onConflict(): void;
  onClose(): void;
}

type Plan = MethodOutput<'opportunities.drafts.plan'>;

export function SendDialog({ intent, account, document, onConflict, onClose }: SendDialogProps) {
  const t = useTexts('opportunity-editor');
  const wizard = useTexts('wizard');
  const { draft, catalog } = useOpportunity();
  const { plan, warnings, error: planError } = usePlan(intent, document);
  const [read, setRead] = useState(false);
  const [asked, setAsked] = useState(false);
  const send = useSend({ intent, account, document, onConflict, onClose });
  const missing = warnings.length > 0 && !read;
  return (
    <ConfirmDialog
      title={t(`ask.${intent}.title`)}
      confirmText={t(`ask.${intent}.confirm`)}
      busy={send.isPending}
      disabled={plan === null}
      error={send.error ?? planError}
      onClose={onClose}
      onConfirm={() => {
        setAsked(true);
        if (!missing && !send.isPending) send.start(warnings.map(({ ruleId }) => ruleId));
      }}
    >
      <Box>{t(`ask.${intent}.body`)}</Box>
      <KeyValuePairs
        columns={2}
        items={[
          { label: wizard('review.account'), value: <AccountBadge account={account} /> },
          { label: wizard('review.accountId'), value: <Box variant="code">{account.awsAccountId}</Box> },
          { label: t('field.project.title'), value: draft.name },
          { label: t('catalog'), value: t(`catalogName.${catalog}`) },
        ]}
      />
      {plan === null && !planError && <StatusIndicator type="loading">{t('ask.loading')}</StatusIndicator>}
      {plan && <Requests plan={plan} />}
      {warnings.length > 0 && <Warnings warnings={warnings} read={read} missing={asked && missing} onRead={setRead} />}
    </ConfirmDialog>
  );
}

function Requests({ plan }: { plan: Plan }) {
  const t = useTexts('opportunity-editor');
  return (
    <ExpandableSection headerText={t('ask.requests', { count: plan.steps.length })}>
      <SpaceBetween size="s">
        {plan.steps.map(({ operation, json }, index) => (
          <div key={`${operation} ${index}`}>
            <Box variant="strong">
              {index + 1}. {operation}
            </Box>
            <pre className="request-json" tabIndex={0} aria-label={operation}>
              <Box variant="code">{json}</Box>
            </pre>
          </div>
        ))}
      </SpaceBetween>
    </ExpandableSection>
  );
}

interface WarningsProps {
  readonly warnings: readonly { readonly ruleId: string; readonly messageKey: string; readonly params: never }[];
  readonly read: boolean;
  readonly missing: boolean;
  onRead(read: boolean): void;
}

function Warnings({ warnings, read, missing, onRead }: WarningsProps) {
  const text = useAnyText();
  const wizard = useTexts('wizard');
  return (
    <Alert type="warning" header={wizard('review.warning', { count: warnings.length })}>
      <SpaceBetween size="xs">
        <ul className="plain-list">
          {warnings.map(({ ruleId, messageKey, params }, index) => (
            <li key={`${ruleId} ${index}`}>{text(messageKey, params)}</li>
          ))}
        </ul>
        <Checkbox checked={read} onChange={({ detail }) => onRead(detail.checked)}>
          {wizard('publish.warningsRead')}
        </Checkbox>
        {missing && (
          <Box color="text-status-error" fontSize="body-s">
            {wizard('publish.readFirst')}
          </Box>
        )}
      </SpaceBetween>
    </Alert>
  );
}

/** The core answers for what is on disk: first save, then ask for the requests and what the rules say. */
function usePlan(intent: 'save' | 'share', document: OpportunityDocument) {
  const client = useClient();
  const { draftId } = useOpportunity();
  const [found, setFound] = useState<{ plan: Plan; warnings: WarningsProps['warnings'] } | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const { flush } = document;
  useEffect(() => {
    let current = true;
    const ask = async () => {
      if (!(await flush())) return;
      const [plan, { findings }] = await Promise.all([
        client.call('opportunities.drafts.plan', { id: draftId, share: intent === 'share' }),
        client.call('opportunities.drafts.check', { id: draftId }),
      ]);
      const warnings = findings.filter(({ severity }) => severity === 'warning') as never;
      if (current) setFound({ plan, warnings });
    };
    ask().catch((failure: Error) => {
      if (current) setError(failure);
    });
    return () => {
      current = false;
    };
  }, [client, draftId, intent, flush]);
  return { plan: found?.plan ?? null, warnings: found?.warnings ?? [], error };
}

function useSend({ intent, account, document, onConflict, onClose }: SendDialogProps) {
  const client = useClient();
  const { draftId } = useOpportunity();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<Error | null>(null);

  async function send(acknowledgedWarnings: readonly string[]): Promise<void> {
    setPending(true);
    setError(null);
    try {
      if (!(await document.flush())) return;
      await client.call('opportunities.drafts.send', {
        id: draftId,
        revision: document.revision(),
        share: intent === 'share',
        confirmedAccountId: account.awsAccountId,
        acknowledgedWarnings: [...new Set(acknowledgedWarnings)],
      });
      onClose();
    } catch (failure) {
      if (toAppError(failure as Error).code === 'opportunity-conflict') onConflict();
      else setError(failure as Error);
    } finally {
      setPending(false);
    }
  }

  return { isPending, error, start: (acknowledged: readonly string[]) => void send(acknowledged) };
}
