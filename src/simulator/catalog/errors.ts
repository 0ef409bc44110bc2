/** The refusals of the Catalog API with their HTTP statuses, several of them unusual. */
import { ServiceError } from '../types.ts';

type ValidationReason = 'UnknownOperation' | 'CannotParse' | 'FieldValidationFailed' | 'Other';

/** One entry of `ValidationExceptionFieldList`. */
export interface FieldProblem {
  readonly Reason: ValidationReason;
  readonly EntityType?: string;
  readonly EntityId?: string;
  readonly ChangeType?: string;
  readonly Field?: string;
  readonly Message: string;
}

// Field paths are limited to these characters by the model of the exception.
const UNPRINTABLE_IN_FIELD = /[^a-zA-Z0-9\-_./]/g;

export function validationFailed(problems: readonly [FieldProblem, ...FieldProblem[]]): ServiceError {
  const list = problems.map((problem) => ({
    ...problem,
    ...(problem.Field === undefined ? {} : { Field: problem.Field.replace(UNPRINTABLE_IN_FIELD, '_') }),
  }));
  const message = list.map(({ Field, Message }) => (Field ? `${Field}: ${Message}` : Message)).join('; ');
  return new ServiceError('ValidationException', 422, message, { ValidationExceptionFieldList: list });
}

/** One wrong member of a request. */
export function invalidField(Field: string, Message: string): ServiceError {
  return validationFailed([{ Reason: 'FieldValidationFailed', Field, Message }]);
}

export function notFound(what: string, id: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', 404, `${what} '${id}' does not exist or is not visible to you.`);
}

/** Keeps AWS's two markers, `entity:` and `change sets:`, which clients read. */
export function entityLocked(entityId: string, changeSetIds: readonly string[]): ServiceError {
  return new ServiceError(
    'ResourceInUseException',
    423,
    `Requested change set has entities locked by change sets - entity: '${entityId}'  change sets: ${changeSetIds.join(', ')}.`,
  );
}

export function notCancellable(changeSetId: string, status: string): ServiceError {
  return new ServiceError(
    'ResourceInUseException',
    423,
    `Change set '${changeSetId}' is ${status}; only a change set in PREPARING can be cancelled.`,
  );
}

export function quotaExceeded(message: string): ServiceError {
  return new ServiceError('ServiceQuotaExceededException', 402, message);
}

/** 501 would be retried by clients, and nothing changes by asking again. */
export function notSimulated(what: string): ServiceError {
  return new ServiceError('NotSimulatedException', 400, `${what} is not simulated yet.`);
}

/** What a buyer cannot do as things stand. */
export function conflict(message: string): ServiceError {
  return new ServiceError('ConflictException', 409, message);
}
