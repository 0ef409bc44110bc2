/** Where a draft stands that may be sent without a click: when it goes, or why it does not. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { AutoShareHindrance, AutoShareItem } from '../../../../shared/domain/opportunity/auto-share.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

const LOOKS: Readonly<Record<AutoShareItem['state'], StatusIndicatorProps.Type>> = {
  waiting: 'pending',
  sending: 'in-progress',
  blocked: 'warning',
  held: 'stopped',
  asked: 'warning',
  failed: 'error',
  untouched: 'info',
};

/** Something that does not pass by itself stands in the way: then the countdown would promise too much. */
export function willGo({ state, hindrances }: AutoShareItem): boolean {
  return state === 'waiting' && hindrances.length === 0;
}

export function AutoShareState({ item }: { item: AutoShareItem }) {
  const t = useTexts('auto-share');
  const format = useFormat();
  const seconds = useSecondsLeft(willGo(item) ? item.dueAt : null);
  if (seconds !== null) {
    return (
      <StatusIndicator type="pending">
        {t(item.share ? 'countdown.share' : 'countdown.update', {
          count: seconds,
          seconds: format.count(seconds),
          id: item.awsAccountId,
        })}
      </StatusIndicator>
    );
  }
  const state = item.state === 'waiting' ? 'blocked' : item.state;
  return <StatusIndicator type={LOOKS[state]}>{t(`state.${state}`)}</StatusIndicator>;
}

export function useHindranceText(): (hindrance: AutoShareHindrance) => string {
  const t = useTexts('auto-share');
  const format = useFormat();
  return ({ kind, count }) => t(`reason.${kind}`, { count, n: format.count(count) });
}
