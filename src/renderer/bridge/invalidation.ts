/** Which cached answers an event makes stale: one line an event. Keys as `callKey` in hooks.tsx builds them. */
import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import type { EventName, EventPayload } from '../../shared/contract/index.ts';
import type { Client } from './client.ts';
import type { AnyEvent } from './transport.ts';
import { accountKey, ALL_ACCOUNTS, featureKey } from './query-keys.ts';

type Table = { readonly [E in EventName]?: (payload: EventPayload<E>) => readonly QueryKey[] };

/** What an account's change means for lists of that account and for lists over all accounts. */
const ofAccount = (feature: string, account: string) => [
  accountKey(feature, account),
  accountKey(feature, ALL_ACCOUNTS),
];

const table: Table = {
  'app.noticesChanged': () => [featureKey('app')],
  // Progress comes often and whole: the job list takes it from the event itself.
  'jobs.changed': ({ endedAt }) => (endedAt === null ? [] : [featureKey('history')]),
  'accounts.changed': () => [featureKey('accounts')],
  'accounts.testProgress': () => [],
  // Offers show the titles of their products.
  'products.changed': ({ account }) => [...ofAccount('products', account), ...ofAccount('offers', account)],
  // Agreements show the names of their offers, and by them whether they are private; opportunities and sets those that they hold.
  'offers.changed': ({ account }) =>
    ['offers', 'agreements', 'opportunities', 'offersets'].flatMap((feature) => ofAccount(feature, account)),
  'opportunities.changed': ({ account }) => [
    ...ofAccount('opportunities', account),
    ['history', account, 'history.calls'],
    ...ofAccount('engagements', account),
    ...ofAccount('solutions', account),
  ],
  // Those of one account, and those that are asked for by their id.
  'opportunities.backfillChanged': ({ account }) => [
    ['opportunities', account, 'opportunities.backfill.list'],
    ['opportunities', account, 'opportunities.backfill.preview'],
    ...['get', 'rows', 'list'].map((method) => ['opportunities', ALL_ACCOUNTS, `opportunities.backfill.${method}`]),
  ],
  'invitations.changed': ({ account }) => [...ofAccount('invitations', account), ...ofAccount('engagements', account)],
  'engagements.changed': ({ account }) => ofAccount('engagements', account),
  'offersets.changed': ({ account }) => ofAccount('offersets', account),
  'offersets.drafts.changed': ({ account }) => ofAccount('offersets', account),
  'agreements.changed': ({ account }) => [...ofAccount('agreements', account), ...ofAccount('offersets', account)],
  'notifications.changed': () => [featureKey('notifications')],
  'notifications.queuesChanged': () => [featureKey('notifications')],
  'authorizations.changed': ({ account }) => ofAccount('authorizations', account),
  'authorizations.drafts.changed': ({ account }) => ofAccount('authorizations', account),
  'solutions.changed': ({ account }) => [...ofAccount('solutions', account), ...ofAccount('opportunities', account)],
  // Opportunities show the names of the products beside them.
  'awsproducts.changed': () => [featureKey('awsproducts'), featureKey('opportunities')],
  'opportunities.autoShareChanged': () => [featureKey('opportunities')],
  'opportunities.draftsChanged': () => [featureKey('opportunities')],
  'drafts.changed': ({ account }) => [
    ...ofAccount('drafts', account),
    featureKey('drafts'),
    ...ofAccount('offersets', account),
  ],
  'changes.changed': ({ account }) => [
    ...ofAccount('changes', account),
    ...ofAccount('offers', account),
    ...ofAccount('history', account),
    ...ofAccount('authorizations', account),
    ['opportunities', ALL_ACCOUNTS, 'opportunities.drafts.progress'],
    ...ofAccount('offersets', account),
    ...ofAccount('role', account),
    ...ofAccount('opportunities', account),
    ...ofAccount('invitations', account),
    ...ofAccount('engagements', account),
  ],
  // Not the preview: it holds what a person has looked at.
  'bulk.changed': () => ['bulk.get', 'bulk.list', 'bulk.rows'].map((method) => ['bulk', ALL_ACCOUNTS, method]),
  'history.pruned': () => [featureKey('history')],
  'versions.changed': () => [featureKey('versions')],
  'templates.changed': () => [featureKey('templates')],
};

/** What the dashboard counts. */
const COUNTED: ReadonlySet<EventName> = new Set([
  'accounts.changed',
  'products.changed',
  'offers.changed',
  'agreements.changed',
  'opportunities.changed',
  'invitations.changed',
  'authorizations.changed',
  'changes.changed',
  'notifications.changed',
  'notifications.queuesChanged',
]);

export function keysOf(event: AnyEvent): readonly QueryKey[] {
  const entry = table[event.name] as ((payload: unknown) => readonly QueryKey[]) | undefined;
  const keys = entry?.(event.payload) ?? [];
  return COUNTED.has(event.name) ? [...keys, featureKey('dashboards')] : keys;
}

/** Keeps the cache in step with the core until the returned function is called. */
export function followInvalidations(client: Client, queries: QueryClient): () => void {
  return client.onAny((event) => {
    for (const queryKey of keysOf(event)) {
      askAgainAfterFirst(queries, queryKey);
      void queries.invalidateQueries({ queryKey });
    }
  });
}

/** A first answer that is on its way was asked for before the event, and TanStack Query would take it for fresh. */
function askAgainAfterFirst(queries: QueryClient, queryKey: QueryKey): void {
  const isFirst = ({ state }: Query) => state.data === undefined && state.fetchStatus === 'fetching';
  for (const query of queries.getQueryCache().findAll({ queryKey, predicate: isFirst })) {
    query.fetch().then(
      () => queries.invalidateQueries({ queryKey: query.queryKey, exact: true }),
      // Whoever sees the failure asks again.
      () => {},
    );
  }
}
