/** The refusals of SQS, with the codes of its former Query protocol, which clients still receive in a header. */
import { ServiceError } from '../types.ts';

const QUERY_CODES: Readonly<Record<string, string>> = {
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  QueueNameExists: 'QueueAlreadyExists',
  QueueDeletedRecently: 'AWS.SimpleQueueService.QueueDeletedRecently',
  PurgeQueueInProgress: 'AWS.SimpleQueueService.PurgeQueueInProgress',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
  EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
  TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
  BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
  UnsupportedOperation: 'AWS.SimpleQueueService.UnsupportedOperation',
};

export function queryError(code: string, isSender: boolean): string {
  return `${QUERY_CODES[code] ?? code};${isSender ? 'Sender' : 'Receiver'}`;
}

export function sqsError(code: string, message: string): ServiceError {
  return new ServiceError(code, 400, message);
}

export function noSuchQueue(): ServiceError {
  return sqsError('QueueDoesNotExist', 'The specified queue does not exist.');
}

export function invalidValue(parameter: string, value: unknown, reason: string): ServiceError {
  return sqsError(
    'InvalidParameterValue',
    `Value ${String(value)} for parameter ${parameter} is invalid. Reason: ${reason}`,
  );
}

/** A number within its bounds, or the default where nothing was said. */
export function readNumber(
  input: Readonly<Record<string, unknown>>,
  parameter: string,
  bounds: { readonly min: number; readonly max: number; readonly otherwise: number },
): number {
  const value = input[parameter];
  if (value === undefined || value === null) return bounds.otherwise;
  if (typeof value === 'number' && Number.isInteger(value) && value >= bounds.min && value <= bounds.max) return value;
  throw invalidValue(parameter, value, `Must be between ${bounds.min} and ${bounds.max}, if provided.`);
}
