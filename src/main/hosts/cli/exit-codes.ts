/** What the exit code of the command line says; documented in docs/command-line.md. */
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/codes.ts';

export const EXIT = {
  ok: 0,
  /** Something on this machine, or not foreseen. */
  failed: 1,
  usage: 2,
  /** Refused here before anything was sent: rules, a wrong account, an unreadable file. */
  refused: 3,
  /** AWS said no. */
  refusedByAws: 4,
  /** It may have happened; the journal goes on looking. */
  unknown: 5,
  /** Nobody could sign in. */
  signIn: 6,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const SIGN_IN: readonly ErrorCode[] = [
  'credentials-missing',
  'credentials-expired',
  'credentials-invalid',
  'sso-login-needed',
  'mfa-needed',
  'profile-missing',
  'assume-role-denied',
  'encryption-unavailable',
];

const BY_RULES: readonly ErrorCode[] = [
  'wrong-account',
  'preflight-failed',
  'draft-changed',
  'already-publishing',
  'already-published',
  'nothing-to-send',
  'eula-not-pdf',
  'eula-encrypted',
  'eula-too-large',
  'bucket-missing',
  'unknown-terms-would-be-lost',
  'offer-file-syntax',
  'offer-file-invalid',
  'offer-file-eula',
  'template-does-not-fit',
  'account-in-use',
];

export function exitCodeOf(error: AppError): ExitCode {
  if (SIGN_IN.includes(error.code)) return EXIT.signIn;
  if (BY_RULES.includes(error.code)) return EXIT.refused;
  if (error.aws !== null || error.code === 'change-set-failed') return EXIT.refusedByAws;
  return EXIT.failed;
}

/** Ends a command with a code and what to say about it; `message` is in the user's language already. */
export class CommandFailure extends Error {
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string) {
    super(message);
    this.name = 'CommandFailure';
    this.code = code;
  }
}

/** A failure of the core, for whoever prints it. */
export class CallFailure extends Error {
  readonly data: AppError;

  constructor(data: AppError) {
    super(data.code);
    this.name = 'CallFailure';
    this.data = data;
  }
}
