/** Where an entity that a write concerns has its page: one line a type. */
import type { Change } from '../../../../shared/domain/change/change.ts';
import { toAuthorizationPath } from '../../authorizations/paths.ts';
import { toOfferPath } from '../paths.ts';

type ToPath = (account: string, id: string) => string;

/** The link's text is `change.openEntity.<type>`. */
const PAGES: Readonly<Record<string, ToPath>> = {
  Offer: (account, offerId) => toOfferPath({ account, offerId }),
  ResaleAuthorization: toAuthorizationPath,
};

/** null where there is nothing to open (yet), or no page for it. */
export function toEntityPath({ account, entityType, entityId }: Change): string | null {
  return entityId === null ? null : (PAGES[entityType]?.(account, entityId) ?? null);
}
