/** Requests about agreements of the active account, or of all accounts, with who decides until when. */
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Grid from '@cloudscape-design/components/grid';
import { REQUEST_KINDS } from '../../../../shared/domain/agreement/request.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ChoiceFilter } from '../../../components/address-filters.tsx';
import { FilterInput } from '../../../components/filter-input.tsx';
import { RemoteTable, useRemoteTableView } from '../../../components/remote-table.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { someOf, useListAddress, type ListAddress } from '../../../components/use-list-address.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';
import { useShowFlash } from '../../../stores/flashes.ts';
import { usePage } from '../../../stores/page.ts';
import { useRequestColumns } from './request-columns.tsx';

const TABLE_ID = 'requests';

export function RequestsPage() {
  const t = useTexts('requests');
  const account = useActiveAccount();
  const address = useListAddress();
  const columns = useRequestColumns({ account: account === null, agreement: true });
  const [{ pageSize }] = useRemoteTableView(TABLE_ID, columns);
  usePage({ title: t('title'), contentType: 'table', help: { topic: 'requests', key: 'help' } });
  const { data, error, refetch } = useCallQuery(
    'agreements.requests',
    {
      account,
      kinds: someOf(REQUEST_KINDS, address.getAll('kind')),
      openOnly: address.get('open') === 'yes',
      text: address.get('text').slice(0, 200),
      page: address.page,
      pageSize,
    },
    { keepPrevious: true },
  );
  return (
    <RemoteTable
      id={TABLE_ID}
      title={t('title')}
      actions={<ReadButton account={account} />}
      filter={<Filters address={address} />}
      columns={columns}
      data={data}
      error={error}
      page={address.page}
      sort={{ by: 'created', direction: 'descending' }}
      keyOf={(request) => `${request.account} ${request.id}`}
      empty={<EmptyState title={t('empty')} body={t('emptySays')} />}
      onRetry={() => void refetch()}
      onPage={(page) => address.set({ page: String(page) })}
      onSort={() => {}}
    />
  );
}

function Filters({ address }: { address: ListAddress }) {
  const t = useTexts('requests');
  return (
    <Grid gridDefinition={[5, 4, 3].map((s) => ({ colspan: { default: 12, s } }))}>
      <FilterInput label={t('find')} value={address.get('text')} onChange={(text) => address.set({ text })} />
      <ChoiceFilter
        address={address}
        name="kind"
        label={t('kinds')}
        options={REQUEST_KINDS}
        chosen={someOf(REQUEST_KINDS, address.getAll('kind'))}
        labelOf={(kind) => t(`kind.${kind}`)}
      />
      <Checkbox
        checked={address.get('open') === 'yes'}
        onChange={({ detail }) => address.set({ open: detail.checked ? 'yes' : null })}
      >
        {t('openOnly')}
      </Checkbox>
    </Grid>
  );
}

function ReadButton({ account }: { account: string | null }) {
  const t = useTexts('requests');
  const { accounts } = useAccounts();
  const showFlash = useShowFlash();
  const sync = useCallMutation('agreements.syncRequests');
  const keys = account === null ? accounts.map(({ key }) => key) : [account];
  const start = () => {
    for (const key of keys) {
      sync.mutate(
        { account: key },
        { onError: (error) => showFlash({ id: `sync-${key}`, kind: 'error', error: error.data }) },
      );
    }
  };
  return (
    <Button iconName="refresh" disabled={keys.length === 0} onClick={start}>
      {t('read')}
    </Button>
  );
}
