/** Request and answer of a call as JSON, and what differs: from the call before, and from what AWS holds. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { CallDetail } from '../../../shared/contract/history-calls.ts';
import { diffHeld, diffJson } from '../../../shared/domain/sync/json-diff.ts';
import { JsonSearch } from '../../components/json-search.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { toCallRecordPath } from './paths.ts';

/** Members by which a request is addressed; no record holds them. */
const ADDRESS = /^(Catalog|Identifier|LastModifiedDate|ClientToken|\$metadata)(\.|$)/;

export function PayloadTabs({ call }: { call: CallDetail }) {
  const t = useTexts('sync-log');
  const json = (part: 'request' | 'response') => ({
    id: part,
    label: t(`detail.${part}`),
    content: (
      <JsonSearch
        key={`${call.seq}-${part}`}
        value={call[part] ?? null}
        label={t(`detail.${part}`)}
        findLabel={t('detail.find')}
        countText={(count) => (count === 0 ? t('detail.nothingFound') : t('detail.found', { count }))}
      />
    ),
  });
  const held = { id: 'held', label: t('detail.held'), content: <Held call={call} /> };
  return (
    <Container header={<Header variant="h2">{t('detail.payload')}</Header>}>
      <Tabs
        ariaLabel={t('detail.payload')}
        tabs={[
          json('request'),
          json('response'),
          { id: 'previous', label: t('detail.previous'), content: <Previous call={call} /> },
          ...(call.direction === 'out' && /^(Create|Update)/.test(call.operation) ? [held] : []),
        ]}
      />
    </Container>
  );
}

function Previous({ call }: { call: CallDetail }) {
  const t = useTexts('sync-log');
  const format = useFormat();
  const { previous } = call;
  if (!previous) return <Box color="text-body-secondary">{t('detail.noPrevious')}</Box>;
  return (
    <SpaceBetween size="m">
      <Box>
        {t('detail.previousSays', { at: format.instant(previous.at) })}{' '}
        <RouteLink to={toCallRecordPath(previous.seq)}>{t('detail.openPrevious')}</RouteLink>
      </Box>
      {(['request', 'response'] as const).map((part) => (
        <SpaceBetween key={part} size="xs">
          <Box variant="h4">{t(`detail.${part}`)}</Box>
          <DifferenceTable
            differences={diffJson(previous[part], call[part])}
            before={t('column.before')}
            after={t('column.now')}
            label={`${t('detail.previous')}: ${t(`detail.${part}`)}`}
          />
        </SpaceBetween>
      ))}
    </SpaceBetween>
  );
}

function Held({ call: { request, held } }: { call: CallDetail }) {
  const t = useTexts('sync-log');
  if (!held) return <Box color="text-body-secondary">{t('detail.noHeld')}</Box>;
  return (
    <SpaceBetween size="m">
      <Box>
        {t('detail.heldSays')} <RouteLink to={toCallRecordPath(held.seq)}>{t('detail.openPrevious')}</RouteLink>
      </Box>
      <DifferenceTable
        differences={diffHeld(request, held.value).filter(({ path }) => !ADDRESS.test(path))}
        before={t('column.sent')}
        after={t('column.held')}
        label={t('detail.held')}
      />
    </SpaceBetween>
  );
}
