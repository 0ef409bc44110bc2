/** What the partner has written: customer, project, marketing and revenue, people. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { OpportunityDetail } from '../../../../shared/domain/opportunity/opportunity.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { usePickText } from '../editor/use-pick-text.ts';
import { useCountryName, useRoleName } from '../use-words.ts';
import { Facts } from './facts.tsx';
import { listAt, textAt, type Json } from './read.ts';
import { useLocks } from './use-locks.ts';

interface SectionProps {
  readonly opportunity: OpportunityDetail;
  readonly document: Json;
}

const COUNTRY = 'Customer.Account.Address.CountryCode';

export function CustomerSection({ opportunity, document }: SectionProps) {
  const t = useTexts('opportunities');
  const lockOf = useLocks(opportunity);
  const countryName = useCountryName();
  const paths = [
    'CompanyName',
    'Industry',
    'OtherIndustry',
    'WebsiteUrl',
    'AwsAccountId',
    'Duns',
    'Address.CountryCode',
    'Address.StateOrRegion',
    'Address.PostalCode',
    'Address.City',
    'Address.StreetAddress',
    'NationalSecurity',
  ].map((path) => (path === 'NationalSecurity' ? path : `Customer.Account.${path}`));
  return (
    <Container header={<Header variant="h2">{t('page.customer')}</Header>}>
      <SpaceBetween size="m">
        <Facts
          value={document}
          lockOf={lockOf}
          facts={paths.map((path) => (path === COUNTRY ? { path, show: countryName } : { path }))}
        />
        <People title={t('page.contacts')} people={listAt(document, 'Customer.Contacts')} />
      </SpaceBetween>
    </Container>
  );
}

export function ProjectSection({ opportunity, document }: SectionProps) {
  const t = useTexts('opportunities');
  const lockOf = useLocks(opportunity);
  const format = useFormat();
  const pick = usePickText();
  const spends = listAt(document, 'Project.ExpectedCustomerSpend');
  return (
    <Container header={<Header variant="h2">{t('page.project')}</Header>}>
      <SpaceBetween size="m">
        <Facts
          value={document}
          lockOf={lockOf}
          facts={[
            'Project.Title',
            'Project.CustomerBusinessProblem',
            'Project.CustomerUseCase',
            'OpportunityType',
            'PrimaryNeedsFromAws',
            'Project.DeliveryModels',
            'Project.SalesActivities',
            'Project.ExpectedContractDuration.Value',
            'Project.CompetitorName',
            'Project.OtherCompetitorNames',
            'Project.OtherSolutionDescription',
            'Project.RelatedOpportunityIdentifier',
            'Project.ApnPrograms',
            'Project.AwsPartition',
            'Project.AdditionalComments',
            'PartnerOpportunityIdentifier',
          ].map((path) => ({ path }))}
        />
        {spends.length > 0 && (
          <Table
            variant="embedded"
            items={spends.map((spend, index) => ({ spend, index }))}
            trackBy={({ index }) => String(index)}
            header={<Header variant="h3">{t('page.spend')}</Header>}
            ariaLabels={{ tableLabel: t('page.spend') }}
            columnDefinitions={[
              {
                id: 'for',
                header: t('spend.for'),
                cell: ({ spend }) => textAt(spend, 'TargetCompany') || '-',
                isRowHeader: true,
              },
              {
                id: 'amount',
                header: t('spend.amount'),
                cell: ({ spend }) => format.money(textAt(spend, 'Amount'), textAt(spend, 'CurrencyCode')),
              },
              {
                id: 'frequency',
                header: t('spend.frequency'),
                cell: ({ spend }) => pick('spendFrequency', textAt(spend, 'Frequency')) || '-',
              },
            ]}
          />
        )}
      </SpaceBetween>
    </Container>
  );
}

export function MoneySection({ opportunity, document }: SectionProps) {
  const t = useTexts('opportunities');
  const lockOf = useLocks(opportunity);
  const format = useFormat();
  const currency = textAt(document, 'SoftwareRevenue.Value.CurrencyCode');
  return (
    <Container header={<Header variant="h2">{t('page.marketingAndRevenue')}</Header>}>
      <Facts
        value={document}
        lockOf={lockOf}
        facts={[
          { path: 'Marketing.Source' },
          { path: 'Marketing.CampaignName' },
          { path: 'Marketing.UseCases' },
          { path: 'Marketing.Channels' },
          { path: 'Marketing.AwsFundingUsed' },
          { path: 'SoftwareRevenue.DeliveryModel' },
          { path: 'SoftwareRevenue.Value.Amount', show: (text) => format.money(text, currency) },
          { path: 'SoftwareRevenue.EffectiveDate', show: format.date },
          { path: 'SoftwareRevenue.ExpirationDate', show: format.date },
        ]}
      />
    </Container>
  );
}

/** Contacts of the customer, the partner's team, or AWS's. */
export function People({ title, people }: { title: string; people: readonly unknown[] }) {
  const t = useTexts('opportunities');
  const roleName = useRoleName();
  return (
    <Table
      variant="embedded"
      items={people.map((person, index) => ({ person, index }))}
      trackBy={({ index }) => String(index)}
      header={<Header variant="h3">{title}</Header>}
      ariaLabels={{ tableLabel: title }}
      empty={<Box color="text-body-secondary">{t('page.nobody')}</Box>}
      columnDefinitions={[
        {
          id: 'name',
          header: t('person.name'),
          isRowHeader: true,
          cell: ({ person }) => `${textAt(person, 'FirstName')} ${textAt(person, 'LastName')}`.trim() || '-',
        },
        {
          id: 'title',
          header: t('person.title'),
          cell: ({ person }) => roleName(textAt(person, 'BusinessTitle')) || '-',
        },
        { id: 'email', header: t('person.email'), cell: ({ person }) => textAt(person, 'Email') || '-' },
        { id: 'phone', header: t('person.phone'), cell: ({ person }) => textAt(person, 'Phone') || '-' },
      ]}
    />
  );
}
