/** How a person wants a table: columns and page size, kept in the preferences under the table's id. */
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import type { Preferences } from '../../shared/contract/app.ts';
import { useCallMutation, useCallQuery } from '../bridge/hooks.tsx';
import { callKey } from '../bridge/query-keys.ts';

export const PAGE_SIZES = [20, 50, 100, 200] as const;

const tableViewSchema = z.object({
  pageSize: z.number().int().min(1).max(200),
  columns: z.array(z.object({ id: z.string(), visible: z.boolean() })),
  wrapLines: z.boolean(),
});
export type TableView = z.infer<typeof tableViewSchema>;

export function useTableView(id: string, columnIds: readonly string[]): [TableView, (view: TableView) => void] {
  const queries = useQueryClient();
  const { data } = useCallQuery('app.preferences.get', {});
  const save = useCallMutation('app.preferences.set');
  const kept = tableViewSchema.safeParse(data?.tables[id]);
  const key = callKey('app.preferences.get', {});
  return [
    fit(kept.success ? kept.data : null, columnIds),
    (view) => {
      const known = queries.getQueryData<Preferences>(key);
      if (!known) return;
      const tables = { ...known.tables, [id]: view };
      // Shown at once; a choice that could not be kept is only forgotten at the next start.
      queries.setQueryData<Preferences>(key, { ...known, tables });
      save.mutate({ tables });
    },
  ];
}

/** Kept columns in their order, without those that are gone, with those that are new. */
function fit(kept: TableView | null, columnIds: readonly string[]): TableView {
  const known = (kept?.columns ?? []).filter(({ id }) => columnIds.includes(id));
  const added = columnIds.filter((id) => !known.some((column) => column.id === id));
  return {
    pageSize: kept?.pageSize ?? 50,
    wrapLines: kept?.wrapLines ?? false,
    columns: [...known, ...added.map((id) => ({ id, visible: true }))],
  };
}
