/** The last question before anything is sent: names the account, the offer and what will happen; warnings are read one by one. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { isPublicOffer } from '../../../../shared/domain/offer/public-offer.ts';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { WarningsRead } from '../editor/warnings-read.tsx';
import { textsOf } from './publish-texts.ts';
import { usePublish, type PublishIntent } from './use-publish.ts';

interface PublishDialogProps {
  readonly intent: PublishIntent;
  readonly account: Account;
  /** The revision on disk; ask after saving. */
  revision(): number;
  onPublished(change: Change): void;
  onClose(): void;
}

export function PublishDialog({ intent, account, revision, onPublished, onClose }: PublishDialogProps) {
  const t = useTexts('wizard');
  const format = useFormat();
  const { draft, findings } = useEditor();
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const [read, setRead] = useState(false);
  const [asked, setAsked] = useState(false);
  const publish = usePublish({ intent, account, revision, onPublished });
  const isPublic = isPublicOffer(draft);
  const [agreed, setAgreed] = useState(false);
  const missing = (warnings.length > 0 && !read) || (isPublic && !agreed);
  const text = textsOf(draft, intent);
  return (
    <ConfirmDialog
      title={t(`publish.${text}.title`, { name: account.name })}
      confirmText={t(`publish.${text}.confirm`)}
      busy={publish.isPending}
      error={publish.error}
      onClose={onClose}
      onConfirm={() => {
        setAsked(true);
        if (!missing && !publish.isPending) publish.send(warnings.map(({ ruleId }) => ruleId));
      }}
    >
      <Box>{t(`publish.${text}.body`)}</Box>
      <KeyValuePairs
        columns={2}
        items={[
          { label: t('review.account'), value: <AccountBadge account={account} /> },
          { label: t('review.accountId'), value: <Box variant="code">{account.awsAccountId}</Box> },
          { label: t('review.label.name'), value: draft.name },
          {
            label: t('review.label.buyers'),
            value: isPublic ? t('public.all') : format.list(draft.buyers),
          },
          ...(isPublic ? [{ label: t('review.label.product'), value: draft.product?.title ?? '-' }] : []),
        ]}
      />
      {warnings.length > 0 && (
        <WarningsRead warnings={warnings} read={read} missing={asked && !read} onChange={setRead} />
      )}
      {isPublic && (
        <Alert type="warning" header={t('public.confirmTitle')}>
          <SpaceBetween size="xs">
            <Box>{t(`public.says.${text}`, { product: draft.product?.title ?? '' })}</Box>
            <Checkbox checked={agreed} onChange={({ detail }) => setAgreed(detail.checked)}>
              {t('public.confirm', { product: draft.product?.title ?? '' })}
            </Checkbox>
            {asked && !agreed && (
              <Box color="text-status-error" fontSize="body-s">
                {t('public.confirmFirst')}
              </Box>
            )}
          </SpaceBetween>
        </Alert>
      )}
    </ConfirmDialog>
  );
}
