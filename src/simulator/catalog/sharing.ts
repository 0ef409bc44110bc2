/** Which authorizations an account sees that another made out to it: both sides must have let AWS share them. */
import { RESALE_ROLE_NAME } from '../iam/linked-roles.ts';
import type { Entity, EntityType } from './model.ts';
import type { ResaleAuthorizationEntity } from './model-resale.ts';
import type { CatalogStore } from './store.ts';

export function sharedWith(accountId: string, type: EntityType, store: CatalogStore): ResaleAuthorizationEntity[] {
  // Nothing else is ever shared.
  if (type !== 'ResaleAuthorization') return [];
  return [...store.listedFor(accountId)].filter((authorization) => isSharedWith(authorization, accountId, store));
}

export function isSharedWith(entity: Entity, accountId: string, { linkedRoles }: CatalogStore): boolean {
  return (
    entity.type === 'ResaleAuthorization' &&
    entity.status !== 'Draft' &&
    entity.resellerAccountId === accountId &&
    linkedRoles.find(entity.owner, RESALE_ROLE_NAME) !== undefined &&
    linkedRoles.find(accountId, RESALE_ROLE_NAME) !== undefined
  );
}
