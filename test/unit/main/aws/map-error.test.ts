import { describe, expect, it } from 'vitest';
import { findMissingAction, mapAwsError } from '../../../../src/main/aws/map-error.ts';
import { createMasker } from '../../../../src/main/masking/masker.ts';
import { createAppError, OfferdeckError } from '../../../../src/shared/errors/app-error.ts';
import { findSecretLeaks } from '../../../support/secret-scan.ts';

const call = { service: 'catalog', operation: 'StartChangeSet' };

function thrown(name: string, httpStatusCode?: number, message = 'words of AWS', more: object = {}): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode, requestId: 'r-1' }, ...more });
}

const map = (error: unknown, name = call) => mapAwsError(error, name, createMasker()).data;

describe('AWS errors', () => {
  it.each([
    ['AccessDeniedException', 403, 'access-denied', false],
    ['ResourceNotFoundException', 404, 'resource-not-found', false],
    ['ResourceInUseException', 423, 'resource-in-use', true],
    ['ResourceNotSupportedException', 415, 'not-supported', false],
    ['ServiceQuotaExceededException', 402, 'quota-exceeded', true],
    ['ThrottlingException', 429, 'throttled', true],
    ['ValidationException', 422, 'validation-refused', false],
    ['InternalServiceException', 500, 'aws-unavailable', true],
    ['UnrecognizedClientException', 403, 'credentials-invalid', false],
    ['InvalidClientTokenId', 403, 'credentials-invalid', false],
    ['SignatureDoesNotMatch', 403, 'credentials-invalid', false],
    ['ExpiredToken', 403, 'credentials-expired', true],
    ['ExpiredTokenException', 403, 'credentials-expired', true],
    ['RequestTimeTooSkewed', 403, 'clock-skew', true],
    ['NoSuchBucket', 404, 'bucket-missing', false],
    ['NoSuchKey', 404, 'resource-not-found', false],
    ['PermanentRedirect', 301, 'bucket-wrong-region', false],
    ['SlowDown', 503, 'throttled', true],
    ['SyntaxError', 503, 'malformed-answer', true],
    ['TimeoutError', undefined, 'network-unreachable', true],
    ['AbortError', undefined, 'cancelled', false],
  ])('%s (%s) is %s, retryable %s', (name, status, code, retryable) => {
    expect(map(thrown(name, status))).toMatchObject({ code, retryable });
  });

  it.each([
    [402, 'quota-exceeded'],
    [403, 'access-denied'],
    [404, 'resource-not-found'],
    [415, 'not-supported'],
    [418, 'validation-refused'],
    [423, 'resource-in-use'],
    [429, 'throttled'],
    [502, 'aws-unavailable'],
  ])('an unknown name with status %s is %s', (status, code) => {
    expect(map(thrown('SomethingNew', status)).code).toBe(code);
  });

  it('is `internal` when neither name nor status says anything', () => {
    expect(map(new Error('what?')).code).toBe('internal');
    expect(map(undefined).code).toBe('internal');
  });

  it('tells a skewed clock from a wrong key by the words', () => {
    const skewed = thrown('SignatureDoesNotMatch', 403, 'Signature expired: 20261121T000000Z is now earlier than …');
    expect(map(skewed).code).toBe('clock-skew');
  });

  it('keeps the operation, the request id and AWS’s own words', () => {
    expect(map(thrown('ValidationException', 422)).aws).toEqual({
      service: 'catalog',
      operation: 'StartChangeSet',
      code: 'ValidationException',
      message: 'words of AWS',
      httpStatus: 422,
      requestId: 'r-1',
    });
  });

  it('names the missing IAM action where AWS does', () => {
    const message =
      'User: arn:aws:iam::111122223333:user/seller is not authorized to perform: aws-marketplace:StartChangeSet on resource: x';
    expect(map(thrown('AccessDeniedException', 403, message)).params).toMatchObject({
      action: 'aws-marketplace:StartChangeSet',
    });
    expect(findMissingAction('You are not a registered seller.')).toBeNull();
  });

  it('takes a refused AssumeRole for what it is', () => {
    const refused = thrown('AccessDenied', 403, 'User: x is not authorized to perform: sts:AssumeRole on resource: y');
    expect(map(refused, { service: 'sts', operation: 'AssumeRole' })).toMatchObject({
      code: 'assume-role-denied',
      params: { action: 'sts:AssumeRole' },
    });
  });

  it('takes a missing bucket for what it is', () => {
    expect(map(thrown('NotFound', 404), { service: 's3', operation: 'HeadBucket' }).code).toBe('bucket-missing');
    expect(map(thrown('NotFound', 404), { service: 's3', operation: 'HeadObject' }).code).toBe('resource-not-found');
  });

  it('carries the fields of a validation error', () => {
    const error = thrown('ValidationException', 422, 'Invalid', {
      ValidationExceptionFieldList: [
        {
          Reason: 'CannotParse',
          ChangeType: 'UpdateAvailability',
          Field: 'Details/AvailabilityEndDate',
          Message: 'bad date',
        },
      ],
    });
    expect(map(error).fields).toEqual([
      {
        path: 'Details/AvailabilityEndDate',
        messageKey: 'errors:field.aws',
        params: { message: 'bad date', changeType: 'UpdateAvailability', reason: 'CannotParse' },
      },
    ]);
  });

  it('reads who holds a locked entity, with and without the closing dot', () => {
    const words =
      "Requested change set has entities locked by change sets - entity: 'offer-abc'  change sets: 76yesvf8y165";
    for (const message of [words, `${words}.`]) {
      expect(map(thrown('ResourceInUseException', 423, message)).params).toMatchObject({
        entityId: 'offer-abc',
        changeSets: '76yesvf8y165',
      });
    }
  });

  it('finds the network error inside its cause', () => {
    const inner = Object.assign(new Error('getaddrinfo ENOTFOUND sts'), { code: 'ENOTFOUND' });
    expect(map(new Error('failed', { cause: inner })).code).toBe('network-unreachable');
    expect(map(Object.assign(new AggregateError([inner]), { code: 'ECONNREFUSED' })).code).toBe('network-unreachable');
  });

  it('does not quote the page of a proxy', () => {
    const error = thrown('SyntaxError', 503, 'Unexpected token \'<\', "<html>secret intranet" is not valid JSON');
    expect(map(error).aws?.message).not.toContain('intranet');
  });

  it('masks secrets in what AWS says', () => {
    const masker = createMasker();
    const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
    masker.addSecret(secret);
    const mapped = mapAwsError(thrown('ValidationException', 422, `bad ${secret}`), call, masker);
    expect(findSecretLeaks({ secrets: { secret }, captured: { data: mapped.data, cause: mapped.cause } })).toEqual([]);
  });

  it('leaves our own refusals as they are', () => {
    const own = new OfferdeckError(createAppError('wrong-account'));
    expect(mapAwsError(own, call, createMasker())).toBe(own);
  });
});

describe('errors of the Agreement API', () => {
  const refused = (reason: string, more: object = {}) =>
    map(thrown('AccessDeniedException', 400, 'words', { reason, ...more }), { service: 'agreement', operation: 'X' });

  it.each([
    ['FAILED_KYC_COMPLIANCE', 'seller-verification-missing'],
    ['INVALID_ACCOUNT_STATE', 'account-state-refused'],
    ['MISSING_MFA', 'mfa-needed'],
    ['INVALID_ACCESS', 'access-denied'],
  ])('%s is %s, never mistaken for bad credentials', (reason, code) => {
    expect(refused(reason)).toMatchObject({ code, params: { reason } });
  });

  it('bring their reason and their fields along', () => {
    const fields = [{ name: 'chargeAmount', message: 'too much' }, { odd: 1 }, null];
    const error = map(thrown('ValidationException', 400, 'words', { reason: 'INVALID_CHARGE_AMOUNT', fields }));
    expect(error).toMatchObject({
      code: 'validation-refused',
      params: { reason: 'INVALID_CHARGE_AMOUNT' },
      fields: [{ path: 'chargeAmount', messageKey: 'errors:field.aws', params: { message: 'too much' } }],
    });
  });
});
