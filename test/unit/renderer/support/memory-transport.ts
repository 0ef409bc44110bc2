/** A transport without a host: answers from a table of handlers, held to the contract on both sides. */
import {
  events,
  isMethodName,
  methods,
  type EventName,
  type EventPayload,
  type MethodName,
  type MethodOutput,
  type ParsedInput,
} from '../../../../src/shared/contract/index.ts';
import { createAppError, OfferdeckError } from '../../../../src/shared/errors/app-error.ts';
import type { AnyEvent, ConnectionState, Transport } from '../../../../src/renderer/bridge/transport.ts';

export type MemoryHandlers = {
  [M in MethodName]?: (input: ParsedInput<M>) => MethodOutput<M> | Promise<MethodOutput<M>>;
};

export interface MemoryTransport extends Transport {
  emit<E extends EventName>(name: E, payload: EventPayload<E>): void;
  setConnection(state: ConnectionState): void;
  /** Every call in order. */
  readonly calls: { readonly method: string; readonly input: unknown }[];
}

export function createMemoryTransport(handlers: MemoryHandlers): MemoryTransport {
  const listeners = new Set<(event: AnyEvent) => void>();
  const connectionListeners = new Set<(state: ConnectionState) => void>();
  const calls: MemoryTransport['calls'] = [];
  return {
    calls,
    async call(name, input) {
      calls.push({ method: name, input });
      const handler = isMethodName(name) ? handlers[name] : undefined;
      if (!isMethodName(name) || !handler) {
        return { ok: false, error: createAppError('not-supported', { params: { name } }) };
      }
      try {
        const parsed = methods[name].input.parse(input);
        const output = await (handler as (value: unknown) => unknown)(parsed);
        return { ok: true, value: methods[name].output.parse(output) };
      } catch (error) {
        if (error instanceof OfferdeckError) return { ok: false, error: error.data };
        return { ok: false, error: createAppError('internal', { params: { message: String(error) } }) };
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    onConnection(listener) {
      connectionListeners.add(listener);
      return () => {
        connectionListeners.delete(listener);
      };
    },
    emit(name, payload) {
      events[name].payload.parse(payload);
      for (const listener of listeners) listener({ name, payload } as unknown as AnyEvent);
    },
    setConnection(state) {
      for (const listener of connectionListeners) listener(state);
    },
  };
}
