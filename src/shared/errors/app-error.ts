/**
 * The one error shape that crosses the wall between renderer and core.
 *
 * A message key names its catalogue file before the colon: `errors:<code>.what` is `<code>.what` in `errors.json`,
 * `errors:field.<rule>` the same for one field, `notices:<id>` a notice, `<feature>:<key>` what a feature's core part says.
 */
import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from './codes.ts';

/** Values put into a message; never a secret. */
export const messageParamsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
export type MessageParams = z.infer<typeof messageParamsSchema>;

/** A message bound to one field. `path` is dotted, with numbers for list positions: `schedule.installments.3.amount`. */
export const fieldErrorSchema = z.object({
  path: z.string(),
  messageKey: z.string(),
  params: messageParamsSchema.default({}),
});
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** What AWS said, masked, in AWS's own words. */
export const awsErrorDetailSchema = z.object({
  service: z.string(),
  operation: z.string(),
  code: z.string(),
  message: z.string(),
  httpStatus: z.number().int().nullable(),
  requestId: z.string().nullable(),
});
export type AwsErrorDetail = z.infer<typeof awsErrorDetailSchema>;

/** What the user can do next, as data: the renderer turns it into a button or a command to copy. */
export const errorActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('retry') }),
  z.object({ kind: z.literal('copy-command'), command: z.string() }),
  z.object({ kind: z.literal('open-account'), account: z.string() }),
  z.object({ kind: z.literal('open-draft'), draftId: z.string(), path: z.string().nullable() }),
  z.object({ kind: z.literal('reload') }),
]);
export type ErrorAction = z.infer<typeof errorActionSchema>;

export const appErrorSchema = z.object({
  code: z.enum(ERROR_CODES),
  /** Catalogue key of what happened and why. */
  messageKey: z.string(),
  /** Catalogue key of what to do next. */
  remedyKey: z.string(),
  params: messageParamsSchema,
  fields: z.array(fieldErrorSchema),
  retryable: z.boolean(),
  aws: awsErrorDetailSchema.nullable(),
  action: errorActionSchema.nullable(),
});
export type AppError = z.infer<typeof appErrorSchema>;

export interface AppErrorExtras {
  readonly params?: MessageParams;
  readonly fields?: readonly FieldError[];
  readonly retryable?: boolean;
  readonly aws?: AwsErrorDetail | null;
  readonly action?: ErrorAction | null;
}

export function createAppError(code: ErrorCode, extras: AppErrorExtras = {}): AppError {
  return {
    code,
    messageKey: `errors:${code}.what`,
    remedyKey: `errors:${code}.next`,
    params: extras.params ?? {},
    fields: [...(extras.fields ?? [])],
    retryable: extras.retryable ?? false,
    aws: extras.aws ?? null,
    action: extras.action ?? null,
  };
}

/** Thrown inside the core for expected failures; hosts turn it into a failure reply. */
export class OfferdeckError extends Error {
  readonly data: AppError;

  constructor(data: AppError, options?: { cause?: unknown }) {
    super(`${data.code}${data.aws ? ` (${data.aws.code})` : ''}`, options);
    this.name = 'OfferdeckError';
    this.data = data;
  }
}

export function fail(code: ErrorCode, extras: AppErrorExtras = {}, cause?: unknown): never {
  throw new OfferdeckError(createAppError(code, extras), cause === undefined ? undefined : { cause });
}
