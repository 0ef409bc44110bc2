/** One invitation: how long it waits, what AWS shows of the deal, and the answer to it. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { InvitationAnswer, InvitationDetail } from '../../../shared/domain/opportunity/invitation.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { useReadAnew } from '../../bridge/use-read-anew.ts';
import { AccountBadge } from '../../components/account-badge.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { CopyValue } from '../../components/copy-value.tsx';
import { JsonView } from '../../components/json-view.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { PartnerRecordHead } from '../../components/partner-record-head.tsx';
import { PermittedButton } from '../../components/permitted-button.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useAccount } from '../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
import { toEngagementPath } from '../engagements/paths.ts';
import { toOpportunityPath } from '../opportunities/paths.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { AnswerProgress, isUnderWay } from './answer-progress.tsx';
import { Content } from './content.tsx';
import { INVITATIONS_PATH } from './paths.ts';
import { LeadContent } from './lead-content.tsx';
import { DaysLeft, InvitationStatus, typeWord } from './status.tsx';

export function InvitationPage() {
  const t = useTexts('invitations');
  const { account = '', id = '' } = useParams();
  const ref = { account, invitationId: id };
  const { data, error, refetch } = useCallQuery('invitations.get', ref);
  const refresh = useReadAnew('invitations.get', ref);
  usePage({
    title: data?.title || id,
    breadcrumbs: [{ text: t('list.title'), to: INVITATIONS_PATH }],
    help: { topic: 'invitations', key: 'help.page' },
  });
  if (error && !data) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <SpaceBetween size="l">
      <PartnerRecordHead
        record={data}
        actions={<Answers invitation={data} />}
        refresh={refresh}
        refreshText={t('page.refresh')}
        readAction="partnercentral:GetEngagementInvitation"
      />
      <AnswerProgress invitation={data} />
      <Overview invitation={data} />
      {isLead(data) ? <LeadContent invitation={data} /> : <Content invitation={data} />}
      <ExpandableSection variant="container" headerText={t('page.raw')}>
        <JsonView value={data.document} label={t('page.raw')} />
      </ExpandableSection>
    </SpaceBetween>
  );
}

const isLead = ({ payloadType }: InvitationDetail) => payloadType === 'LeadInvitation';

function actionOf(answer: InvitationAnswer, invitation: InvitationDetail): string {
  if (answer === 'reject') return 'partnercentral:RejectEngagementInvitation';
  return isLead(invitation)
    ? 'partnercentral:AcceptEngagementInvitation'
    : 'partnercentral:StartEngagementByAcceptingInvitationTask';
}

function Answers({ invitation }: { invitation: InvitationDetail }) {
  const t = useTexts('invitations');
  const account = useAccount(invitation.account);
  const [asking, setAsking] = useState<InvitationAnswer | null>(null);
  if (invitation.status !== 'PENDING' || account === null) return null;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {(['reject', 'accept'] as const).map((answer) => (
        <PermittedButton
          key={answer}
          account={invitation.account}
          actions={[actionOf(answer, invitation)]}
          deed="co-sell"
          variant={answer === 'accept' ? 'primary' : 'normal'}
          disabled={isUnderWay(invitation)}
          onClick={() => setAsking(answer)}
        >
          {t(`${answer}.open`)}
        </PermittedButton>
      ))}
      {!isLead(invitation) && (
        <Button disabled disabledReason={t('assign.notYet')}>
          {t('assign.open')}
        </Button>
      )}
      {asking && (
        <AnswerDialog answer={asking} invitation={invitation} account={account} onClose={() => setAsking(null)} />
      )}
    </SpaceBetween>
  );
}

function Overview({ invitation }: { invitation: InvitationDetail }) {
  const t = useTexts('invitations');
  const format = useFormat();
  const account = useAccount(invitation.account);
  const { expiresAt, opportunityId, status } = invitation;
  return (
    <Container header={<Header variant="h2">{t('page.overview')}</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: t('column.type'), value: typeWord(t, invitation.payloadType) },
          { label: t('column.status'), value: <InvitationStatus status={status} /> },
          { label: t('column.daysLeft'), value: <DaysLeft invitation={invitation} /> },
          { label: t('column.deadline'), value: expiresAt === null ? '-' : format.instant(expiresAt) },
          {
            label: t('column.account'),
            value: account ? (
              <>
                <AccountBadge account={account} /> {account.awsAccountId}
              </>
            ) : (
              invitation.account
            ),
          },
          { label: t('column.sender'), value: invitation.sender || '-' },
          { label: t('column.invited'), value: format.instant(invitation.invitedAt) },
          { label: t('column.id'), value: <CopyValue text={invitation.id} /> },
          ...(status === 'ACCEPTED'
            ? [{ label: t('column.engagement'), value: <EngagementLink invitation={invitation} /> }]
            : []),
          ...(status === 'ACCEPTED' && !isLead(invitation)
            ? [{ label: t('column.opportunity'), value: <Made account={invitation.account} id={opportunityId} /> }]
            : []),
        ]}
      />
    </Container>
  );
}

function EngagementLink({ invitation: { account, engagementId } }: { invitation: InvitationDetail }) {
  const t = useTexts('invitations');
  return (
    <RouteLink to={toEngagementPath({ account, engagementId })}>
      {t('page.openEngagement')} {engagementId}
    </RouteLink>
  );
}

function Made({ account, id }: { account: string; id: string | null }) {
  const t = useTexts('invitations');
  if (id === null) return <Box color="text-body-secondary">{t('page.noOpportunity')}</Box>;
  return (
    <RouteLink to={toOpportunityPath({ account, opportunityId: id })}>
      {t('page.openOpportunity')} {id}
    </RouteLink>
  );
}
