/** Which list of the Catalog fills the copy of authorizations. */
import type { Ownership } from '../../shared/domain/authorization/authorization.ts';
import type { EntityCopy, SyncedList } from '../entities/copy.ts';
import { isOpen, lastModified } from '../entities/modified-range.ts';

export const AUTHORIZATION_KINDS: Readonly<Record<Ownership, string>> = {
  issued: 'authorizations.issued',
  received: 'authorizations.received',
};

/** `SELF` are those that the account issues, `SHARED` those that others have shared with it. */
const OWNERSHIP_TYPES = { issued: 'SELF', received: 'SHARED' } as const;

export function authorizationList(copy: EntityCopy, ownership: Ownership): SyncedList {
  return {
    kind: AUTHORIZATION_KINDS[ownership],
    copy,
    request: (range) => ({
      EntityType: 'ResaleAuthorization',
      OwnershipType: OWNERSHIP_TYPES[ownership],
      ...(isOpen(range) ? {} : { EntityTypeFilters: { ResaleAuthorizationFilters: lastModified(range) } }),
      EntityTypeSort: { ResaleAuthorizationSort: { SortBy: 'LastModifiedDate', SortOrder: 'DESCENDING' } },
    }),
  };
}
