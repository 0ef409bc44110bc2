/** On the account's page: the role under which snapshot jobs run, what it must allow, and setting it. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { Account } from '../../../shared/domain/account/account.ts';
import { snapshotRoleDocuments } from '../../../shared/domain/engagement/snapshot.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { JsonView } from '../../components/json-view.tsx';
import { PermittedButton } from '../../components/permitted-button.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { DeedDialog } from './deed-dialog.tsx';
import { useWrong } from './use-wrong.ts';

const FRESH_MS = 5 * 60_000;

export function SnapshotRolePanel({ account }: { account: Account }) {
  const t = useTexts('engagements');
  const [asked, setAsked] = useState(false);
  const [setting, setSetting] = useState(false);
  const { data, error, isFetching, refetch } = useCallQuery(
    'engagements.settings',
    { account: account.key },
    { enabled: asked, staleTime: FRESH_MS },
  );
  if (!account.persona.coSell) return null;
  const look = () => (asked ? void refetch() : setAsked(true));
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t('role.says')}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button iconName="refresh" loading={isFetching} onClick={look}>
                {t('role.look')}
              </Button>
              <PermittedButton
                account={account.key}
                actions={['partnercentral:PutSellingSystemSettings']}
                deed="co-sell"
                onClick={() => setSetting(true)}
              >
                {t('snapshot-role.open')}
              </PermittedButton>
            </SpaceBetween>
          }
        >
          {t('role.title')}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {error && <AppErrorView error={error} onRetry={look} />}
        {data &&
          (data.roleArn === null ? (
            <Alert type="warning">{t('role.none')}</Alert>
          ) : (
            <StatusIndicator>
              {t('role.set')} <Box variant="code">{data.roleArn}</Box>
            </StatusIndicator>
          ))}
        <ExpandableSection headerText={t('role.needs')}>
          <RoleDocuments account={account} />
        </ExpandableSection>
      </SpaceBetween>
      {setting && (
        <RoleDialog
          account={account}
          held={data?.roleArn ?? ''}
          onDone={() => (asked ? void refetch() : setAsked(true))}
          onClose={() => setSetting(false)}
        />
      )}
    </Container>
  );
}

function RoleDocuments({ account }: { account: Account }) {
  const t = useTexts('engagements');
  const { trust, policy } = snapshotRoleDocuments(account.partnerCentral.catalog);
  const documents = [
    { label: t('role.trust'), value: trust },
    { label: t('role.policy'), value: policy },
  ];
  return (
    <SpaceBetween size="m">
      {documents.map(({ label, value }) => (
        <SpaceBetween key={label} size="xs">
          <Box variant="awsui-key-label">{label}</Box>
          <JsonView value={value} label={label} />
          <Copy label={label} text={JSON.stringify(value, null, 2)} />
        </SpaceBetween>
      ))}
      <Box>{t('role.passRole', { account: account.awsAccountId })}</Box>
    </SpaceBetween>
  );
}

function Copy({ label, text }: { label: string; text: string }) {
  const common = useTexts('common');
  return (
    <CopyToClipboard
      copyButtonText={common('copy')}
      copyButtonAriaLabel={`${common('copy')}: ${label}`}
      textToCopy={text}
      copySuccessText={common('copied')}
      copyErrorText={common('copyFailed')}
    />
  );
}

interface RoleDialogProps {
  readonly account: Account;
  readonly held: string;
  onDone(): void;
  onClose(): void;
}

function RoleDialog({ account, held, onDone, onClose }: RoleDialogProps) {
  const t = useTexts('engagements');
  const [role, setRole] = useState(held);
  const deed = { kind: 'snapshot-role' as const, role };
  const { wrong, refused } = useWrong(deed);
  return (
    <DeedDialog
      account={account}
      words="snapshot-role"
      about="settings"
      what={t('role.title')}
      deed={deed}
      onDone={onDone}
      onClose={onClose}
      onRefused={refused}
    >
      <Box>{t('snapshot-role.body')}</Box>
      <FormField
        label={t('role.field')}
        constraintText={t('role.hint', { account: account.awsAccountId })}
        errorText={wrong.has('role') ? t('form.wrong') : undefined}
      >
        <Input value={role} onChange={({ detail }) => setRole(detail.value)} />
      </FormField>
    </DeedDialog>
  );
}
