/** Who takes part in an engagement, who was invited from here, and which opportunities belong to it. */
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { EngagementDetail } from '../../../shared/domain/engagement/engagement.ts';
import { RouteLink } from '../../components/route-link.tsx';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { InvitationStatus } from '../invitations/status.tsx';
import { toOpportunityPath } from '../opportunities/paths.ts';
import { partyWord } from './words.tsx';

interface PartProps {
  readonly engagement: EngagementDetail;
}

export function Members({ engagement }: PartProps) {
  const t = useTexts('engagements');
  return (
    <Table
      items={engagement.members}
      trackBy="accountId"
      header={
        <Header variant="h2" counter={`(${engagement.members.length})`}>
          {t('page.members')}
        </Header>
      }
      ariaLabels={{ tableLabel: t('page.members') }}
      empty={<Box color="text-body-secondary">{t('page.noMembers')}</Box>}
      columnDefinitions={[
        { id: 'name', header: t('page.member'), isRowHeader: true, cell: ({ companyName }) => companyName || '-' },
        { id: 'account', header: t('page.memberAccount'), cell: ({ accountId }) => partyWord(accountId) },
        { id: 'website', header: t('page.website'), cell: ({ website }) => website || '-' },
      ]}
    />
  );
}

export function Resources({ engagement }: PartProps) {
  const t = useTexts('engagements');
  const { account, resources } = engagement;
  return (
    <Table
      items={resources}
      trackBy="id"
      header={
        <Header variant="h2" counter={`(${resources.length})`}>
          {t('page.resources')}
        </Header>
      }
      ariaLabels={{ tableLabel: t('page.resources') }}
      empty={<Box color="text-body-secondary">{t('page.noResources')}</Box>}
      columnDefinitions={[
        {
          id: 'id',
          header: t('page.opportunity'),
          isRowHeader: true,
          cell: ({ id, isOwn, title }) =>
            isOwn ? (
              <RouteLink to={toOpportunityPath({ account, opportunityId: id })}>
                {title === '' ? id : `${title} (${id})`}
              </RouteLink>
            ) : (
              id
            ),
        },
        {
          id: 'owner',
          header: t('page.owner'),
          cell: ({ createdBy, isOwn }) => (isOwn ? t('page.own') : partyWord(createdBy)),
        },
      ]}
    />
  );
}

export function SentInvitations({ engagement: { invitations } }: PartProps) {
  const t = useTexts('engagements');
  const format = useFormat();
  return (
    <Table
      items={invitations}
      trackBy="id"
      header={
        <Header variant="h2" counter={`(${invitations.length})`}>
          {t('page.sent')}
        </Header>
      }
      ariaLabels={{ tableLabel: t('page.sent') }}
      empty={<Box color="text-body-secondary">{t('page.noSent')}</Box>}
      columnDefinitions={[
        {
          id: 'receiver',
          header: t('page.receiver'),
          isRowHeader: true,
          cell: ({ receiverAlias, receiverId }) => [receiverAlias, partyWord(receiverId)].filter(Boolean).join(' · '),
        },
        { id: 'status', header: t('page.status'), cell: ({ status }) => <InvitationStatus status={status} /> },
        {
          id: 'sent',
          header: t('page.sentAt'),
          cell: ({ invitedAt }) => (invitedAt === null ? '-' : format.instant(invitedAt)),
        },
        {
          id: 'expires',
          header: t('page.expires'),
          cell: ({ expiresAt }) => (expiresAt === null ? '-' : format.instant(expiresAt)),
        },
        { id: 'id', header: t('page.invitationId'), cell: ({ id }) => id },
      ]}
    />
  );
}
