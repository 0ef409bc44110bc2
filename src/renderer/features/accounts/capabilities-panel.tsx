/** What the credentials were seen to be able to do. Write rights are unknown until they are used. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { Account, Capability } from '../../../shared/domain/account/account.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';

const LOOKS: Record<Capability['state'], StatusIndicatorProps.Type> = {
  allowed: 'success',
  denied: 'error',
  unknown: 'pending',
};

export function CapabilitiesPanel({ account }: { account: Account }) {
  const t = useTexts('accounts');
  const format = useFormat();
  return (
    <Container
      header={
        <Header variant="h2" description={t('capabilities.description')}>
          {t('capabilities.title')}
        </Header>
      }
    >
      <Table
        variant="embedded"
        items={account.capabilities}
        trackBy="action"
        ariaLabels={{ tableLabel: t('capabilities.title') }}
        empty={<Box color="text-body-secondary">{t('capabilities.empty')}</Box>}
        columnDefinitions={[
          {
            id: 'action',
            header: t('capabilities.action'),
            cell: ({ action }) => <Box variant="code">{action}</Box>,
            isRowHeader: true,
          },
          {
            id: 'state',
            header: t('capabilities.state'),
            cell: ({ state }) => <StatusIndicator type={LOOKS[state]}>{t(`capabilities.${state}`)}</StatusIndicator>,
          },
          {
            id: 'seenAt',
            header: t('capabilities.seenAt'),
            cell: ({ seenAt }) => (seenAt ? format.instant(seenAt) : t('capabilities.never')),
          },
        ]}
      />
    </Container>
  );
}
