/** The switch of an account: what is sent without a click, to which account, and when not. Off until a person has read it. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useState } from 'react';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { OPPORTUNITY_DRAFTS_PATH } from '../paths.ts';

export function AutoSharePanel({ account }: { account: Account }) {
  const t = useTexts('auto-share');
  const format = useFormat();
  const { data, error, refetch } = useCallQuery('opportunities.autoShare.switch', { account: account.key });
  const set = useCallMutation('opportunities.autoShare.set');
  const [asking, setAsking] = useState(false);
  const { catalog } = account.partnerCentral;
  const move = (on: boolean) =>
    set.mutate(
      { account: account.key, on, confirmedAccountId: account.awsAccountId, catalog },
      { onSuccess: () => setAsking(false) },
    );
  const agreed = data?.agreed ?? null;
  const isStale = agreed !== null && (agreed.catalog !== catalog || agreed.awsAccountId !== account.awsAccountId);
  return (
    <Container header={<Header variant="h2">{t('title')}</Header>}>
      {error && <AppErrorView error={error} onRetry={() => void refetch()} />}
      {data && (
        <SpaceBetween size="s">
          <Toggle checked={agreed !== null} onChange={({ detail }) => (detail.checked ? setAsking(true) : move(false))}>
            {t('switch')}
          </Toggle>
          <Box color="text-body-secondary">
            {t('says', { count: data.quietSeconds, seconds: format.count(data.quietSeconds) })}
          </Box>
          {agreed && !isStale && (
            <Box>
              {t('on', {
                id: agreed.awsAccountId,
                catalog: t(`catalog.${agreed.catalog}`),
                time: format.instant(agreed.since),
              })}{' '}
              <RouteLink to={OPPORTUNITY_DRAFTS_PATH}>{t('openList')}</RouteLink>
            </Box>
          )}
          {agreed && isStale && (
            <Alert type="warning">
              {t('stale', { id: agreed.awsAccountId, catalog: t(`catalog.${agreed.catalog}`) })}
            </Alert>
          )}
          {!asking && set.error && <AppErrorView error={set.error} onDismiss={set.reset} />}
        </SpaceBetween>
      )}
      {asking && (
        <ConfirmDialog
          title={t('ask.title')}
          confirmText={t('ask.confirm')}
          busy={set.isPending}
          error={set.error}
          onClose={() => setAsking(false)}
          onConfirm={() => move(true)}
        >
          <SpaceBetween size="s">
            <Box>{t('ask.body')}</Box>
            <KeyValuePairs
              columns={2}
              items={[
                { label: t('ask.account'), value: <AccountBadge account={account} /> },
                { label: t('ask.accountId'), value: <Box variant="code">{account.awsAccountId}</Box> },
                { label: t('ask.catalog'), value: t(`catalog.${catalog}`) },
              ]}
            />
            <ul>
              {['sent', 'quiet', 'never', 'before'].map((line) => (
                <li key={line}>
                  {t(`ask.${line}`, { count: data?.quietSeconds ?? 0, seconds: format.count(data?.quietSeconds ?? 0) })}
                </li>
              ))}
            </ul>
          </SpaceBetween>
        </ConfirmDialog>
      )}
    </Container>
  );
}
