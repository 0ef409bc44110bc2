import { describe, expect, it } from 'vitest';
import { expectFailure, judgeSend, judgeStep } from '../../../../src/main/changes/outcome.ts';
import { createAppError, OfferdeckError } from '../../../../src/shared/errors/app-error.ts';
import { ERROR_CODES, type ErrorCode } from '../../../../src/shared/errors/codes.ts';

const IN_DOUBT: readonly ErrorCode[] = [
  'aws-unavailable',
  'network-unreachable',
  'malformed-answer',
  'cancelled',
  'internal',
];
const ALIVE = new AbortController().signal;

describe('what a failure says about a write', () => {
  it.each(IN_DOUBT)('%s after a send proves nothing', (code) => {
    expect(judgeSend(createAppError(code, { retryable: true }))).toBe('unknown');
  });

  it('takes a throttled request for not done', () => {
    expect(judgeSend(createAppError('throttled'))).toBe('wait');
  });

  it.each(['access-denied', 'validation-refused', 'resource-not-found', 'wrong-account'] as const)(
    'takes %s for a no',
    (code) => {
      expect(judgeSend(createAppError(code))).toBe('refused');
    },
  );

  it.each(['credentials-expired', 'sso-login-needed', 'resource-in-use', 'quota-exceeded', 'clock-skew'] as const)(
    'stops on %s until a person has mended it',
    (code) => {
      expect(judgeSend(createAppError(code, { retryable: true }))).toBe('pause');
    },
  );

  it.each(ERROR_CODES)('knows what to do after a repeatable step with %s', (code) => {
    expect(['refused', 'pause', 'wait']).toContain(judgeStep(createAppError(code, { retryable: true })));
    expect(['refused', 'pause', 'wait']).toContain(judgeStep(createAppError(code)));
  });

  it('lets bugs and the closing of the core pass', () => {
    const closing = AbortSignal.abort();
    const failure = new OfferdeckError(createAppError('throttled'));
    expect(expectFailure(failure, ALIVE)).toEqual(failure.data);
    expect(() => expectFailure(failure, closing)).toThrow(failure);
    expect(() => expectFailure(new TypeError('bug'), ALIVE)).toThrow('bug');
  });
});
