/** Chooses every row that matches the filter, beyond the page on screen, and lets go of what is chosen. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { MOST_BULK_ROWS } from '../../shared/domain/bulk/bulk.ts';
import { useFormat, useTexts } from '../i18n/context.tsx';
import type { ListSelection } from './use-list-selection.ts';

/** The largest page that the core gives. */
const PAGE_SIZE = 200;

interface SelectMatchingProps<T extends { account: string; id: string }> {
  readonly selection: ListSelection<T>;
  /** Rows that match. */
  readonly total: number;
  load(page: { page: number; pageSize: number }): Promise<{ items: T[] }>;
}

export function SelectMatching<T extends { account: string; id: string }>(props: SelectMatchingProps<T>) {
  const { selection, total, load } = props;
  const t = useTexts('bulk');
  const format = useFormat();
  const pages = Math.ceil(Math.min(total, MOST_BULK_ROWS) / PAGE_SIZE);
  const all = useMutation({
    async mutationFn() {
      const items: T[] = [];
      for (let page = 1; page <= pages; page += 1) items.push(...(await load({ page, pageSize: PAGE_SIZE })).items);
      return items;
    },
    onSuccess: (items) => selection.setAll(items),
  });
  const count = selection.items.length;
  if (count === 0) return null;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button onClick={selection.clear}>{t('select.clear')}</Button>
      {count < total && (
        <Button loading={all.isPending} onClick={() => all.mutate()}>
          {t('select.all', { count: total, total: format.count(total) })}
        </Button>
      )}
    </SpaceBetween>
  );
}
