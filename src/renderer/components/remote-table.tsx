/** A table whose pages come from the core: paging, sorting, columns and selection, with every state said. */
import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../i18n/context.tsx';
import { AppErrorView } from './app-error-view.tsx';
import { PAGE_SIZES, useTableView, type TableView } from './use-table-view.ts';

export interface RemoteColumn<T> {
  readonly id: string;
  readonly header: string;
  readonly cell: (item: T) => ReactNode;
  /** The contract's sort key, where the core can sort by this column. */
  readonly sortBy?: string;
  readonly width?: number;
  /** Names the row for screen readers. */
  readonly isRowHeader?: boolean;
}

interface RemotePage<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface RemoteSort {
  readonly by: string;
  readonly direction: 'ascending' | 'descending';
}

interface RemoteSelection<T> {
  readonly items: readonly T[];
  readonly label: (item: T) => string;
  onChange(selectedOnPage: readonly T[], page: readonly T[]): void;
}

interface RemoteTableProps<T> {
  /** Under which its preferences are kept. */
  readonly id: string;
  readonly title: string;
  readonly description?: ReactNode;
  readonly actions: ReactNode;
  readonly filter: ReactNode;
  readonly columns: readonly RemoteColumn<T>[];
  readonly data: RemotePage<T> | undefined;
  readonly error: Error | null;
  readonly page: number;
  readonly sort: RemoteSort;
  readonly empty: ReactNode;
  readonly keyOf: (item: T) => string;
  readonly selection?: RemoteSelection<T>;
  onRetry(): void;
  onPage(page: number): void;
  onSort(sort: RemoteSort): void;
}

/** Page size and columns of a remote table; the page asks for as many rows as the person wants to see. */
export function useRemoteTableView(id: string, columns: readonly { readonly id: string }[]) {
  return useTableView(
    id,
    columns.map((column) => column.id),
  );
}

export function RemoteTable<T>(props: RemoteTableProps<T>) {
  const { columns, data, selection, sort } = props;
  const t = useTexts('table');
  const [view, setView] = useRemoteTableView(props.id, columns);
  const pages = Math.max(1, Math.ceil((data?.total ?? 0) / view.pageSize));
  const sortingColumn = columns.find((column) => column.sortBy === sort.by);
  if (props.error) return <AppErrorView error={props.error} onRetry={props.onRetry} />;
  return (
    <Table<T>
      variant="full-page"
      stickyHeader
      resizableColumns
      enableKeyboardNavigation
      wrapLines={view.wrapLines}
      items={data?.items ?? []}
      loading={data === undefined}
      loadingText={t('loading')}
      trackBy={props.keyOf}
      columnDefinitions={columns.map(toDefinition)}
      columnDisplay={view.columns}
      ariaLabels={{
        tableLabel: props.title,
        selectionGroupLabel: t('selection'),
        allItemsSelectionLabel: () => t('selectPage'),
        itemSelectionLabel: (_group, item) => selection?.label(item) ?? '',
      }}
      {...(selection
        ? {
            selectionType: 'multi' as const,
            selectedItems: selection.items,
            onSelectionChange: ({ detail }) => selection.onChange(detail.selectedItems, data?.items ?? []),
          }
        : {})}
      {...(sortingColumn ? { sortingColumn: toDefinition(sortingColumn) } : {})}
      sortingDescending={sort.direction === 'descending'}
      onSortingChange={({ detail }) =>
        props.onSort({
          by: detail.sortingColumn.sortingField ?? sort.by,
          direction: detail.isDescending ? 'descending' : 'ascending',
        })
      }
      header={<TableHeader {...props} />}
      filter={props.filter}
      empty={props.empty}
      pagination={
        <Pagination
          currentPageIndex={Math.min(props.page, pages)}
          pagesCount={pages}
          ariaLabels={{
            nextPageLabel: t('nextPage'),
            previousPageLabel: t('previousPage'),
            pageLabel: (page) => t('page', { page }),
          }}
          onChange={({ detail }) => props.onPage(detail.currentPageIndex)}
        />
      }
      preferences={<ViewPreferences view={view} columns={columns} onChange={setView} />}
    />
  );
}

function TableHeader<T>({ title, description, actions, data, selection }: RemoteTableProps<T>) {
  const format = useFormat();
  const total = data ? format.count(data.total) : '';
  const counter = selection?.items.length ? `(${format.count(selection.items.length)}/${total})` : `(${total})`;
  return (
    <Header variant="awsui-h1-sticky" counter={data ? counter : ''} description={description} actions={actions}>
      {title}
    </Header>
  );
}

interface ViewPreferencesProps {
  readonly view: TableView;
  readonly columns: readonly { readonly id: string; readonly header: string; readonly isRowHeader?: boolean }[];
  onChange(view: TableView): void;
}

function ViewPreferences({ view, columns, onChange }: ViewPreferencesProps) {
  const t = useTexts('table');
  const format = useFormat();
  return (
    <CollectionPreferences
      title={t('preferences')}
      preferences={{ pageSize: view.pageSize, wrapLines: view.wrapLines, contentDisplay: view.columns }}
      pageSizePreference={{
        title: t('pageSize'),
        options: PAGE_SIZES.map((value) => ({ value, label: t('rows', { count: value, rows: format.count(value) }) })),
      }}
      wrapLinesPreference={{ label: t('wrap'), description: t('wrapSays') }}
      contentDisplayPreference={{
        title: t('columns'),
        options: columns.map(({ id, header, isRowHeader }) => ({
          id,
          label: header,
          alwaysVisible: isRowHeader ?? false,
        })),
      }}
      onConfirm={({ detail }) =>
        onChange({
          pageSize: detail.pageSize ?? view.pageSize,
          wrapLines: detail.wrapLines ?? view.wrapLines,
          columns: (detail.contentDisplay ?? view.columns).map(({ id, visible }) => ({ id, visible })),
        })
      }
    />
  );
}

function toDefinition<T>({ id, header, cell, sortBy, width, isRowHeader }: RemoteColumn<T>) {
  return {
    id,
    header,
    cell,
    isRowHeader: isRowHeader ?? false,
    ...(sortBy === undefined ? {} : { sortingField: sortBy }),
    ...(width === undefined ? {} : { width }),
  };
}
