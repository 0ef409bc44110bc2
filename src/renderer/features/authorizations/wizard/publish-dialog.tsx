/** The last question before anything is sent: names the account, the partners and what will happen; warnings are read. */
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { useState } from 'react';
import { resellersOf } from '../../../../shared/domain/authorization/draft.ts';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../../wizard/editor/context.ts';
import { useSendSaved } from '../../wizard/editor/use-send-saved.ts';
import { WarningsRead } from '../../wizard/editor/warnings-read.tsx';
import { useAuthorization } from './context.ts';

interface PublishDialogProps {
  readonly intent: 'release' | 'draft';
  readonly account: Account;
  /** The revision on disk; ask after saving. */
  revision(): number;
  onPublished(): void;
  onClose(): void;
}

export function PublishDialog({ intent, account, revision, onPublished, onClose }: PublishDialogProps) {
  const t = useTexts('authorizations');
  const wizard = useTexts('wizard');
  const format = useFormat();
  const { findings } = useEditor();
  const { draft } = useAuthorization();
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const [read, setRead] = useState(false);
  const [asked, setAsked] = useState(false);
  const publish = usePublish({ intent, account, revision, onPublished });
  const missing = warnings.length > 0 && !read;
  const partners = resellersOf(draft);
  return (
    <ConfirmDialog
      title={t(`publish.${intent}.title`, { count: partners.length })}
      confirmText={t(`publish.${intent}.confirm`)}
      busy={publish.isPending}
      error={publish.error}
      onClose={onClose}
      onConfirm={() => {
        setAsked(true);
        if (!missing && !publish.isPending) publish.send(warnings.map(({ ruleId }) => ruleId));
      }}
    >
      <Box>{t(`publish.${intent}.body`)}</Box>
      <KeyValuePairs
        columns={2}
        items={[
          { label: wizard('review.account'), value: <AccountBadge account={account} /> },
          { label: wizard('review.accountId'), value: <Box variant="code">{account.awsAccountId}</Box> },
          { label: t('column.name'), value: draft.name },
          { label: t('review.resellers'), value: format.list(partners) },
        ]}
      />
      {warnings.length > 0 && (
        <WarningsRead warnings={warnings} read={read} missing={asked && !read} onChange={setRead} />
      )}
    </ConfirmDialog>
  );
}

function usePublish({ intent, account, revision, onPublished }: Omit<PublishDialogProps, 'onClose'>) {
  const client = useClient();
  const { draftId } = useEditor();
  return useSendSaved(async (acknowledgedWarnings) => {
    await client.call('authorizations.drafts.publish', {
      draftId,
      revision: revision(),
      intent,
      confirmedAccountId: account.awsAccountId,
      acknowledgedWarnings,
    });
    onPublished();
  });
}
