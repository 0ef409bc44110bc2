/** Turns whatever a client throws into an OfferdeckError: code, AWS's words (masked), request id, fields, missing action. */
import {
  createAppError,
  OfferdeckError,
  type AwsErrorDetail,
  type FieldError,
  type MessageParams,
} from '../../shared/errors/app-error.ts';
import type { Masker } from '../masking/masker.ts';
import { ERROR_TABLE, type ErrorRow } from './error-table.ts';

export interface CallName {
  readonly service: string;
  readonly operation: string;
}

interface ThrownByClient {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly cause?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string; readonly attempts?: number };
  /** Whose fault AWS says it is; set on what a service has answered. */
  readonly $fault?: string;
  readonly $response?: { readonly statusCode?: number };
  readonly ValidationExceptionFieldList?: readonly RefusedField[];
  /** The Agreement API says why in a word, and names the fields. */
  readonly reason?: unknown;
  readonly fields?: unknown;
  /** The Selling API writes the same with capitals. */
  readonly Reason?: unknown;
  readonly ErrorList?: unknown;
}

interface RefusedField {
  readonly Reason?: string;
  readonly EntityId?: string;
  readonly ChangeType?: string;
  readonly Field?: string;
  readonly Message?: string;
}

export function mapAwsError(error: unknown, call: CallName, masker: Masker): OfferdeckError {
  if (error instanceof OfferdeckError) return error;
  const thrown = (error ?? {}) as ThrownByClient;
  const aws = describe(thrown, call, masker);
  const row = findRow(thrown, aws);
  const action = findMissingAction(aws.message);
  const params: MessageParams = {
    service: aws.service,
    operation: aws.operation,
    ...(action ? { action } : {}),
    ...reasonOf(thrown),
    ...(row?.code === 'resource-in-use' ? blockingChangeSets(aws.message) : {}),
  };
  return new OfferdeckError(
    createAppError(row?.code ?? 'internal', {
      params,
      aws,
      fields: [
        ...(thrown.ValidationExceptionFieldList ?? []).map((field) => toFieldError(field, masker)),
        ...agreementFields(thrown.fields, masker),
        ...sellingFields(thrown.ErrorList, masker),
      ],
      retryable: row?.retryable ?? false,
      action: row?.retryable ? { kind: 'retry' } : null,
    }),
    // The thrown object may hold the request with its signature: only its masked words travel on.
    { cause: `${aws.code}: ${aws.message}` },
  );
}

function describe(thrown: ThrownByClient, call: CallName, masker: Masker): AwsErrorDetail {
  const status = thrown.$metadata?.httpStatusCode ?? thrown.$response?.statusCode ?? null;
  return {
    service: call.service,
    operation: call.operation,
    code: masker.text(errorName(thrown)),
    message: masker.text(messageOf(thrown)),
    httpStatus: status,
    requestId: thrown.$metadata?.requestId ?? null,
  };
}

/** Network errors carry the telling name in `code`, some only inside their cause. */
function errorName(thrown: ThrownByClient): string {
  const inner = thrown.cause as ThrownByClient | undefined;
  for (const candidate of [thrown.code, thrown.name, inner?.code]) {
    if (candidate && candidate !== 'Error' && candidate !== 'AggregateError') return candidate;
  }
  return inner?.name ?? thrown.name ?? 'UnknownError';
}

/** AWS's words in whole, however long; of anybody else's the first line. */
function messageOf(thrown: ThrownByClient): string {
  // A page of a proxy instead of an answer: the parser's complaint quotes it, which helps nobody.
  if (thrown.name === 'SyntaxError') return 'The answer was not in the form that AWS documents.';
  const [said = ''] = (thrown.message ?? '').split('\n  Deserialization error');
  return thrown.$fault === undefined ? (said.split('\n')[0] ?? '') : said;
}

function findRow(thrown: ThrownByClient, aws: AwsErrorDetail): ErrorRow | undefined {
  const names = [aws.code, thrown.name, thrown.code].filter((name) => name !== undefined);
  return ERROR_TABLE.find((row) => {
    if (row.operations && !row.operations.includes(aws.operation)) return false;
    if (row.message && !row.message.test(aws.message)) return false;
    if (row.reason !== undefined && row.reason !== reasonOf(thrown).reason) return false;
    if (row.names) return names.some((name) => row.names?.includes(name));
    return aws.httpStatus !== null && row.status !== undefined && row.status(aws.httpStatus);
  });
}

/** "User: … is not authorized to perform: aws-marketplace:StartChangeSet on resource: …" */
export function findMissingAction(message: string): string | null {
  return /not authorized to perform:?\s+([a-z0-9-]+:[A-Za-z0-9*]+)/.exec(message)?.[1] ?? null;
}

/** The 423 message ends with the locked entity and the sets that hold it: a hint, never a promise. */
function blockingChangeSets(message: string): MessageParams {
  const entity = /entity:\s*'([^']+)'/.exec(message)?.[1];
  const sets = /change sets:\s*'?([a-z0-9, ]+)/.exec(message)?.[1]?.trim();
  return { ...(entity ? { entityId: entity } : {}), ...(sets ? { changeSets: sets } : {}) };
}

function toFieldError(field: RefusedField, masker: Masker): FieldError {
  return {
    path: field.Field ?? '',
    messageKey: 'errors:field.aws',
    params: {
      message: masker.text(field.Message ?? field.Reason ?? ''),
      ...(field.ChangeType ? { changeType: field.ChangeType } : {}),
      ...(field.EntityId ? { entityId: field.EntityId } : {}),
      ...(field.Reason ? { reason: field.Reason } : {}),
    },
  };
}

function reasonOf({ reason, Reason }: ThrownByClient): { reason?: string } {
  const found = reason ?? Reason;
  return typeof found === 'string' ? { reason: found } : {};
}

/** `ErrorList` of the Selling API: the member's path in lower camel case, a code, words. */
function sellingFields(list: unknown, masker: Masker): FieldError[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: { FieldName?: unknown; Message?: unknown; Code?: unknown } | null) =>
    typeof each?.Message === 'string'
      ? [
          {
            path: typeof each.FieldName === 'string' ? each.FieldName : '',
            messageKey: 'errors:field.aws',
            params: {
              message: masker.text(each.Message),
              ...(typeof each.Code === 'string' ? { reason: each.Code } : {}),
            },
          },
        ]
      : [],
  );
}

/** `fields` of the Agreement API: name of the request's member, and words. */
function agreementFields(fields: unknown, masker: Masker): FieldError[] {
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((field: { name?: unknown; message?: unknown } | null) =>
    typeof field?.name === 'string' && typeof field.message === 'string'
      ? [{ path: field.name, messageKey: 'errors:field.aws', params: { message: masker.text(field.message) } }]
      : [],
  );
}
