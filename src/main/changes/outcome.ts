/** What a failure says about a write: whether it can have happened, and who can mend it. */
import { OfferdeckError, type AppError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/codes.ts';

/**
 * - `refused`: AWS or we said no; nothing was made and the same request will not do.
 * - `pause`: nothing was made; goes on once a person has mended something.
 * - `wait`: nothing was made; goes on by itself after a while.
 * - `unknown`: it may have happened.
 */
export type Verdict = 'refused' | 'pause' | 'wait' | 'unknown';

const REFUSED: readonly ErrorCode[] = [
  'invalid-input',
  'not-found',
  'not-supported',
  'wrong-account',
  'access-denied',
  'resource-not-found',
  'validation-refused',
  'preflight-failed',
  'bucket-missing',
  'bucket-wrong-region',
  'event-target-refused',
  'name-in-use',
  'opportunity-conflict',
  'engagement-conflict',
];

const PAUSE: readonly ErrorCode[] = [
  'credentials-missing',
  'credentials-expired',
  'credentials-invalid',
  'sso-login-needed',
  'mfa-needed',
  'profile-missing',
  'assume-role-denied',
  'clock-skew',
  // The entity is locked, or too many change sets are open: how long, nobody can tell.
  'resource-in-use',
  'quota-exceeded',
];

/** After StartChangeSet, where a lost answer may hide a finished write. */
export function judgeSend(error: AppError): Verdict {
  if (error.code === 'throttled' || error.code === 'day-quota-spent') return 'wait';
  if (PAUSE.includes(error.code)) return 'pause';
  if (REFUSED.includes(error.code)) return 'refused';
  return 'unknown';
}

/** After a step that may be repeated without harm: identity, upload, signing. */
export function judgeStep(error: AppError): Exclude<Verdict, 'unknown'> {
  const verdict = judgeSend(error);
  return verdict === 'unknown' ? (error.retryable ? 'wait' : 'pause') : verdict;
}

/** The failure as data. What is none of ours (a bug, a lease lost, the core closing) goes on as an exception. */
export function expectFailure(error: unknown, closing: AbortSignal): AppError {
  if (closing.aborted || !(error instanceof OfferdeckError)) throw error;
  return error.data;
}
