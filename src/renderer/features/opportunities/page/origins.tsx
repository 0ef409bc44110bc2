/** Where the opportunity came from and whom it is shared with: the invitation, the engagements that it belongs to. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { OpportunityDetail } from '../../../../shared/domain/opportunity/opportunity.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { toEngagementPath } from '../../engagements/paths.ts';
import { toInvitationPath } from '../../invitations/paths.ts';

export function Origins({ opportunity: { account, id } }: { opportunity: OpportunityDetail }) {
  const t = useTexts('engagements');
  const { data } = useCallQuery('engagements.ofOpportunity', { account, opportunityId: id });
  const items = [
    ...(data?.invitations ?? []).map((invitation) => ({
      label: t('origin.invitation'),
      value: (
        <RouteLink to={toInvitationPath({ account, invitationId: invitation.id })}>
          {invitation.title || invitation.id}
        </RouteLink>
      ),
    })),
    ...(data?.engagements ?? []).map((engagement) => ({
      label: t('origin.engagement'),
      value: (
        <RouteLink to={toEngagementPath({ account, engagementId: engagement.id })}>
          {engagement.title || engagement.id}
        </RouteLink>
      ),
    })),
  ];
  if (items.length === 0) return null;
  return (
    <Container header={<Header variant="h2">{t('origin.title')}</Header>}>
      <KeyValuePairs columns={3} items={items} />
    </Container>
  );
}
