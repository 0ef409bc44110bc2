/** An HTTP server that answers each operation of Partner Central as a test says, and keeps what came: for what only the wire shows. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { PracticeCloud } from '../../src/main/ports.ts';

export interface WireRequest {
  readonly operation: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

interface WireAnswer {
  readonly status?: number;
  readonly body: unknown;
}

export type Answer = (request: WireRequest) => WireAnswer;

export async function startPartnerCentralAnswers(answer: Answer): Promise<{
  readonly requests: WireRequest[];
  /** For the ports of a core in practice mode. */
  readonly practice: PracticeCloud;
}> {
  const requests: WireRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const operation = String(incoming.headers['x-amz-target'] ?? '').replace('AWSPartnerCentralSelling.', '');
      const text = Buffer.concat(chunks).toString('utf8');
      const body = operation === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
      const request: WireRequest = { operation, headers: incoming.headers, body };
      requests.push(request);
      const { status = 200, body: out } = answer(request);
      outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': 'request-1' });
      outgoing.end(typeof out === 'string' ? out : JSON.stringify(out));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const account = {
    accountId: '012345678901',
    name: 'Acme Example',
    accessKeyId: 'AKIAEXAMPLEEXAMPLE00',
    secretAccessKey: 'secret/example/key/of/forty/characters00',
    eulaBucket: null,
    role: 'isv' as const,
  };
  return { requests, practice: { endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', accounts: [account] } };
}
