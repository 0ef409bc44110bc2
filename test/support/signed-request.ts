/** Requests signed by the SDK's own signer but sent by hand, so that a test can spoil them on the way. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Credentials } from './simulator.ts';

export interface PlainRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Signing {
  readonly credentials: Credentials;
  readonly service: string;
  readonly region?: string;
  readonly date?: Date;
}

export interface PlainAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export async function signRequest(endpoint: string, plain: PlainRequest, signing: Signing): Promise<PlainRequest> {
  const { hostname, port, host } = new URL(endpoint);
  const signer = new SignatureV4({
    credentials: signing.credentials,
    region: signing.region ?? 'us-east-1',
    service: signing.service,
    sha256: Sha256,
    uriEscapePath: signing.service !== 's3',
  });
  const signed = await signer.sign(
    {
      protocol: 'http:',
      hostname,
      port: Number(port),
      method: plain.method,
      path: plain.path,
      query: { ...plain.query },
      headers: { ...plain.headers, host },
      body: plain.body,
    },
    { signingDate: signing.date ?? new Date() },
  );
  return { ...plain, headers: signed.headers };
}

export function sendRequest(endpoint: string, plain: PlainRequest): Promise<PlainAnswer> {
  const search = new URLSearchParams(plain.query).toString().replaceAll('+', '%20');
  const url = `${endpoint}${plain.path}${search === '' ? '' : `?${search}`}`;
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: plain.method, headers: plain.headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', reject);
    request.end(plain.body);
  });
}
