/** The sections of the editor: which fields stand where. */
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { OpportunityDraft } from '../../../../shared/domain/opportunity/draft.ts';
import type { OpportunitySection } from '../../../../shared/domain/opportunity/fields.ts';
import { getAt } from '../../../../shared/domain/opportunity/record.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useOpportunity } from './context.ts';
import { KnownField } from './known-field.tsx';
import { Offerings } from './offerings.tsx';
import { People } from './people.tsx';
import { Sharing } from './sharing.tsx';
import { Spend } from './spend.tsx';

/** Shown only where they mean something, or hold something. */
const CONDITIONS: Readonly<Record<string, (draft: OpportunityDraft) => boolean>> = {
  'customer.account.otherIndustry': ({ customer }) => customer.account.industry === 'Other',
  'project.otherCompetitorNames': ({ project }) => project.competitorName === '*Other',
  'project.relatedOpportunityIdentifier': ({ opportunityType }) => opportunityType !== 'Net New Business',
  'project.expectedContractDuration': ({ project }) =>
    project.expectedCustomerSpend.some(({ targetCompany }) => targetCompany === 'Self'),
  'lifeCycle.closedLostReason': ({ lifeCycle }) => lifeCycle.stage === 'Closed Lost',
  'marketing.awsFundingUsed': ({ marketing }) => marketing.source === 'Marketing Activity',
  'marketing.useCases': ({ marketing }) => marketing.source === 'Marketing Activity',
  'marketing.channels': ({ marketing }) => marketing.source === 'Marketing Activity',
  'marketing.campaignName': ({ marketing }) => marketing.source === 'Marketing Activity',
};

function isShown(draft: OpportunityDraft, path: string): boolean {
  const value = getAt(draft, path);
  return (CONDITIONS[path]?.(draft) ?? true) || (Array.isArray(value) ? value.length > 0 : value !== '');
}

function Fields({ paths, columns = 2 }: { paths: readonly string[]; columns?: number }) {
  const { draft } = useOpportunity();
  return (
    <ColumnLayout columns={columns} minColumnWidth={260}>
      {paths
        .filter((path) => isShown(draft, path))
        .map((path) => (
          <KnownField key={path} path={path} />
        ))}
    </ColumnLayout>
  );
}

function Section({ name, children }: { name: OpportunitySection; children: ReactNode }) {
  const t = useTexts('opportunity-editor');
  return (
    <div data-path={name}>
      <Container header={<Header variant="h2">{t(`section.${name}`)}</Header>}>{children}</Container>
    </div>
  );
}

const ACCOUNT = 'customer.account';

export function Sections() {
  return (
    <SpaceBetween size="l">
      <Section name="customer">
        <Fields
          paths={[
            `${ACCOUNT}.companyName`,
            `${ACCOUNT}.websiteUrl`,
            `${ACCOUNT}.industry`,
            `${ACCOUNT}.otherIndustry`,
            `${ACCOUNT}.address.countryCode`,
            `${ACCOUNT}.address.stateOrRegion`,
            `${ACCOUNT}.address.postalCode`,
            `${ACCOUNT}.address.city`,
            `${ACCOUNT}.address.streetAddress`,
            `${ACCOUNT}.awsAccountId`,
            `${ACCOUNT}.duns`,
            'nationalSecurity',
          ]}
        />
      </Section>
      <People path="customer.contacts" />
      <Section name="project">
        <SpaceBetween size="l">
          <Fields paths={['project.title', 'opportunityType', 'project.relatedOpportunityIdentifier']} />
          <KnownField path="project.customerBusinessProblem" stretch />
          <Fields
            paths={[
              'project.customerUseCase',
              'project.deliveryModels',
              'project.salesActivities',
              'project.competitorName',
              'project.otherCompetitorNames',
              'project.apnPrograms',
              'partnerOpportunityIdentifier',
            ]}
          />
          <KnownField path="project.additionalComments" stretch />
        </SpaceBetween>
      </Section>
      <Section name="spend">
        <SpaceBetween size="l">
          <Spend />
          <Fields paths={['project.expectedContractDuration', 'project.awsPartition']} />
        </SpaceBetween>
      </Section>
      <Section name="stage">
        <SpaceBetween size="l">
          <Fields paths={['lifeCycle.targetCloseDate', 'lifeCycle.closedLostReason']} />
          <KnownField path="lifeCycle.nextSteps" stretch />
          <History />
        </SpaceBetween>
      </Section>
      <Section name="offerings">
        <SpaceBetween size="l">
          <Offerings />
          <KnownField path="project.otherSolutionDescription" stretch />
        </SpaceBetween>
      </Section>
      <Section name="sharing">
        <Sharing />
      </Section>
      <Section name="marketing">
        <Fields
          paths={[
            'marketing.source',
            'marketing.awsFundingUsed',
            'marketing.useCases',
            'marketing.channels',
            'marketing.campaignName',
          ]}
        />
      </Section>
      <Section name="revenue">
        <Fields
          paths={[
            'softwareRevenue.deliveryModel',
            'softwareRevenue.value.amount',
            'softwareRevenue.value.currencyCode',
            'softwareRevenue.effectiveDate',
            'softwareRevenue.expirationDate',
          ]}
        />
      </Section>
      <People path="opportunityTeam" />
    </SpaceBetween>
  );
}

/** What was planned before, as AWS keeps it. */
function History() {
  const t = useTexts('opportunity-editor');
  const format = useFormat();
  const { draft } = useOpportunity();
  const steps = draft.lifeCycle.nextStepsHistory;
  if (steps.length === 0) return null;
  return (
    <section aria-label={t('history')}>
      <Header variant="h3">{t('history')}</Header>
      <ul className="plain-list">
        {steps.map(({ time, value }, index) => (
          <li key={`${time} ${index}`}>
            {format.instant(time)}: {value}
          </li>
        ))}
      </ul>
    </section>
  );
}
