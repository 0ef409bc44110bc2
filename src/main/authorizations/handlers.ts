/** Authorizations as the contract offers them: drafts, publishing and what comes after. */
import { resellersOf } from '../../shared/domain/authorization/draft.ts';
import type { AwsAccess } from '../aws/access.ts';
import type { Changes } from '../changes/index.ts';
import type { Handlers, HandlersOf } from '../handlers.ts';
import type { AccountSource, ProductSource } from '../sources.ts';
import type { Database } from '../storage/database.ts';
import type { AuthorizationDrafts } from './drafts.ts';
import type { Authorizations } from './index.ts';
import { createAuthorizationLifeCycle } from './life-cycle.ts';
import { createAuthorizationPublishing } from './publish.ts';
import { createPublishedRows } from './published-rows.ts';

export interface AuthorizationHandlerDependencies {
  readonly database: Database;
  readonly aws: AwsAccess;
  readonly accounts: AccountSource;
  readonly products: ProductSource;
  readonly authorizations: Authorizations;
  readonly drafts: AuthorizationDrafts;
  readonly changes: Pick<Changes, 'begin' | 'preview' | 'get' | 'handlers'>;
}

export function createAuthorizationHandlers(deps: AuthorizationHandlerDependencies): HandlersOf<'authorizations'> {
  const { database, authorizations, drafts, changes } = deps;
  const rows = createPublishedRows(database, changes);
  const shared = { ...deps, authorizations: authorizations.source, writes: changes };
  const lifeCycle = createAuthorizationLifeCycle(shared);
  const publishing = createAuthorizationPublishing({
    ...shared,
    rows,
    abandon: (id) => changes.handlers['changes.abandon']({ id }, { signal: new AbortController().signal }),
  });
  const own: Pick<
    Handlers,
    | 'authorizations.releaseExisting'
    | 'authorizations.restrict'
    | 'authorizations.drafts.request'
    | 'authorizations.drafts.publish'
    | 'authorizations.drafts.progress'
  > = {
    'authorizations.releaseExisting': async (input, { signal }) => ({ change: await lifeCycle.release(input, signal) }),
    'authorizations.restrict': async (input, { signal }) => ({ change: await lifeCycle.restrict(input, signal) }),
    'authorizations.drafts.request': async (input, { signal }) => ({ json: await publishing.preview(input, signal) }),
    'authorizations.drafts.publish': async (input, { signal }) => ({
      changes: await publishing.publish(input, signal),
    }),
    async 'authorizations.drafts.progress'({ id }) {
      const { document } = drafts.store.get(id);
      return { rows: resellersOf(document).map((reseller) => ({ reseller, change: rows.newest(id, reseller) })) };
    },
  };
  return { ...authorizations.handlers, ...drafts.handlers, ...own };
}
