/** What a person should know before a backfill starts: whose it is, what it costs, and what it leaves alone. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import type { BackfillMode } from '../../../../shared/domain/opportunity/backfill.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { toBackfillPath, toOpportunityDraftPath } from '../paths.ts';

type Guards = MethodOutput<'opportunities.backfill.preview'>;

export function BackfillGuards({ guards, mode }: { guards: Guards; mode: BackfillMode }) {
  const t = useTexts('backfill');
  const tOpportunities = useTexts('opportunities');
  const format = useFormat();
  const { quota, estimate } = guards;
  const needed = (estimate?.pages ?? 0) + (estimate?.reads ?? 0);
  const timeText = estimate && mode !== 'stale' ? t('guards.atLeast', { time: format.remaining(estimate.ms) }) : '-';
  return (
    <Container header={<Header variant="h2">{t('guards.title')}</Header>}>
      <SpaceBetween size="m">
        {guards.openId !== null && (
          <Alert type="info">
            {t('guards.open')} <RouteLink to={toBackfillPath(guards.openId)}>{t('guards.openLink')}</RouteLink>
          </Alert>
        )}
        <KeyValuePairs
          columns={4}
          items={[
            { label: t('guards.awsAccount'), value: guards.awsAccountId },
            { label: t('guards.catalog'), value: tOpportunities(`catalog.${guards.catalog}`) },
            {
              label: t('guards.here'),
              value: t('guards.fitting', { fitting: format.count(guards.fitting), held: format.count(guards.held) }),
            },
            { label: t('guards.calls'), value: <Calls estimate={estimate} mode={mode} /> },
            { label: t('guards.time'), value: timeText },
            { label: t('guards.pace'), value: t('guards.paceOf', { perSecond: quota.perSecond }) },
            {
              label: t('guards.day'),
              value: t('guards.dayOf', {
                left: format.count(quota.leftToday),
                perDay: format.count(quota.perDay),
                reserve: format.count(guards.reserve),
              }),
            },
          ]}
        />
        {needed > quota.leftToday - guards.reserve && <Alert type="warning">{t('guards.overDay')}</Alert>}
        {guards.draftCount > 0 && <Drafts guards={guards} />}
        {guards.syncRunning && <Alert type="info">{t('guards.syncRunning')}</Alert>}
        <Box color="text-body-secondary">{t('guards.pauses')}</Box>
      </SpaceBetween>
    </Container>
  );
}

function Calls({ estimate, mode }: { estimate: Guards['estimate']; mode: BackfillMode }) {
  const t = useTexts('backfill');
  const format = useFormat();
  if (!estimate) return t('guards.callsUnknown');
  const params = {
    count: estimate.pages,
    pages: format.count(estimate.pages),
    reads: format.count(estimate.reads),
  };
  return t(mode === 'stale' ? 'guards.callsStale' : 'guards.callsFromCopy', params);
}

function Drafts({ guards: { drafts, draftCount } }: { guards: Guards }) {
  const t = useTexts('backfill');
  const more = draftCount - drafts.length;
  return (
    <Alert type="info" header={t('guards.drafts', { count: draftCount })}>
      {t('guards.draftsSay')}
      <ul>
        {drafts.map(({ draftId, name, opportunityId, isSent }) => (
          <li key={draftId}>
            <RouteLink to={toOpportunityDraftPath(draftId)}>{name || opportunityId}</RouteLink> ({opportunityId})
            {isSent && `, ${t('guards.sent')}`}
          </li>
        ))}
        {more > 0 && <li>{t('guards.more', { count: more })}</li>}
      </ul>
    </Alert>
  );
}
