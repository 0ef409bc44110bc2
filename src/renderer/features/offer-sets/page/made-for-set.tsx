/** What was made, or is to be made, for a set that stands as a draft, and is not in it yet: the work that is left. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { OfferSetDetail } from '../../../../shared/domain/offer-set/offer-set.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { MembersTable } from '../members-table.tsx';

export function MadeForSet({ set: { summary, candidates, drafts } }: { set: OfferSetDetail }) {
  const t = useTexts('offersets');
  const { account } = summary;
  if (candidates.length === 0 && drafts.length === 0) return null;
  return (
    <Container
      header={
        <Header variant="h2" description={t(summary.state === 'draft' ? 'page.madeForSays' : 'page.madeForTooLate')}>
          {t('page.madeFor')}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {drafts.length > 0 && <MembersTable account={account} label={t('page.draftsFor')} members={drafts} empty="" />}
        {candidates.length > 0 && (
          <MembersTable account={account} label={t('page.candidates')} members={candidates} empty="" />
        )}
      </SpaceBetween>
    </Container>
  );
}
