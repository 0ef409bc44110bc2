/** Turns a refusal into the error answer of each wire protocol. */
import type { ServiceError } from '../types.ts';
import type { WireAnswer } from './http.ts';
import { FrontDoorError, type Protocol } from './refusals.ts';
import type { ErrorDialect } from './service.ts';
import { formatXml } from './xml.ts';

const CATALOG_NAMESPACE = 'com.amazonaws.services.marketplacecatalog.model';

export function errorAnswer(
  { protocol, errors }: { readonly protocol: Protocol; readonly errors?: ErrorDialect },
  error: ServiceError,
  requestId: string,
): WireAnswer {
  switch (protocol) {
    case 'rest-json':
      return restJson(error, requestId);
    case 'aws-json':
      return awsJson(error, requestId, errors);
    case 'query':
      return {
        status: error.httpStatus,
        headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
        body: formatXml('ErrorResponse', {
          Error: {
            Type: error.httpStatus < 500 ? 'Sender' : 'Receiver',
            Code: error.code,
            Message: error.message,
          },
          RequestId: requestId,
        }),
      };
    case 'rest-xml':
      return {
        status: error.httpStatus,
        headers: { 'content-type': 'application/xml', 'x-amz-request-id': requestId },
        body: formatXml('Error', {
          Code: error.code,
          Message: error.message,
          ...textMembers(error.members),
          RequestId: requestId,
        }),
      };
  }
}

/** The front door of AWS names codes bare; the services put their namespace before. */
function awsJson(error: ServiceError, requestId: string, dialect?: ErrorDialect): WireAnswer {
  const isOwn = dialect !== undefined && !(error instanceof FrontDoorError);
  const queryError = isOwn ? dialect.queryError?.(error.code, error.httpStatus < 500) : undefined;
  return {
    status: error.httpStatus,
    headers: {
      'content-type': dialect?.contentType ?? 'application/x-amz-json-1.0',
      'x-amzn-requestid': requestId,
      ...(queryError === undefined ? {} : { 'x-amzn-query-error': queryError }),
    },
    body: JSON.stringify({
      __type: isOwn ? `${dialect.namespace}#${error.code}` : error.code,
      message: error.message,
      ...error.members,
    }),
  };
}

/** The front door writes `message`, the service itself `Message`; clients must read both. */
function restJson(error: ServiceError, requestId: string): WireAnswer {
  const isFrontDoor = error instanceof FrontDoorError;
  return {
    status: error.httpStatus,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': requestId,
      'x-amzn-errortype': isFrontDoor ? `${error.code}:${CATALOG_NAMESPACE}` : error.code,
    },
    body: JSON.stringify(isFrontDoor ? { message: error.message } : { Message: error.message, ...error.members }),
  };
}

function textMembers(members: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, String(value)]));
}
