/** One engagement: what it is about, a lead's state and interactions, who takes part, which opportunities belong to it. */
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { EngagementDetail } from '../../../shared/domain/engagement/engagement.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { useReadAnew } from '../../bridge/use-read-anew.ts';
import { AccountBadge } from '../../components/account-badge.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { CopyValue } from '../../components/copy-value.tsx';
import { JsonView } from '../../components/json-view.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { PartnerRecordHead } from '../../components/partner-record-head.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useAccount } from '../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
import { toInvitationPath } from '../invitations/paths.ts';
import { textAt } from '../opportunities/page/read.ts';
import { DeedProgress } from './deed-progress.tsx';
import { EngagementActions } from './engagement-actions.tsx';
import { Lead, LeadActions } from './lead.tsx';
import { Members, Resources, SentInvitations } from './parties.tsx';
import { ENGAGEMENTS_PATH } from './paths.ts';
import { Projects } from './projects.tsx';
import { Snapshots } from './snapshots.tsx';
import { contextWord, partyWord } from './words.tsx';

export function EngagementPage() {
  const t = useTexts('engagements');
  const { account = '', id = '' } = useParams();
  const ref = { account, engagementId: id };
  const { data, error, refetch } = useCallQuery('engagements.get', ref);
  const refresh = useReadAnew('engagements.get', ref);
  usePage({
    title: data?.title || id,
    breadcrumbs: [{ text: t('list.title'), to: ENGAGEMENTS_PATH }],
    help: { topic: 'engagements', key: 'help.page' },
  });
  if (error && !data) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <SpaceBetween size="l">
      <PartnerRecordHead
        record={data}
        actions={
          <>
            <EngagementActions engagement={data} />
            <LeadActions engagement={data} />
          </>
        }
        refresh={refresh}
        refreshText={t('page.refresh')}
        readAction="partnercentral:GetEngagement"
      />
      <DeedProgress engagement={data} />
      <Overview engagement={data} />
      <Lead engagement={data} />
      <Projects engagement={data} />
      <Resources engagement={data} />
      <Snapshots engagement={data} />
      <Members engagement={data} />
      <SentInvitations engagement={data} />
      <ExpandableSection variant="container" headerText={t('page.raw')}>
        <JsonView value={data.document} label={t('page.raw')} />
      </ExpandableSection>
    </SpaceBetween>
  );
}

function Overview({ engagement }: { engagement: EngagementDetail }) {
  const t = useTexts('engagements');
  const format = useFormat();
  const account = useAccount(engagement.account);
  const { contextTypes, document, invitationId } = engagement;
  const description = textAt(document, 'Description');
  return (
    <Container header={<Header variant="h2">{t('page.overview')}</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          {
            label: t('column.about'),
            value: contextTypes.map((type) => contextWord(t, type)).join(' · ') || '-',
          },
          ...(description === '' ? [] : [{ label: t('page.description'), value: description }]),
          {
            label: t('column.account'),
            value: account ? (
              <>
                <AccountBadge account={account} /> {account.awsAccountId}
              </>
            ) : (
              engagement.account
            ),
          },
          { label: t('column.created'), value: format.instant(engagement.createdAt) },
          { label: t('column.createdBy'), value: partyWord(engagement.createdBy) },
          { label: t('column.modified'), value: format.instant(engagement.modifiedAt) },
          { label: t('column.id'), value: <CopyValue text={engagement.id} /> },
          ...(invitationId === null
            ? []
            : [
                {
                  label: t('page.invitation'),
                  value: (
                    <RouteLink to={toInvitationPath({ account: engagement.account, invitationId })}>
                      {invitationId}
                    </RouteLink>
                  ),
                },
              ]),
        ]}
      />
    </Container>
  );
}
