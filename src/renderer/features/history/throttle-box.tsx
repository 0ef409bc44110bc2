/** What a throttle means: which limit, how the app reacted, and what a person can do. */
import Alert from '@cloudscape-design/components/alert';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { CallDetail, CallQuota } from '../../../shared/contract/history-calls.ts';
import { ExternalLink } from '../../components/external-link.tsx';
import { useFormat, useTexts } from '../../i18n/context.tsx';

/** Quotas of these services, all in one region, are raised there. */
const SERVICE_QUOTAS = 'https://us-east-1.console.aws.amazon.com/servicequotas/home/services';

export function useQuotaText(): (quota: CallQuota) => string {
  const t = useTexts('sync-log');
  const format = useFormat();
  return ({ per, perSecond, perDay }) => {
    const value = format.count(perSecond);
    const second = per === 'entity' ? t('throttle.perSecondEntities', { value }) : t('throttle.perSecond', { value });
    return perDay === null ? second : `${second}, ${t('throttle.perDay', { value: format.count(perDay) })}`;
  };
}

export function ThrottleBox({ call }: { call: CallDetail }) {
  const t = useTexts('sync-log');
  const history = useTexts('history');
  const quotaText = useQuotaText();
  const { throttles, quota, status, direction, waitedMs, changeId } = call;
  if (throttles === 0 && status !== 'throttled') return null;
  const isOver = status === 'success' || status === 'partial';
  const waits = !isOver && direction === 'out' && changeId !== null;
  const todo = isOver ? t('throttle.nothing') : waits ? t('throttle.waits') : t('throttle.again');
  return (
    <Alert type={isOver ? 'info' : 'warning'} header={t('throttle.title')}>
      <SpaceBetween size="s">
        {t('throttle.happened', { count: throttles })}
        <KeyValuePairs
          columns={2}
          items={[
            ...(quota
              ? [
                  { label: t('throttle.limit'), value: quotaText(quota) },
                  { label: t('throttle.shared'), value: quota.operations.join(', ') },
                  { label: t('throttle.source'), value: `${quota.source} (${quota.asOf})` },
                ]
              : []),
            { label: t('column.waitedMs'), value: history('milliseconds', { count: Math.round(waitedMs) }) },
            { label: t('throttle.reaction'), value: waits ? t('throttle.reactedOnce') : t('throttle.reacted') },
            { label: t('throttle.todo'), value: todo },
          ]}
        />
        {t('throttle.otherPrograms')}
        <ExternalLink href={SERVICE_QUOTAS}>{t('throttle.increase')}</ExternalLink>
      </SpaceBetween>
    </Alert>
  );
}
