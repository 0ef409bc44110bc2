/** In place of the product: the authorization that a channel partner's offer is made from, and its limits. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { resaleOf, type ReceivedAuthorization } from '../../../../shared/domain/offer/received-authorization.ts';
import { replacementOf } from '../../../../shared/domain/offer/replaced-agreement.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';

export function ResalePanel() {
  const t = useTexts('channel');
  const { draft, accountKey } = useEditor();
  const resale = resaleOf(draft);
  if (!resale) return null;
  // The panel of the agreement tells what is wrong with the two together.
  const replaces = replacementOf(draft) !== null;
  const { authorizationId, received } = resale;
  const path = `/authorizations/${encodeURIComponent(accountKey)}/${encodeURIComponent(authorizationId)}`;
  return (
    <Container header={<Header variant="h2">{t('offer.from')}</Header>}>
      <SpaceBetween size="m">
        <DraftField
          path={replaces ? 'source.authorizationId' : 'source'}
          label={t('offer.authorization')}
          description={t('offer.inherits')}
        >
          {() => <RouteLink to={path}>{received?.name || authorizationId}</RouteLink>}
        </DraftField>
        {received && <Limits received={received} />}
      </SpaceBetween>
    </Container>
  );
}

function Limits({ received }: { received: ReceivedAuthorization }) {
  const t = useTexts('channel');
  const format = useFormat();
  const { draft } = useEditor();
  const dateOr = (date: string, none: string) => (date === '' ? none : format.date(date));
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: t('offer.product'), value: draft.product?.title ?? '-' },
        { label: t('column.seller'), value: [received.sellerName, received.seller].filter(Boolean).join(' ') || '-' },
        { label: t('offer.lastDay'), value: dateOr(received.endDate, t('offer.noEnd')) },
        {
          label: t('offer.buyers'),
          value: received.buyers.length === 0 ? t('offer.anyBuyer') : format.list(received.buyers),
        },
        { label: t('offer.latestStart'), value: dateOr(received.latestStartDate, t('offer.noLimit')) },
        {
          label: t('offer.netPayment'),
          value: received.netPayment === '' ? t('offer.noLimit') : format.duration(received.netPayment),
        },
      ]}
    />
  );
}
