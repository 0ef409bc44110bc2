/** What AWS shows of a lead before it is accepted: the company and where it was met, but nobody's name. */
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { InvitationDetail } from '../../../shared/domain/opportunity/invitation.ts';
import { useTexts } from '../../i18n/context.tsx';
import { textAt } from '../opportunities/page/read.ts';

const LEAD = 'Payload.LeadInvitation';
/** Members of the lead that come with the engagement. */
const MASKED = ['contact', 'businessProblem', 'history'] as const;

export function LeadContent({ invitation }: { invitation: InvitationDetail }) {
  const t = useTexts('invitations');
  const { document } = invitation;
  if (document === null) return <Alert type="info">{t('page.unread')}</Alert>;
  const member = (label: string, path: string) => ({ label: t(label), value: textAt(document, path) });
  const items = [
    member('column.customer', `${LEAD}.Customer.CompanyName`),
    member('column.industry', `${LEAD}.Customer.Industry`),
    member('column.country', `${LEAD}.Customer.CountryCode`),
    member('page.website', `${LEAD}.Customer.WebsiteUrl`),
    member('lead.maturity', `${LEAD}.Customer.AwsMaturity`),
    member('lead.segment', `${LEAD}.Customer.MarketSegment`),
    member('lead.sourceType', `${LEAD}.Interaction.SourceType`),
    member('lead.source', `${LEAD}.Interaction.SourceName`),
    member('lead.sourceId', `${LEAD}.Interaction.SourceId`),
    member('lead.useCase', `${LEAD}.Interaction.Usecase`),
    member('lead.contactTitle', `${LEAD}.Interaction.ContactBusinessTitle`),
    member('page.message', 'InvitationMessage'),
    member('lead.description', 'EngagementDescription'),
    member('page.rejectedFor', 'RejectionReason'),
  ];
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{t('lead.title')}</Header>}>
        <KeyValuePairs columns={3} items={items.filter(({ value }) => value !== '')} />
      </Container>
      {invitation.status !== 'ACCEPTED' && (
        <Container header={<Header variant="h2">{t('masked.title')}</Header>}>
          <KeyValuePairs
            columns={3}
            items={MASKED.map((name) => ({
              label: t(`lead.masked.${name}`),
              value: <StatusIndicator type="stopped">{t('masked.value')}</StatusIndicator>,
            }))}
          />
        </Container>
      )}
    </SpaceBetween>
  );
}
