/** The typed client that features use. Failures are thrown as CallError, which carries the contract's error shape. */
import type { EventName, EventPayload, MethodInput, MethodName, MethodOutput } from '../../shared/contract/index.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { AnyEvent, ConnectionState, Transport } from './transport.ts';

export class CallError extends Error {
  readonly data: AppError;

  constructor(data: AppError) {
    super(data.code);
    this.name = 'CallError';
    this.data = data;
  }
}

export interface Client {
  call<M extends MethodName>(method: M, input: MethodInput<M>, signal?: AbortSignal): Promise<MethodOutput<M>>;
  on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void;
  onAny(listener: (event: AnyEvent) => void): () => void;
  onConnection(listener: (state: ConnectionState) => void): () => void;
}

export function createClient(transport: Transport): Client {
  const listeners = new Set<(event: AnyEvent) => void>();
  transport.subscribe((event) => {
    for (const listener of listeners) listener(event);
  });
  const onAny = (listener: (event: AnyEvent) => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  return {
    async call(method, input, signal) {
      const reply = await transport.call(method, input, signal);
      if (!reply.ok) throw new CallError(reply.error);
      return reply.value as never;
    },
    onAny,
    onConnection: (listener) => transport.onConnection?.(listener) ?? (() => {}),
    on(name, listener) {
      return onAny((event) => {
        if (event.name === name) listener(event.payload as never);
      });
    },
  };
}
