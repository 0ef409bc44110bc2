/** In one line: whether events of an account arrive by themselves, and since when not. */
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { EventQueue } from '../../../../shared/contract/notifications.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { useErrorTexts } from '../../../components/use-error-texts.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';

export function QueueStatus({ account, queue }: { account: string; queue: EventQueue | undefined }) {
  const t = useTexts('inbox');
  const format = useFormat();
  const errorTexts = useErrorTexts();
  if (!queue) return <WithoutQueue account={account} />;
  if (queue.state === 'paused') return <StatusIndicator type="stopped">{t('fresh.paused')}</StatusIndicator>;
  if (queue.state !== 'active') {
    const stopped = queue.steps.some(({ state }) => state === 'failed');
    return (
      <StatusIndicator type={stopped ? 'warning' : 'in-progress'}>
        {t(stopped ? `fresh.${queue.state}-stopped` : `fresh.${queue.state}`)}
      </StatusIndicator>
    );
  }
  if (queue.error) {
    const since = queue.failingSince ? format.instant(queue.failingSince) : '';
    return (
      <StatusIndicator type="error">
        {t('fresh.failing', { since })} {errorTexts(queue.error).what}
      </StatusIndicator>
    );
  }
  if (queue.polledAt === null) return <StatusIndicator type="pending">{t('fresh.starting')}</StatusIndicator>;
  const problems = queue.problems.length + (queue.deadLetters ?? 0);
  return (
    <StatusIndicator type={problems > 0 ? 'warning' : 'success'}>
      {t('fresh.live', { time: format.instant(queue.polledAt) })}
      {problems > 0 ? ` ${t('fresh.problems', { count: problems })}` : ''}
    </StatusIndicator>
  );
}

/** Without a queue only what was read last is known. */
function WithoutQueue({ account }: { account: string }) {
  const t = useTexts('inbox');
  const format = useFormat();
  const { data } = useCallQuery('offers.list', { filter: { account }, pageSize: 1 });
  const at = data?.syncedAt;
  return (
    <StatusIndicator type="info">
      {at ? t('fresh.polled', { time: format.instant(at) }) : t('fresh.never')}
    </StatusIndicator>
  );
}
