/** Releasing a draft at AWS, and deactivating for good. */
import type { ParsedInput } from '../../shared/contract/index.ts';
import type { AuthorizationDetail } from '../../shared/domain/authorization/authorization.ts';
import { canRestrict } from '../../shared/domain/authorization/state.ts';
import { changeOf } from '../../shared/domain/authorization/wire.ts';
import type { Change } from '../../shared/domain/change/change.ts';
import type { ChangeKind } from '../../shared/domain/change/kinds.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { AwsAccess } from '../aws/access.ts';
import type { EntityChange } from '../changes/intent.ts';
import { refuseOtherAccount, type Writes } from '../changes/writes.ts';
import type { AccountSource } from '../sources.ts';
import { AUTHORIZATION_TYPE } from './entity-kind.ts';
import type { AuthorizationSource } from './index.ts';

export interface LifeCycleDependencies {
  readonly writes: Pick<Writes, 'begin'>;
  readonly aws: Pick<AwsAccess, 'confirmIdentity'>;
  readonly accounts: AccountSource;
  readonly authorizations: AuthorizationSource;
}

export interface AuthorizationLifeCycle {
  release(input: ParsedInput<'authorizations.releaseExisting'>, signal: AbortSignal): Promise<Change>;
  restrict(input: ParsedInput<'authorizations.restrict'>, signal: AbortSignal): Promise<Change>;
}

interface Wish {
  readonly account: string;
  readonly authorizationId: string;
  readonly confirmedAccountId: string;
}

export function createAuthorizationLifeCycle(deps: LifeCycleDependencies): AuthorizationLifeCycle {
  const { writes, aws, accounts, authorizations } = deps;

  /** As AWS holds it now. First it is certain whose credentials these are: the copy takes in what is read. */
  async function readNow({ account, authorizationId, confirmedAccountId }: Wish, signal: AbortSignal) {
    refuseOtherAccount(accounts.getSettings(account), confirmedAccountId, account);
    await aws.confirmIdentity(account, { priority: 'user', signal });
    return authorizations.get(account, authorizationId, { refresh: true, signal });
  }

  function send(wish: Wish, kind: ChangeKind, changeType: string, found: AuthorizationDetail, signal: AbortSignal) {
    const { account, authorizationId, confirmedAccountId } = wish;
    return writes.begin(
      {
        account,
        kind,
        title: found.summary.name || authorizationId,
        document: null,
        changes: [changeOf(changeType, authorizationId, {}) as EntityChange],
        before: found.document,
        entityType: AUTHORIZATION_TYPE,
        entityId: authorizationId,
        productId: found.summary.productId,
      },
      { confirmedAccountId, signal },
    );
  }

  return {
    async release(wish, signal) {
      const found = await readNow(wish, signal);
      const { name, state, id } = found.summary;
      if (state !== 'draft') fail('already-published', { params: { name, offerId: id } });
      return send(wish, 'authorization-release-existing', 'ReleaseResaleAuthorization', found, signal);
    },
    async restrict(wish, signal) {
      const found = await readNow(wish, signal);
      const { name, state, id } = found.summary;
      const typed = wish.typedName.trim();
      if (typed !== name.trim() && typed !== id) {
        const fields = [{ path: 'typedName', messageKey: 'authorizations:restrict.typedWrong', params: { name } }];
        fail('preflight-failed', { params: { count: 1 }, fields });
      }
      if (!canRestrict(state)) fail('cannot-deactivate', { params: { name: name || id } });
      return send(wish, 'authorization-restrict', 'RestrictResaleAuthorization', found, signal);
    },
  };
}
