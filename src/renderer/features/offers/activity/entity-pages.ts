/** Where an entity that a write concerns has its page: one line a type. */
import type { Change } from '../../../../shared/domain/change/change.ts';
import { toAgreementPath } from '../../agreements/paths.ts';
import { toAuthorizationPath } from '../../authorizations/paths.ts';
import { toEngagementPath } from '../../engagements/paths.ts';
import { toInvitationPath } from '../../invitations/paths.ts';
import { toOpportunityPath } from '../../opportunities/paths.ts';
import { queuePath } from '../../notifications/paths.ts';
import { toOfferSetPath } from '../../offer-sets/paths.ts';
import { toOfferPath } from '../paths.ts';

type ToPath = (account: string, id: string) => string;

/** The link's text is `change.openEntity.<type>`. */
const PAGES: Readonly<Record<string, ToPath>> = {
  Offer: (account, offerId) => toOfferPath({ account, offerId }),
  ResaleAuthorization: toAuthorizationPath,
  OfferSet: toOfferSetPath,
  Agreement: (account, agreementId) => toAgreementPath({ account, agreementId }),
  EngagementInvitation: (account, invitationId) => toInvitationPath({ account, invitationId }),
  Engagement: (account, engagementId) => toEngagementPath({ account, engagementId }),
  Opportunity: (account, opportunityId) => toOpportunityPath({ account, opportunityId }),
};

/** What an account has one of: its page needs no id. */
const PAGES_OF_ACCOUNT: Readonly<Record<string, (account: string) => string>> = {
  EventQueue: queuePath,
  SellingSettings: (account) => `/accounts/${encodeURIComponent(account)}`,
  ServiceLinkedRole: (account) => `/accounts/${encodeURIComponent(account)}`,
};

/** null where there is nothing to open (yet), or no page for it. */
export function toEntityPath({
  account,
  entityType,
  entityId,
}: Pick<Change, 'account' | 'entityType' | 'entityId'>): string | null {
  const ofAccount = PAGES_OF_ACCOUNT[entityType];
  if (ofAccount) return ofAccount(account);
  return entityId === null ? null : (PAGES[entityType]?.(account, entityId) ?? null);
}
