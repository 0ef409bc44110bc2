/** How methods and events are declared. Everything else (IPC, HTTP, client, documentation) is derived from these tables. */
import { z } from 'zod';
import { appErrorSchema, type AppError } from '../errors/app-error.ts';

// zod probes `eval` for a faster parser; a strict CSP forbids that.
z.config({ jitless: true });

export interface MethodDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly summary: string;
  readonly input: I;
  readonly output: O;
}

export interface EventDefinition<P extends z.ZodType = z.ZodType> {
  readonly summary: string;
  readonly payload: P;
}

export function method<I extends z.ZodType, O extends z.ZodType>(summary: string, input: I, output: O) {
  return { summary, input, output } satisfies MethodDefinition<I, O>;
}

export function event<P extends z.ZodType>(summary: string, payload: P) {
  return { summary, payload } satisfies EventDefinition<P>;
}

/** Every reply is data: success or failure, never a thrown string. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

export const failureSchema = z.object({ ok: z.literal(false), error: appErrorSchema });

/** A method without input takes the empty object. */
export const nothing = z.strictObject({});
/** A method without output answers the empty object. */
export const done = z.object({});
