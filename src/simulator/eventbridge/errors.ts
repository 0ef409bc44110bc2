/** The refusals of EventBridge. */
import { ServiceError } from '../types.ts';

export function eventsError(code: string, message: string): ServiceError {
  return new ServiceError(code, 400, message);
}

export function constraint(value: unknown, member: string, rule: string): ServiceError {
  return eventsError(
    'ValidationException',
    `1 validation error detected: Value '${String(value)}' at '${member}' failed to satisfy constraint: ${rule}`,
  );
}

export function noSuchRule(name: string): ServiceError {
  return eventsError('ResourceNotFoundException', `Rule ${name} does not exist on EventBus default.`);
}
