/** What the buyer has been given to use, and where it stands. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { AgreementDetail } from '../../../../shared/domain/agreement/agreement.ts';
import { useTexts } from '../../../i18n/context.tsx';

const STATUSES = ['PROVISIONED', 'SCHEDULED', 'PENDING', 'FAILED', 'DEPROVISIONED'];

export function Entitlements({ agreement: { entitlements } }: { agreement: AgreementDetail }) {
  const t = useTexts('agreements');
  if (entitlements.length === 0) return null;
  return (
    <Container header={<Header variant="h2">{t('entitlements.title')}</Header>}>
      <Table
        variant="embedded"
        items={[...entitlements]}
        ariaLabels={{ tableLabel: t('entitlements.title') }}
        columnDefinitions={[
          {
            id: 'resource',
            header: t('entitlements.resource'),
            isRowHeader: true,
            cell: ({ resourceId, resourceType }) => `${resourceId} (${resourceType})`,
          },
          { id: 'type', header: t('entitlements.type'), cell: ({ type }) => type ?? '-' },
          {
            id: 'status',
            header: t('column.status'),
            cell: ({ status }) => (STATUSES.includes(status) ? t(`entitlements.status.${status}`) : status || '-'),
          },
          { id: 'reason', header: t('entitlements.reason'), cell: ({ reason }) => reason ?? '-' },
          { id: 'license', header: t('entitlements.license'), cell: ({ licenseArn }) => licenseArn ?? '-' },
        ]}
      />
    </Container>
  );
}
