/** The lead of an engagement: who it is, how far it has got, every interaction, and what can be done about it. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { EngagementDetail } from '../../../shared/domain/engagement/engagement.ts';
import { PermittedButton } from '../../components/permitted-button.tsx';
import { useAccount } from '../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { listAt, textAt } from '../opportunities/page/read.ts';
import { ConvertDialog } from './convert-dialog.tsx';
import { isUnderWay } from './deed-progress.tsx';
import { emptyLeadForm, LeadDialog, type LeadForm } from './lead-dialog.tsx';
import { ProspectDialog } from './prospect-dialog.tsx';
import { Qualification } from './words.tsx';

/** The context of the lead; null where the engagement is about none, or was not read. */
function leadContextOf({ document }: EngagementDetail): unknown {
  return listAt(document, 'Contexts').find((context) => textAt(context, 'Type') === 'Lead') ?? null;
}

type Deed = 'update' | 'convert' | 'prospect';

const ACTIONS: Readonly<Record<Deed, string>> = {
  prospect: 'partnercentral:StartProspectingFromEngagementTask',
  update: 'partnercentral:UpdateEngagementContext',
  convert: 'partnercentral:StartOpportunityFromEngagementTask',
};

export function LeadActions({ engagement }: { engagement: EngagementDetail }) {
  const t = useTexts('engagements');
  const account = useAccount(engagement.account);
  const [asking, setAsking] = useState<Deed | null>(null);
  // Lives here and not in the dialog: what was typed is there again when the dialog is opened once more.
  const [typed, setTyped] = useState<LeadForm | null>(null);
  const context = leadContextOf(engagement);
  if (account === null || context === null) return null;
  const isOut = textAt(context, 'Payload.Lead.QualificationStatus') === 'Disqualified';
  const hasBecome = engagement.resources.some(({ isOwn }) => isOwn);
  const close = () => setAsking(null);
  const whyNot = hasBecome ? t('convert.has') : isOut ? t('convert.disqualified') : null;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {(['prospect', 'update', 'convert'] as const).map((deed) => (
        <PermittedButton
          key={deed}
          account={engagement.account}
          actions={[ACTIONS[deed]]}
          deed="co-sell"
          variant={deed === 'convert' ? 'primary' : 'normal'}
          disabled={isUnderWay(engagement) || (deed === 'convert' && whyNot !== null)}
          {...(deed === 'convert' && whyNot !== null ? { disabledReason: whyNot } : {})}
          onClick={() => setAsking(deed)}
        >
          {t(`${deed}.open`)}
        </PermittedButton>
      ))}
      {asking === 'update' && (
        <LeadDialog
          engagement={engagement}
          context={context}
          account={account}
          form={typed ?? emptyLeadForm(context)}
          onType={setTyped}
          onDone={() => setTyped(null)}
          onClose={close}
        />
      )}
      {asking === 'convert' && (
        <ConvertDialog engagement={engagement} context={context} account={account} onClose={close} />
      )}
      {asking === 'prospect' && <ProspectDialog leads={[engagement]} account={account} onClose={close} />}
    </SpaceBetween>
  );
}

export function Lead({ engagement }: { engagement: EngagementDetail }) {
  const t = useTexts('engagements');
  const context = leadContextOf(engagement);
  if (context === null) return null;
  const at = (path: string) => textAt(context, `Payload.Lead.${path}`);
  const place = ['City', 'StateOrRegion', 'PostalCode', 'CountryCode'].map((name) => at(`Customer.Address.${name}`));
  const items = [
    { label: t('column.customer'), value: at('Customer.CompanyName') },
    { label: t('project.industry'), value: at('Customer.Industry') },
    { label: t('page.website'), value: at('Customer.WebsiteUrl') },
    { label: t('lead.address'), value: place.filter(Boolean).join(', ') },
    { label: t('lead.maturity'), value: at('Customer.AwsMaturity') },
    { label: t('lead.segment'), value: at('Customer.MarketSegment') },
    { label: t('lead.readiness'), value: at('Insights.LeadReadinessScore') },
  ];
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{t('context.Lead')}</Header>}>
        <KeyValuePairs
          columns={3}
          items={[
            { label: t('column.qualification'), value: <Qualification value={at('QualificationStatus')} /> },
            ...items.filter(({ value }) => value !== ''),
          ]}
        />
      </Container>
      <Interactions context={context} />
    </SpaceBetween>
  );
}

function Interactions({ context }: { context: unknown }) {
  const t = useTexts('engagements');
  const format = useFormat();
  const interactions = listAt(context, 'Payload.Lead.Interactions').map((entry, index) => ({ entry, index }));
  const lines = (entry: unknown, ...paths: readonly string[]) =>
    paths
      .map((path) => textAt(entry, path))
      .filter(Boolean)
      .join(' · ') || '-';
  return (
    <Table
      items={interactions}
      trackBy={({ index }) => String(index)}
      wrapLines
      header={
        <Header variant="h2" counter={`(${interactions.length})`}>
          {t('lead.interactions')}
        </Header>
      }
      ariaLabels={{ tableLabel: t('lead.interactions') }}
      empty={<Box color="text-body-secondary">{t('lead.noInteractions')}</Box>}
      columnDefinitions={[
        {
          id: 'contact',
          header: t('lead.contact'),
          isRowHeader: true,
          cell: ({ entry }) =>
            `${textAt(entry, 'Contact.FirstName')} ${textAt(entry, 'Contact.LastName')}`.trim() || '-',
        },
        { id: 'title', header: t('lead.businessTitle'), cell: ({ entry }) => lines(entry, 'Contact.BusinessTitle') },
        { id: 'reach', header: t('lead.reach'), cell: ({ entry }) => lines(entry, 'Contact.Email', 'Contact.Phone') },
        { id: 'source', header: t('lead.source'), cell: ({ entry }) => lines(entry, 'SourceType', 'SourceName') },
        { id: 'use', header: t('lead.useCase'), cell: ({ entry }) => lines(entry, 'Usecase') },
        { id: 'action', header: t('lead.customerAction'), cell: ({ entry }) => lines(entry, 'CustomerAction') },
        { id: 'problem', header: t('lead.businessProblem'), cell: ({ entry }) => lines(entry, 'BusinessProblem') },
        {
          id: 'date',
          header: t('lead.date'),
          cell: ({ entry }) => {
            const date = textAt(entry, 'InteractionDate');
            return date === '' ? '-' : format.date(date.slice(0, 10));
          },
        },
      ]}
    />
  );
}
