/** Every failure a user can meet. Each code has `<code>.what` and `<code>.next` in the `errors` catalogue of every language. */
export const ERROR_CODES = [
  // the request itself
  'invalid-input',
  'not-found',
  'conflict',
  'cancelled',
  'not-supported',
  'internal',
  // this machine
  'storage-damaged',
  'storage-newer',
  'storage-busy',
  'encryption-unavailable',
  'file-unreadable',
  'interrupted',
  'host-unreachable',
  // identity
  'credentials-missing',
  'credentials-expired',
  'credentials-invalid',
  'sso-login-needed',
  'mfa-needed',
  'profile-missing',
  'assume-role-denied',
  'wrong-account',
  'clock-skew',
  'account-in-use',
  // AWS
  'access-denied',
  'resource-not-found',
  'resource-in-use',
  'validation-refused',
  'quota-exceeded',
  'throttled',
  'aws-unavailable',
  'network-unreachable',
  'malformed-answer',
  'change-set-failed',
  // Offerdeck's own refusals before a write
  'preflight-failed',
  'draft-changed',
  'already-publishing',
  'eula-not-pdf',
  'eula-encrypted',
  'eula-too-large',
  'bucket-missing',
  'bucket-wrong-region',
  'unknown-terms-would-be-lost',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
