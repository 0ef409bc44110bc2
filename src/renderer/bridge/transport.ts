/** How the renderer reaches its host: the object a preload exposes, or the loopback server. */
import type { EventName, EventPayload } from '../../shared/contract/index.ts';
import type { Reply } from '../../shared/contract/define.ts';
import { createAppError } from '../../shared/errors/app-error.ts';

export type AnyEvent = { [E in EventName]: { readonly name: E; readonly payload: EventPayload<E> } }[EventName];

export interface Transport {
  call(method: string, input: unknown, signal?: AbortSignal): Promise<Reply<unknown>>;
  /** Listens until the returned function is called. */
  subscribe(listener: (event: AnyEvent) => void): () => void;
}

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

const TOKEN_KEY = 'offerdeck.token';
const HEADER_NAME = 'x-offerdeck-token';

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

async function openLoopback(): Promise<Transport> {
  const oneTime = new URLSearchParams(window.location.hash.slice(1)).get('token');
  if (oneTime) {
    // Out of the address bar and the history before anything else happens.
    window.history.replaceState(null, '', `${window.location.pathname}#/`);
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: oneTime }),
    });
    if (response.ok) {
      const { token } = (await response.json()) as { token: string };
      window.sessionStorage.setItem(TOKEN_KEY, token);
    }
  }
  const headers = () => ({
    'content-type': 'application/json',
    [HEADER_NAME]: window.sessionStorage.getItem(TOKEN_KEY) ?? '',
  });
  const unreachable = (): Reply<never> => ({
    ok: false,
    error: createAppError('host-unreachable', { retryable: true }),
  });

  return {
    async call(method, input, signal) {
      try {
        const response = await fetch(`/api/${encodeURIComponent(method)}`, {
          method: 'POST',
          headers: headers(),
          body: JSON.stringify(input),
          ...(signal ? { signal } : {}),
        });
        return response.ok ? ((await response.json()) as Reply<unknown>) : unreachable();
      } catch {
        if (signal?.aborted) return { ok: false, error: createAppError('cancelled') };
        return unreachable();
      }
    },
    subscribe(listener) {
      const aborter = new AbortController();
      void followEvents(headers, listener, aborter.signal);
      return () => aborter.abort();
    },
  };
}

/** Reads the event stream and reconnects with growing pauses until aborted. */
async function followEvents(
  headers: () => Record<string, string>,
  listener: (event: AnyEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  let pauseMs = 250;
  while (!signal.aborted) {
    try {
      const response = await fetch('/events', { headers: headers(), signal });
      if (!response.ok || !response.body) throw new Error(String(response.status));
      pauseMs = 250;
      let rest = '';
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        const lines = (rest + chunk.value).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line) listener(JSON.parse(line) as AnyEvent);
      }
    } catch {
      // Falls through to the pause; the next round reconnects.
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    pauseMs = Math.min(pauseMs * 2, 5000);
  }
}
