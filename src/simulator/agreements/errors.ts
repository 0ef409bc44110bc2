/** The refusals of the Agreement API: HTTP 400 throughout, with a reason or the resource that is meant. */
import { ServiceError } from '../types.ts';

export type ResourceType =
  'Agreement' | 'AgreementCancellationRequest' | 'BillingAdjustmentRequest' | 'Invoice' | 'PaymentRequest';

export interface Invalid {
  readonly reason: string;
  readonly message: string;
  /** The member that is wrong, where there is one. */
  readonly field?: string;
}

export function invalid({ reason, message, field }: Invalid): ServiceError {
  return new ServiceError('ValidationException', 400, message, {
    reason,
    ...(field === undefined ? {} : { fields: [{ name: field, message }] }),
  });
}

/** Strangers to an agreement are answered the same as for one that does not exist. */
export function notFound(resourceType: ResourceType, resourceId: string): ServiceError {
  const message = `${resourceType} ${resourceId} does not exist or you are not a party to it.`;
  return new ServiceError('ResourceNotFoundException', 400, message, { resourceId, resourceType });
}

export function conflict(resourceType: ResourceType, resourceId: string, message: string): ServiceError {
  return new ServiceError('ConflictException', 400, message, { resourceId, resourceType });
}

/** A party of the agreement that has no part in this operation. */
export function wrongParty(message: string): ServiceError {
  return new ServiceError('AccessDeniedException', 400, message, { reason: 'INVALID_ACCESS' });
}
