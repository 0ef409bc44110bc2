/** The table of a list page over this machine's copy: what could not be read, how fresh it is, why it is empty, and its state in the address. */
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/context.tsx';
import { AsOf } from './as-of.tsx';
import { EmptyList } from './empty-list.tsx';
import { ReadProblems } from './read-problems.tsx';
import { RemoteTable, type RemoteColumn, type RemoteSort } from './remote-table.tsx';
import type { SyncedFeature } from './sync-button.tsx';
import type { ListAddress } from './use-list-address.ts';
import { listedKey } from './use-list-selection.ts';

interface Row {
  readonly account: string;
  readonly id: string;
}

interface SyncedTableProps<T extends Row> {
  readonly feature: SyncedFeature;
  /** Has the words, under `list`; as a rule the feature's own. */
  readonly topic?: string;
  /** Under which its preferences are kept. */
  readonly id: string;
  readonly view: {
    readonly address: ListAddress;
    readonly sort: RemoteSort;
    readonly isFiltered: boolean;
    clear(): void;
  };
  /** `syncedAt`: null where nothing was read yet. */
  readonly query: {
    readonly data:
      { readonly items: readonly T[]; readonly total: number; readonly syncedAt: string | null } | undefined;
    readonly error: Error | null;
    refetch(): unknown;
  };
  readonly columns: readonly RemoteColumn<T>[];
  readonly actions: ReactNode;
  readonly filter: ReactNode;
  readonly selection?: Parameters<typeof RemoteTable<T>>[0]['selection'];
  /** Makes the first one, where AWS has none. */
  readonly emptyAction?: ReactNode;
}

export function SyncedTable<T extends Row>(props: SyncedTableProps<T>) {
  const { feature, topic = feature, id, query, columns, actions, filter, selection } = props;
  const { address, sort, isFiltered, clear } = props.view;
  const t = useTexts(topic);
  return (
    <SpaceBetween size="m">
      <ReadProblems feature={feature} />
      <RemoteTable
        id={id}
        title={t('list.title')}
        description={<AsOf at={query.data?.syncedAt} />}
        actions={actions}
        filter={filter}
        columns={columns}
        data={query.data}
        error={query.error}
        page={address.page}
        sort={sort}
        keyOf={listedKey}
        {...(selection ? { selection } : {})}
        empty={
          <EmptyList
            feature={feature}
            topic={topic}
            isFiltered={isFiltered}
            syncedAt={query.data?.syncedAt ?? null}
            action={props.emptyAction}
            onClear={clear}
          />
        }
        onRetry={() => void query.refetch()}
        onPage={(page) => address.set({ page: String(page) })}
        onSort={({ by, direction }) => address.set({ sort: by, direction })}
      />
    </SpaceBetween>
  );
}
