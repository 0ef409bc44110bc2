/** What a list of AWS's entities says while it has no row: nothing matches, AWS has none, or nothing was read yet. */
import Button from '@cloudscape-design/components/button';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/context.tsx';
import { EmptyState } from './empty-state.tsx';
import { SyncButton, type SyncedFeature } from './sync-button.tsx';

interface EmptyListProps {
  readonly feature: SyncedFeature;
  /** Has the words, under `list`; as a rule the feature's own. */
  readonly topic?: string;
  readonly isFiltered: boolean;
  /** null where nothing was read yet. */
  readonly syncedAt: string | null;
  /** Makes the first one, where AWS has none. */
  readonly action?: ReactNode;
  onClear(): void;
}

export function EmptyList({ feature, topic = feature, isFiltered, syncedAt, action, onClear }: EmptyListProps) {
  const t = useTexts(topic);
  if (isFiltered) {
    return (
      <EmptyState
        title={t('list.noMatch')}
        body={t('list.noMatchSays')}
        action={<Button onClick={onClear}>{t('list.clear')}</Button>}
      />
    );
  }
  if (syncedAt !== null) return <EmptyState title={t('list.empty')} body={t('list.emptyAtAws')} action={action} />;
  return (
    <EmptyState
      title={t('list.empty')}
      body={t('list.emptySays')}
      action={<SyncButton feature={feature} variant="primary" />}
    />
  );
}
