/** The customer's projects that an engagement is about, and what AWS has found out about its leads. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { EngagementDetail } from '../../../shared/domain/engagement/engagement.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { listAt, textAt } from '../opportunities/page/read.ts';
import { useCountryName } from '../opportunities/use-words.ts';

export function Projects({ engagement: { document } }: { engagement: EngagementDetail }) {
  const contexts = listAt(document, 'Contexts');
  const isAny = contexts.some((context) => ['CustomerProject', 'ProspectingResult'].includes(textAt(context, 'Type')));
  if (!isAny) return null;
  const of = (type: string) => contexts.filter((context) => textAt(context, 'Type') === type);
  return (
    <SpaceBetween size="l">
      {of('CustomerProject').map((context) => (
        <Project key={textAt(context, 'Id')} context={context} />
      ))}
      {of('ProspectingResult').map((context) => (
        <Prospected key={textAt(context, 'Id')} context={context} />
      ))}
    </SpaceBetween>
  );
}

function Project({ context }: { context: unknown }) {
  const t = useTexts('engagements');
  const countryName = useCountryName();
  const format = useFormat();
  const at = (path: string) => textAt(context, `Payload.CustomerProject.${path}`);
  const date = at('Project.TargetCompletionDate');
  const items = [
    { label: t('project.title'), value: at('Project.Title') },
    { label: t('column.customer'), value: at('Customer.CompanyName') },
    { label: t('project.industry'), value: at('Customer.Industry') },
    { label: t('project.country'), value: countryName(at('Customer.CountryCode')) },
    { label: t('page.website'), value: at('Customer.WebsiteUrl') },
    { label: t('project.targetDate'), value: date === '' ? '' : format.date(date) },
    { label: t('project.problem'), value: at('Project.BusinessProblem') },
  ];
  return (
    <Container header={<Header variant="h2">{t('context.CustomerProject')}</Header>}>
      <KeyValuePairs columns={3} items={items.filter(({ value }) => value !== '')} />
    </Container>
  );
}

/** Members that AWS names are shown by AWS's name: there are many, and new ones come. */
function Prospected({ context }: { context: unknown }) {
  const t = useTexts('engagements');
  const format = useFormat();
  const result = 'Payload.ProspectingResult.Aws';
  const at = (path: string) => textAt(context, `${result}.${path}`);
  const ended = at('EndTime');
  return (
    <Container header={<Header variant="h2">{t('context.ProspectingResult')}</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: t('prospect.name'), value: at('TaskName') || '-' },
          { label: t('prospect.ended'), value: ended === '' ? '-' : format.instant(ended) },
          ...textMembers(context, `${result}.Customer`),
        ]}
      />
    </Container>
  );
}

function textMembers(value: unknown, path: string): { label: string; value: string }[] {
  const found = path
    .split('.')
    .reduce<unknown>(
      (at, name) => (at !== null && typeof at === 'object' ? (at as Record<string, unknown>)[name] : undefined),
      value,
    );
  if (found === null || typeof found !== 'object') return [];
  return Object.entries(found).flatMap(([label, member]) =>
    ['string', 'number', 'boolean'].includes(typeof member) ? [{ label, value: String(member) }] : [],
  );
}
