/** Where AWS asked to slow down: by operation, with its published limit, how long calls were held back, and what to do. */
import Box from '@cloudscape-design/components/box';
import type { Throttling } from '../../../../shared/contract/history-reports.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { WidgetBox } from '../../dashboards/widget.tsx';
import { toCallsPath } from '../paths.ts';
import { useQuotaText } from '../throttle-box.tsx';
import { usePurposeText } from '../use-purpose-text.ts';
import { useExportReport } from './use-export-report.ts';

interface ThrottlingBoxProps {
  readonly throttling: readonly Throttling[];
  readonly from: string;
  readonly to: string;
  readonly period: number;
}

export function ThrottlingBox({ throttling, from, to, period }: ThrottlingBoxProps) {
  const t = useTexts('sync-log');
  const history = useTexts('history');
  const format = useFormat();
  const purpose = usePurposeText();
  const quotaText = useQuotaText();
  const nameOf = (each: Throttling) => purpose({ ...each, variant: null });
  const words = Object.fromEntries(
    throttling.map((each) => [`purpose.${each.service}:${each.operation}`, nameOf(each)]),
  );
  const exporting = useExportReport('throttling', period, words);
  return (
    <WidgetBox
      title={t('reports.name.throttling')}
      says={t('reports.nameSays.throttling')}
      exporting={exporting}
      items={throttling}
      keyOf={({ service, operation }) => `${service}:${operation}`}
      empty={t('reports.none')}
      chart={<Box color="text-body-secondary">{t('throttle.otherPrograms')}</Box>}
      columns={[
        { id: 'purpose', header: t('column.purpose'), isRowHeader: true, cell: nameOf },
        { id: 'service', header: t('column.service'), cell: ({ service }) => history(`service.${service}`) },
        {
          id: 'calls',
          header: t('column.throttledCalls'),
          cell: (each) => (
            <RouteLink
              to={toCallsPath({ throttled: 'yes', text: each.operation, level: 'calls', from, to })}
              ariaLabel={`${nameOf(each)}: ${format.count(each.calls)}`}
            >
              {format.count(each.calls)}
            </RouteLink>
          ),
        },
        { id: 'ended', header: t('column.ended'), cell: ({ ended }) => format.count(ended) },
        { id: 'throttles', header: t('column.throttles'), cell: ({ throttles }) => format.count(throttles) },
        {
          id: 'waited',
          header: t('column.waitedMs'),
          cell: ({ waitedMs }) => history('milliseconds', { count: Math.round(waitedMs) }),
        },
        {
          id: 'limit',
          header: t('column.limit'),
          cell: ({ quota }) => (quota ? `${quotaText(quota)} – ${quota.source}` : '–'),
        },
      ]}
    />
  );
}
