/** What a change begins with beside its own entity, checked before anything is started: authorization, agreement, offer set. */
import { invalidField, notFound } from '../errors.ts';
import { hasExpired, isConsumed, type ResaleAuthorizationEntity } from '../model-resale.ts';
import { isSharedWith } from '../sharing.ts';
import type { CatalogStore } from '../store.ts';
import { referencedName } from './record.ts';
import type { RequestedChange } from './request.ts';

export interface Applicant {
  readonly owner: string;
  readonly store: CatalogStore;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
}

interface Origins {
  readonly ResaleAuthorizationId?: string;
  readonly AgreementId?: string;
}

/** The authorization that the change makes an offer from; null where it makes none. Throws where it cannot. */
export function readOrigins(change: RequestedChange, applicant: Applicant): ResaleAuthorizationEntity | null {
  if (!change.definition.creates || change.entityType !== 'Offer') return null;
  const { ResaleAuthorizationId, AgreementId } = change.details as Origins;
  if (AgreementId !== undefined) checkAgreement(AgreementId, change, applicant);
  return ResaleAuthorizationId === undefined ? null : usable(ResaleAuthorizationId, change, applicant);
}

interface Membership {
  readonly OfferSetId?: string;
  readonly Offers?: readonly { readonly OfferId: string }[];
}

/** Existing offer sets and offers that the details name; throws where one is not the applicant's own. */
export function membersReferredTo(change: RequestedChange, { owner, store }: Applicant): string[] {
  const { OfferSetId, Offers } = change.details as Membership;
  const named = [
    ...(change.entityType === 'Offer' && OfferSetId !== undefined
      ? [['OfferSet', 'OfferSetId', OfferSetId] as const]
      : []),
    ...(change.entityType === 'OfferSet' ? (Offers ?? []) : []).map(
      ({ OfferId }) => ['Offer', 'OfferId', OfferId] as const,
    ),
  ];
  return named.flatMap(([type, member, id]) => {
    if (referencedName(id) !== null) return [];
    const entity = store.entity(id);
    if (entity?.type === type && entity.owner === owner) return [id];
    throw notFound(`${change.field}.DetailsDocument.${member}: ${type}`, id);
  });
}

/** Who is no party of an agreement learns nothing of it. */
function checkAgreement(id: string, { field }: RequestedChange, { owner, store }: Applicant): void {
  const agreement = store.agreements.get(id);
  if (!agreement || ![agreement.proposer, agreement.manufacturer].includes(owner)) {
    throw notFound(`${field}.DetailsDocument.AgreementId: agreement`, id);
  }
}

function usable(id: string, { field }: RequestedChange, { owner, store, today }: Applicant): ResaleAuthorizationEntity {
  const site = `${field}.DetailsDocument.ResaleAuthorizationId`;
  const seller = store.sellers.get(owner);
  if (seller?.channelPartner !== true || !seller.verified) {
    throw invalidField(
      `${field}.ChangeType`,
      `account ${owner} is not a verified seller registered as a channel partner.`,
    );
  }
  const authorization = store.authorization(id);
  if (!authorization || !isSharedWith(authorization, owner, store)) throw notFound(`${site}: resale authorization`, id);
  if (authorization.status === 'Restricted') throw invalidField(site, `resale authorization '${id}' is restricted.`);
  if (hasExpired(authorization, today)) {
    throw invalidField(site, `resale authorization '${id}' expired on ${authorization.availabilityEndDate}.`);
  }
  if (isConsumed(authorization)) throw invalidField(site, `resale authorization '${id}' is used up.`);
  return authorization;
}
