/** What AWS shows of a referral, and which members it hides until it is accepted. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { MASKED_MEMBERS, type InvitationDetail } from '../../../shared/domain/opportunity/invitation.ts';
import { usePickText } from '../opportunities/editor/use-pick-text.ts';
import { listAt, textAt, textsAt } from '../opportunities/page/read.ts';
import { useCountryName, useRoleName } from '../opportunities/use-words.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';

const PAYLOAD = 'Payload.OpportunityInvitation';

export function Content({ invitation }: { invitation: InvitationDetail }) {
  const t = useTexts('invitations');
  const { document } = invitation;
  if (document === null) return <Alert type="info">{t('page.unread')}</Alert>;
  return (
    <SpaceBetween size="l">
      <Deal document={document} />
      {invitation.opportunityId === null && <Masked />}
      <Senders document={document} />
    </SpaceBetween>
  );
}

function Deal({ document }: { document: unknown }) {
  const t = useTexts('invitations');
  const format = useFormat();
  const pick = usePickText();
  const countryName = useCountryName();
  const spends = listAt(document, `${PAYLOAD}.Project.ExpectedCustomerSpend`);
  const date = textAt(document, `${PAYLOAD}.Project.TargetCompletionDate`);
  const items = [
    { label: t('column.customer'), value: textAt(document, `${PAYLOAD}.Customer.CompanyName`) },
    { label: t('column.industry'), value: pick('industry', textAt(document, `${PAYLOAD}.Customer.Industry`)) },
    { label: t('column.country'), value: countryName(textAt(document, `${PAYLOAD}.Customer.CountryCode`)) },
    { label: t('page.website'), value: textAt(document, `${PAYLOAD}.Customer.WebsiteUrl`) },
    { label: t('column.title'), value: textAt(document, `${PAYLOAD}.Project.Title`) },
    { label: t('page.targetDate'), value: date === '' ? '' : format.date(date) },
    {
      label: t('page.spend'),
      value: spends.map((spend) => format.money(textAt(spend, 'Amount'), textAt(spend, 'CurrencyCode'))).join(' · '),
    },
    { label: t('page.responsibilities'), value: textsAt(document, `${PAYLOAD}.ReceiverResponsibilities`).join(' · ') },
    // AWS's guide names both; its model knows neither yet.
    { label: t('page.useCase'), value: pick('useCase', textAt(document, `${PAYLOAD}.Project.CustomerUseCase`)) },
    { label: t('page.stage'), value: pick('stage', textAt(document, `${PAYLOAD}.LifeCycle.Stage`)) },
    { label: t('page.problem'), value: textAt(document, `${PAYLOAD}.Project.BusinessProblem`) },
    { label: t('page.message'), value: textAt(document, 'InvitationMessage') },
    { label: t('page.rejectedFor'), value: textAt(document, 'RejectionReason') },
  ];
  return (
    <Container header={<Header variant="h2">{t('page.customer')}</Header>}>
      <KeyValuePairs columns={3} items={items.filter(({ value }) => value !== '')} />
    </Container>
  );
}

function Masked() {
  const t = useTexts('invitations');
  return (
    <Container header={<Header variant="h2">{t('masked.title')}</Header>}>
      <KeyValuePairs
        columns={3}
        items={MASKED_MEMBERS.map((member) => ({
          label: t(`masked.${member}`),
          value: <StatusIndicator type="stopped">{t('masked.value')}</StatusIndicator>,
        }))}
      />
    </Container>
  );
}

function Senders({ document }: { document: unknown }) {
  const t = useTexts('invitations');
  const roleName = useRoleName();
  return (
    <Table
      items={listAt(document, `${PAYLOAD}.SenderContacts`).map((person, index) => ({ person, index }))}
      trackBy={({ index }) => String(index)}
      header={<Header variant="h2">{t('page.senders')}</Header>}
      ariaLabels={{ tableLabel: t('page.senders') }}
      empty={<Box color="text-body-secondary">{t('page.noSenders')}</Box>}
      columnDefinitions={[
        {
          id: 'name',
          header: t('page.person'),
          isRowHeader: true,
          cell: ({ person }) => `${textAt(person, 'FirstName')} ${textAt(person, 'LastName')}`.trim() || '-',
        },
        { id: 'role', header: t('page.role'), cell: ({ person }) => roleName(textAt(person, 'BusinessTitle')) || '-' },
        { id: 'email', header: t('page.email'), cell: ({ person }) => textAt(person, 'Email') || '-' },
      ]}
    />
  );
}
