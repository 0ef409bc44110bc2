/** The last question before anything is sent: the account, what will happen, what the rules say, and the request. */
import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isBlockingSet, type OfferSetIntent } from '../../../../shared/domain/offer-set/finding.ts';
import { nameOf } from '../../../../shared/domain/offer-set/preflight.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { toSentPath } from '../paths.ts';
import { useSetEditor } from './context.ts';
import { FindingList } from './findings-view.tsx';
import { SetRequest } from './request-section.tsx';

interface SendDialogProps {
  readonly intent: OfferSetIntent;
  onClose(): void;
}

export function SendDialog({ intent, onClose }: SendDialogProps) {
  const t = useTexts('offersets');
  const life = useTexts('life');
  const navigate = useNavigate();
  const { draft, draftId, account, check, revision } = useSetEditor();
  const [read, setRead] = useState(false);
  const publish = useCallMutation('offersets.drafts.publish');
  const findings = check?.findings ?? [];
  const blocking = findings.filter((finding) => isBlockingSet(finding, intent));
  const warnings = intent === 'release' ? findings.filter(({ severity }) => severity === 'warning') : [];
  const wording = draft.target === null ? 'create' : intent === 'release' ? 'release' : 'update';
  if (!account) return null;
  const send = () =>
    publish.mutate(
      {
        draftId,
        revision: revision(),
        intent,
        confirmedAccountId: account.awsAccountId,
        acknowledgedWarnings: warnings.map(({ ruleId }) => ruleId),
      },
      { onSuccess: ({ change }) => void navigate(toSentPath(change.id)) },
    );
  return (
    <ConfirmDialog
      title={t(`send.${wording}.title`)}
      confirmText={t(`send.${wording}.confirm`)}
      busy={publish.isPending}
      disabled={blocking.length > 0 || (warnings.length > 0 && !read)}
      error={publish.error}
      onClose={onClose}
      onConfirm={send}
    >
      <Box>{t(`send.${wording}.body`)}</Box>
      <KeyValuePairs
        columns={2}
        items={[
          { label: t('column.account'), value: <AccountBadge account={account} /> },
          { label: t('send.accountId'), value: <Box variant="code">{account.awsAccountId}</Box> },
          { label: t('field.name'), value: draft.name.trim() || '-' },
          { label: t('page.offers'), value: (check?.members ?? []).map(nameOf).join(', ') || '-' },
        ]}
      />
      {blocking.length > 0 && <FindingList type="error" header={t('draft.mend')} findings={blocking} />}
      {warnings.length > 0 && (
        <>
          <FindingList type="warning" header={t('send.warnings')} findings={warnings} />
          <Checkbox checked={read} onChange={({ detail }) => setRead(detail.checked)}>
            {life('readWarnings', { count: warnings.length })}
          </Checkbox>
        </>
      )}
      <ExpandableSection headerText={t('draft.request')}>
        <SetRequest intent={intent} />
      </ExpandableSection>
    </ConfirmDialog>
  );
}
