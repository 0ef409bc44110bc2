/** AWS's SSO portal as far as credentials go; everything else is passed on unchanged to the local cloud behind it. */
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Epoch milliseconds. */
  readonly expiration: number;
}

export async function startSsoPortal(options: {
  /** The login that is good; any other is refused as AWS does. */
  accessToken: string;
  credentials: RoleCredentials;
  behind: string;
}): Promise<{ readonly endpoint: string }> {
  const server = createServer((incoming, answer) => {
    if (!incoming.url?.startsWith('/federation/credentials')) return pass(incoming, answer, options.behind);
    const isGood = incoming.headers['x-amz-sso_bearer_token'] === options.accessToken;
    answer.writeHead(isGood ? 200 : 401, {
      'content-type': 'application/json',
      ...(isGood ? {} : { 'x-amzn-errortype': 'UnauthorizedException' }),
    });
    answer.end(
      JSON.stringify(
        isGood ? { roleCredentials: options.credentials } : { message: 'Session token not found or invalid' },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function pass(incoming: IncomingMessage, answer: ServerResponse, behind: string): void {
  const { hostname, port } = new URL(behind);
  const { method, url: path, headers } = incoming;
  // The host header stays: the signature covers it.
  const outgoing = forward({ hostname, port, method, path, headers }, (reply) => {
    answer.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(answer);
  });
  outgoing.on('error', () => answer.destroy());
  incoming.pipe(outgoing);
}
