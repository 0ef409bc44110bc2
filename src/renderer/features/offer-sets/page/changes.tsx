/** What this machine has sent about an offer set. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { ChangeView } from '../../offers/activity/change-view.tsx';

/** The newest; all of them are found under Activity. */
const SHOWN = 20;

export function OfferSetChanges({ account, id }: { account: string; id: string }) {
  const t = useTexts('offersets');
  const { data } = useCallQuery('changes.list', { account, entityId: id, pageSize: SHOWN });
  const changes = data?.items ?? [];
  if (changes.length === 0) return null;
  return (
    <Container header={<Header variant="h2">{t('page.changes')}</Header>}>
      <SpaceBetween size="m">
        {changes.map((change) => (
          <ChangeView key={change.id} change={change} heading="h3" />
        ))}
      </SpaceBetween>
    </Container>
  );
}
