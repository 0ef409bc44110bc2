/** How the renderer reaches its host: the object a preload exposes, or the loopback server. */
import type { EventName, EventPayload } from '../../shared/contract/index.ts';
import type { Reply } from '../../shared/contract/define.ts';
import { createAppError } from '../../shared/errors/app-error.ts';
import { openLoopback } from './loopback.ts';

export type AnyEvent = { [E in EventName]: { readonly name: E; readonly payload: EventPayload<E> } }[EventName];

export interface Transport {
  call(method: string, input: unknown, signal?: AbortSignal): Promise<Reply<unknown>>;
  /** Listens until the returned function is called. */
  subscribe(listener: (event: AnyEvent) => void): () => void;
  /** Whether the host can be reached; absent where it cannot be lost (the preload of a desktop window). */
  onConnection?(listener: (state: ConnectionState) => void): () => void;
}

/** `signed-out`: the host runs, but does not know this page (any more). */
export type ConnectionState = 'connected' | 'lost' | 'signed-out';

/** What the Electron preload puts on `window`. An AbortSignal cannot cross into its world, so calls are given up by id. */
export interface ExposedBridge {
  call(id: string, method: string, input: unknown): Promise<unknown>;
  cancel(id: string): void;
  subscribe(listener: (event: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly offerdeck?: ExposedBridge;
  }
}

export async function openTransport(): Promise<Transport> {
  return window.offerdeck ? wrapBridge(window.offerdeck) : openLoopback();
}

function wrapBridge(bridge: ExposedBridge): Transport {
  return {
    async call(method, input, signal) {
      if (signal?.aborted) return { ok: false, error: createAppError('cancelled') };
      const id = crypto.randomUUID();
      const giveUp = () => bridge.cancel(id);
      signal?.addEventListener('abort', giveUp, { once: true });
      try {
        return (await bridge.call(id, method, input)) as Reply<unknown>;
      } catch {
        return { ok: false, error: createAppError('host-unreachable', { retryable: true }) };
      } finally {
        signal?.removeEventListener('abort', giveUp);
      }
    },
    subscribe: (listener) => bridge.subscribe((event) => listener(event as AnyEvent)),
  };
}
