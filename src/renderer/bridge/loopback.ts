/** The transport to the loopback server: signs in with the one-time token of the address, calls, follows the event stream. */
import type { Reply } from '../../shared/contract/define.ts';
import { createAppError } from '../../shared/errors/app-error.ts';
import type { AnyEvent, ConnectionState, Transport } from './transport.ts';

const TOKEN_KEY = 'offerdeck.token';
const HEADER_NAME = 'x-offerdeck-token';

export async function openLoopback(): Promise<Transport> {
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
  const connection = createConnection();
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
        connection.sawStatus(response.status);
        return response.ok ? ((await response.json()) as Reply<unknown>) : unreachable();
      } catch {
        if (signal?.aborted) return { ok: false, error: createAppError('cancelled') };
        connection.set('lost');
        return unreachable();
      }
    },
    subscribe(listener) {
      const aborter = new AbortController();
      void followEvents(headers, listener, connection, aborter.signal);
      return () => aborter.abort();
    },
    onConnection: connection.listen,
  };
}

interface Connection {
  set(state: ConnectionState): void;
  sawStatus(httpStatus: number): void;
  listen(listener: (state: ConnectionState) => void): () => void;
}

function createConnection(): Connection {
  const listeners = new Set<(state: ConnectionState) => void>();
  let current: ConnectionState = 'connected';
  const set = (state: ConnectionState) => {
    if (state === current) return;
    current = state;
    for (const listener of listeners) listener(state);
  };
  return {
    set,
    sawStatus: (httpStatus) => set(httpStatus === 401 ? 'signed-out' : 'connected'),
    listen(listener) {
      listeners.add(listener);
      listener(current);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Reads the event stream and reconnects with growing pauses until aborted. */
async function followEvents(
  headers: () => Record<string, string>,
  listener: (event: AnyEvent) => void,
  connection: Connection,
  signal: AbortSignal,
): Promise<void> {
  let pauseMs = 250;
  while (!signal.aborted) {
    try {
      const response = await fetch('/events', { headers: headers(), signal });
      connection.sawStatus(response.status);
      if (!response.ok || !response.body) throw new Error(String(response.status));
      pauseMs = 250;
      let rest = '';
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        const lines = (rest + chunk.value).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line) listener(JSON.parse(line) as AnyEvent);
      }
      connection.set('lost');
    } catch (error) {
      // A refused answer has been noted above; the next round reconnects.
      if (error instanceof TypeError && !signal.aborted) connection.set('lost');
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    pauseMs = Math.min(pauseMs * 2, 5000);
  }
}
