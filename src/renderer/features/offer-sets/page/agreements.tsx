/** The agreements that came from a set: one for each of its offers. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { OfferSetDetail } from '../../../../shared/domain/offer-set/offer-set.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { toAgreementPath } from '../../agreements/paths.ts';
import { toOfferPath } from '../../offers/paths.ts';

interface SetAgreementsProps {
  readonly account: string;
  readonly agreements: OfferSetDetail['agreements'];
}

export function SetAgreements({ account, agreements }: SetAgreementsProps) {
  const t = useTexts('offersets');
  const format = useFormat();
  if (agreements.length === 0) return null;
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${agreements.length})`}>
          {t('page.agreements')}
        </Header>
      }
    >
      <Table
        variant="embedded"
        items={agreements}
        trackBy="id"
        ariaLabels={{ tableLabel: t('page.agreements') }}
        columnDefinitions={[
          {
            id: 'id',
            header: t('agreements.id'),
            isRowHeader: true,
            cell: ({ id }) => <RouteLink to={toAgreementPath({ account, agreementId: id })}>{id}</RouteLink>,
          },
          {
            id: 'offer',
            header: t('agreements.offer'),
            cell: ({ offerId }) => <RouteLink to={toOfferPath({ account, offerId })}>{offerId}</RouteLink>,
          },
          { id: 'buyer', header: t('agreements.buyer'), cell: ({ acceptor }) => acceptor },
          { id: 'status', header: t('agreements.status'), cell: ({ status }) => status },
          { id: 'at', header: t('agreements.at'), cell: ({ at }) => (at === null ? '-' : format.instant(at)) },
        ]}
      />
    </Container>
  );
}
