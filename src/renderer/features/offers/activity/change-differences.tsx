/** Where what AWS holds differs from what was meant. */
import Alert from '@cloudscape-design/components/alert';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { useTexts } from '../../../i18n/context.tsx';

export function ChangeDifferences({ change: { differences, state } }: { change: Change }) {
  const t = useTexts('offers');
  if (differences === null) return null;
  if (differences.length === 0) {
    return state === 'verified' ? <StatusIndicator>{t('change.same')}</StatusIndicator> : null;
  }
  return (
    <Alert type="warning" header={t('change.differences', { count: differences.length })}>
      <ul className="plain-list">
        {differences.map(({ path, meant, found }) => (
          <li key={path}>{t('change.difference', { path, meant: toText(meant), found: toText(found) })}</li>
        ))}
      </ul>
    </Alert>
  );
}

function toText(value: unknown): string {
  if (value === undefined || value === null || value === '') return '-';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
