/** Reads the custom EULA that AWS holds, through the temporary address of a fresh DescribeEntity. The address is a secret. */
import { fail } from '../../shared/errors/app-error.ts';
import { LARGEST_EULA_BYTES } from './pdf.ts';

const LOCAL = ['127.0.0.1', 'localhost', '[::1]'];
const LONGEST_MS = 30_000;

/** Throws `not-found` where there is no readable address, `network-unreachable` and `eula-too-large` as they are. */
export async function downloadEula(address: string, signal: AbortSignal): Promise<Uint8Array> {
  if (!isReadable(address)) fail('not-found', { params: { name: 'EULA' } });
  const response = await fetch(address, {
    redirect: 'error',
    credentials: 'omit',
    signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]),
  }).catch(() => null);
  if (signal.aborted) throw signal.reason;
  // The error of fetch would name the address; the reason is worth no secret.
  if (!response) fail('network-unreachable', { retryable: true });
  if (!response.ok || !response.body) fail('not-found', { params: { name: 'EULA' } });
  return readAll(response.body);
}

/** Over the network encrypted only; the local cloud is on this machine. */
function isReadable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && LOCAL.includes(hostname));
}

/** Stops reading where no EULA would be accepted any more. */
async function readAll(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LARGEST_EULA_BYTES) fail('eula-too-large', { params: { limitMb: LARGEST_EULA_BYTES / 1024 / 1024 } });
  }
  return Buffer.concat(chunks);
}
