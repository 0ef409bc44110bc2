/** AWS's list of its products: fetched from where AWS publishes it, or taken from a file; the last good one stays until a better one is there. */
import type { AwsProductList } from '../../shared/contract/aws-products.ts';
import { toFileAddress, type AwsProduct } from '../../shared/domain/aws-product.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { EventBus } from '../events.ts';
import type { HandlersOf } from '../handlers.ts';
import type { Clock, PreferenceStore, Web } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { readProductList } from './read-list.ts';
import { createAwsProductStore, type StoredList } from './store.ts';

/** AWS's file has a tenth of a megabyte. */
const LIMIT_MB = 5;
const PATIENCE_MS = 20_000;
const DAY_MS = 24 * 60 * 60 * 1000;

interface AwsProductDependencies {
  readonly database: Database;
  readonly clock: Pick<Clock, 'now'>;
  readonly events: EventBus;
  readonly web: Web;
  readonly preferences: Pick<PreferenceStore, 'get'>;
}

export function createAwsProducts(deps: AwsProductDependencies): HandlersOf<'awsproducts'> {
  const { database, clock, events, web, preferences } = deps;
  const store = createAwsProductStore(database);

  const withAge = (list: StoredList): AwsProductList => ({
    ...list,
    ageDays: Math.max(0, Math.floor((clock.now() - Date.parse(list.readAt)) / DAY_MS)),
  });

  function take(source: StoredList['source'], origin: string, products: readonly AwsProduct[]) {
    const list = { source, origin, readAt: new Date(clock.now()).toISOString() };
    const changes = store.replace(list, products);
    events.emit('awsproducts.changed', { count: products.length });
    return { list: withAge({ ...list, count: products.length }), ...changes };
  }

  return {
    async 'awsproducts.list'({ text, pageSize }) {
      const list = store.list();
      return { ...store.find(text, pageSize), list: list && withAge(list) };
    },
    async 'awsproducts.fetch'(_input, { signal }) {
      const { awsProductsAddress } = await preferences.get();
      const options = { limitBytes: LIMIT_MB * 1024 * 1024, patienceMs: PATIENCE_MS, signal };
      const text = await web.getText(toFileAddress(awsProductsAddress), options);
      return take('address', awsProductsAddress, readProductList(text));
    },
    async 'awsproducts.load'({ name, text }) {
      if (Buffer.byteLength(text) > LIMIT_MB * 1024 * 1024)
        fail('file-too-large', { params: { name, limitMb: LIMIT_MB } });
      return take('file', name, readProductList(text));
    },
  };
}
