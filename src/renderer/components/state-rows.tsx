/** The rows of a long run, page by page from the core, narrowed by what became of each. */
import Header from '@cloudscape-design/components/header';
import Multiselect from '@cloudscape-design/components/multiselect';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import { useFormat, useTexts } from '../i18n/context.tsx';
import { AppErrorView } from './app-error-view.tsx';

const PAGE_SIZE = 50;

interface RowsView<State extends string> {
  /** None: all of them. */
  readonly states: readonly State[];
  readonly page: number;
  readonly pageSize: number;
  setStates(states: readonly State[]): void;
  setPage(page: number): void;
}

/** Which rows are in view; another choice of states begins at the first page. */
export function useRowsView<State extends string>(): RowsView<State> {
  const [states, setStates] = useState<readonly State[]>([]);
  const [page, setPage] = useState(1);
  return {
    states,
    page,
    pageSize: PAGE_SIZE,
    setStates(chosen) {
      setStates(chosen);
      setPage(1);
    },
    setPage,
  };
}

interface StateRowsProps<T, State extends string> {
  readonly title: string;
  readonly empty: string;
  /** Heads the choice of states. */
  readonly stateLabel: string;
  readonly states: readonly State[];
  readonly view: RowsView<State>;
  readonly query: {
    readonly data: { readonly items: readonly T[]; readonly total: number } | undefined;
    readonly error: Error | null;
    refetch(): unknown;
  };
  readonly columns: readonly TableProps.ColumnDefinition<T>[];
  readonly trackBy: TableProps.TrackBy<T>;
  labelOf(state: State): string;
}

export function StateRows<T, State extends string>(props: StateRowsProps<T, State>) {
  const { title, stateLabel, states, view, query } = props;
  const t = useTexts('table');
  const common = useTexts('common');
  const format = useFormat();
  const { data, error } = query;
  const toOption = (state: State) => ({ value: state, label: props.labelOf(state) });
  if (error) return <AppErrorView error={error} onRetry={() => void query.refetch()} />;
  const pages = Math.max(1, Math.ceil((data?.total ?? 0) / view.pageSize));
  return (
    <Table
      header={
        <Header variant="h2" counter={data ? `(${format.count(data.total)})` : ''}>
          {title}
        </Header>
      }
      ariaLabels={{ tableLabel: title }}
      items={data?.items ?? []}
      loading={!data}
      loadingText={t('loading')}
      trackBy={props.trackBy}
      wrapLines
      resizableColumns
      columnDefinitions={props.columns}
      filter={
        <Multiselect
          ariaLabel={stateLabel}
          placeholder={stateLabel}
          options={states.map(toOption)}
          selectedOptions={view.states.map(toOption)}
          deselectAriaLabel={({ label }) => common('filter.remove', { label: label ?? '' })}
          onChange={({ detail }) =>
            view.setStates(states.filter((state) => detail.selectedOptions.some(({ value }) => value === state)))
          }
        />
      }
      empty={props.empty}
      pagination={
        <Pagination
          currentPageIndex={Math.min(view.page, pages)}
          pagesCount={pages}
          ariaLabels={{
            nextPageLabel: t('nextPage'),
            previousPageLabel: t('previousPage'),
            pageLabel: (number) => t('page', { page: number }),
          }}
          onChange={({ detail }) => view.setPage(detail.currentPageIndex)}
        />
      }
    />
  );
}
