/** The socket side: one HTTP server on the loopback interface, plain values in and out. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BodyTooLarge, readRequest, sendAnswer, type WireRequest } from './wire/http.ts';
import type { Outcome } from './wire/pipeline.ts';

export interface Listener {
  readonly endpoint: string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
// Longer than clients keep idle connections: otherwise a reused one breaks now and then, and looks like a fault.
const KEEP_ALIVE_MS = 120_000;

/** Listens on the first of the ports that is free; 0 = any. */
export async function listen(
  ports: readonly number[],
  serve: (request: WireRequest) => Promise<Outcome>,
): Promise<Listener> {
  const server = createServer((message, response) => {
    void (async () => {
      try {
        const request = await readRequest(message);
        const outcome = await serve(request);
        if (outcome.kind === 'dropped') message.socket.destroy();
        else sendAnswer(request, response, outcome.answer);
      } catch (error) {
        if (error instanceof BodyTooLarge) response.writeHead(413);
        else {
          process.stderr.write(`simulator: ${error instanceof Error ? error.stack : String(error)}\n`);
          if (!response.headersSent) response.writeHead(500);
        }
        response.end();
      }
    })();
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const port = await bindFirst(server, ports);
  return {
    endpoint: `http://${LOOPBACK}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bindFirst(server: Server, ports: readonly number[]): Promise<number> {
  let failure: unknown;
  for (const port of ports) {
    try {
      await bind(server, port);
      return (server.address() as AddressInfo).port;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
