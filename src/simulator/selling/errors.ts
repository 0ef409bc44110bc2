/** The refusals of the Selling API: HTTP 400 throughout. */
import { ServiceError } from '../types.ts';
import type { Issue } from './shapes/shape.ts';

export function formatRefusal(issues: readonly Issue[]): ServiceError {
  return validation('REQUEST_VALIDATION_FAILED', issues);
}

/** All rules that a request breaks are told at once. */
export function businessRefusal(issues: readonly Issue[]): ServiceError {
  return validation('BUSINESS_VALIDATION_FAILED', issues);
}

function validation(reason: string, issues: readonly Issue[]): ServiceError {
  return new ServiceError('ValidationException', 400, 'Validation failed', {
    Reason: reason,
    ErrorList: issues.map(({ field, code, message }) => ({ FieldName: field, Message: message, Code: code })),
  });
}

/** Whoever may not see a resource is answered the same as for one that does not exist. */
export function notFound(id: string): ServiceError {
  const message = `Resource with Identifier ${id} does not exist or is not accessible`;
  return new ServiceError('ResourceNotFoundException', 400, message);
}

export function conflict(message: string): ServiceError {
  return new ServiceError('ConflictException', 400, message);
}

export function overQuota(message: string): ServiceError {
  return new ServiceError('ServiceQuotaExceededException', 400, message);
}

export function accessDenied(message: string): ServiceError {
  return new ServiceError('AccessDeniedException', 400, message);
}
