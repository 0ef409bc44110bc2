/** The agreements that this one follows and is followed by: renewals and replacements. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { AgreementDetail } from '../../../../shared/domain/agreement/agreement.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { toAgreementPath } from '../paths.ts';
import { AgreementStatus } from '../status.tsx';

export function Chain({ agreement: { summary, chain } }: { agreement: AgreementDetail }) {
  const t = useTexts('agreements');
  const format = useFormat();
  if (chain.length < 2) return null;
  return (
    <Container
      header={
        <Header variant="h2" description={t('chain.says')}>
          {t('chain.title')}
        </Header>
      }
    >
      <Table
        variant="embedded"
        items={[...chain]}
        trackBy="id"
        ariaLabels={{ tableLabel: t('chain.title') }}
        columnDefinitions={[
          {
            id: 'id',
            header: t('column.id'),
            isRowHeader: true,
            cell: ({ account, id }) =>
              id === summary.id ? (
                t('chain.this', { id })
              ) : (
                <RouteLink to={toAgreementPath({ account, agreementId: id })}>{id}</RouteLink>
              ),
          },
          { id: 'status', header: t('column.status'), cell: (each) => <AgreementStatus agreement={each} /> },
          {
            id: 'accepted',
            header: t('column.accepted'),
            cell: ({ acceptedAt }) => (acceptedAt === null ? '-' : format.instant(acceptedAt)),
          },
          {
            id: 'value',
            header: t('column.value'),
            cell: ({ value, currency }) => (value === null ? '-' : format.money(value, currency ?? '')),
          },
        ]}
      />
    </Container>
  );
}
