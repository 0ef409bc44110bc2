/** What the system announces, kind by kind and account by account, and how long things are kept. */
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useQueryClient } from '@tanstack/react-query';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { NOTIFICATION_KINDS, type NotificationKind } from '../../../../shared/domain/notification/kinds.ts';
import {
  ANNOUNCE_CHOICES,
  DEFAULT_CHOICES,
  type AnnounceChoice,
} from '../../../../shared/domain/notification/notification.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { callKey } from '../../../bridge/query-keys.ts';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useAppInfo } from '../../../components/use-app-info.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useHelp, usePage } from '../../../stores/page.ts';
import { INBOX_PATH, INBOX_SETTINGS_PATH } from '../paths.ts';
import { BrowserPermission } from './browser-permission.tsx';
import { RetentionField } from './retention-field.tsx';

export function InboxSettingsPage() {
  const t = useTexts('inbox');
  const { accounts } = useAccounts();
  const host = useAppInfo()?.host;
  usePage({
    title: t('settings.title'),
    contentType: 'form',
    breadcrumbs: [
      { text: t('title'), to: INBOX_PATH },
      { text: t('settings.title'), to: INBOX_SETTINGS_PATH },
    ],
  });
  useHelp('inbox', 'help.settings');
  return (
    <ContentLayout header={<Header variant="h1">{t('settings.title')}</Header>}>
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">{t('settings.keep')}</Header>}>
          <RetentionField />
        </Container>
        <Container
          header={
            <Header variant="h2" description={t('settings.announceSays')}>
              {t('settings.announce')}
            </Header>
          }
        >
          <ChoiceTable accounts={accounts} />
        </Container>
        {host === 'browser' && <BrowserPermission />}
      </SpaceBetween>
    </ContentLayout>
  );
}

function ChoiceTable({ accounts }: { accounts: readonly Account[] }) {
  const t = useTexts('inbox');
  const queries = useQueryClient();
  const { data, error, refetch } = useCallQuery('notifications.choices', {});
  const choose = useCallMutation('notifications.choose');
  const choiceOf = (account: string, kind: NotificationKind) =>
    data?.choices.find((each) => each.account === account && each.kind === kind)?.choice ?? DEFAULT_CHOICES[kind];
  const options = ANNOUNCE_CHOICES.map((value) => ({ value, label: t(`choice.${value}`) }));
  const set = (account: string, kind: NotificationKind, choice: AnnounceChoice) =>
    choose.mutate(
      { account, kind, choice },
      { onSuccess: () => void queries.invalidateQueries({ queryKey: callKey('notifications.choices', {}) }) },
    );
  return (
    <SpaceBetween size="s">
      {(error ?? choose.error) && (
        <AppErrorView error={(error ?? choose.error) as Error} onRetry={() => void refetch()} />
      )}
      <Table
        variant="embedded"
        items={[...NOTIFICATION_KINDS]}
        loading={!data && !error}
        loadingText={t('loading')}
        ariaLabels={{ tableLabel: t('settings.announce') }}
        columnDefinitions={[
          { id: 'kind', header: t('column.kind'), isRowHeader: true, cell: (kind) => t(`kind.${kind}`) },
          ...accounts.map((account) => ({
            id: account.key,
            header: account.name,
            cell: (kind: NotificationKind) => (
              <FormField>
                <Select
                  selectedOption={options.find(({ value }) => value === choiceOf(account.key, kind)) ?? null}
                  options={options}
                  ariaLabel={t('settings.choiceFor', { kind: t(`kind.${kind}`), name: account.name })}
                  onChange={({ detail }) => set(account.key, kind, detail.selectedOption.value as AnnounceChoice)}
                />
              </FormField>
            ),
          })),
        ]}
      />
    </SpaceBetween>
  );
}
