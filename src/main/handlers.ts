/** Turns handler functions into the core's one entry: validate, run, answer with success or failure data. */
import { createAppError, OfferdeckError, type AppError, type FieldError } from '../shared/errors/app-error.ts';
import {
  isMethodName,
  methods,
  type MethodName,
  type MethodOutput,
  type ParsedInput,
  type Reply,
} from '../shared/contract/index.ts';
import type { Logger } from './ports.ts';

export interface CallContext {
  readonly signal: AbortSignal;
}

export type Handler<M extends MethodName> = (input: ParsedInput<M>, context: CallContext) => Promise<MethodOutput<M>>;
export type Handlers = { readonly [M in MethodName]: Handler<M> };
/** The methods whose name begins with one of the given features. */
export type HandlersOf<Prefix extends string> = Pick<Handlers, Extract<MethodName, `${Prefix}.${string}`>>;

export type Call = (method: string, input: unknown, signal?: AbortSignal) => Promise<Reply<unknown>>;

export function createCall(handlers: Handlers, logger: Logger): Call {
  return async (name, input, signal = new AbortController().signal) => {
    if (!isMethodName(name)) return failure(createAppError('not-found', { params: { name } }));
    const parsed = methods[name].input.safeParse(input);
    if (!parsed.success) {
      const fields: FieldError[] = parsed.error.issues.map((issue) => ({
        path: issue.path.join('.'),
        messageKey: `errors:field.${issue.code}`,
        params: {},
      }));
      return failure(createAppError('invalid-input', { params: { name }, fields }));
    }
    try {
      const handler = handlers[name] as Handler<MethodName>;
      return { ok: true, value: await handler(parsed.data as never, { signal }) };
    } catch (error) {
      if (error instanceof OfferdeckError) return failure(error.data);
      if (signal.aborted) return failure(createAppError('cancelled'));
      logger.error('unexpected failure in a handler', { method: name, error });
      return failure(createAppError('internal', { params: { name } }));
    }
  };
}

function failure(error: AppError): Reply<never> {
  return { ok: false, error };
}
