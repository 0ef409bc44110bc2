/** A fast simulator that tells which signed addresses and session tokens really arrived, for tests that look for them elsewhere. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { onTestFinished } from 'vitest';
import { seededCatalog } from '../../src/simulator/seeded-catalog.ts';
import type { Simulator } from '../../src/simulator/server.ts';
import { SPEED } from './publishing-stage.ts';
import { startTestSimulator } from './simulator.ts';

export interface WatchedSimulator {
  readonly simulator: Simulator;
  /** Addresses of custom EULAs in the order of arrival, signatures included. */
  readonly eulaUrls: readonly URL[];
  /** Of every request that was signed with temporary credentials. */
  readonly sessionTokens: ReadonlySet<string>;
}

export async function startWatchedSimulator(): Promise<WatchedSimulator> {
  const eulaUrls: URL[] = [];
  const sessionTokens = watchSessionTokens();
  const createCatalog = seededCatalog({ scale: false });
  const simulator = await startTestSimulator({
    speed: SPEED,
    createCatalog: (deps) =>
      createCatalog({
        ...deps,
        fetchDocument(url) {
          eulaUrls.push(new URL(url));
          return deps.fetchDocument(url);
        },
      }),
  });
  onTestFinished(() => simulator.stop());
  return { simulator, eulaUrls, sessionTokens };
}

/** Told by Node's own HTTP server, since the simulator keeps no secrets in its journal. */
function watchSessionTokens(): Set<string> {
  const tokens = new Set<string>();
  const listen = (message: unknown) => {
    const token = (message as { request: IncomingMessage }).request.headers['x-amz-security-token'];
    if (typeof token === 'string') tokens.add(token);
  };
  subscribe('http.server.request.start', listen);
  onTestFinished(() => void unsubscribe('http.server.request.start', listen));
  return tokens;
}
