/** Fetches the copy of a document that AWS holds, by the short-lived address that it has just given, and records that like every call. */
import { createAppError, fail, OfferdeckError } from '../../shared/errors/app-error.ts';
import { MASK } from '../masking/mask.ts';
import type { Recorder } from './recorder.ts';

const PATIENCE_MS = 30_000;
const LOCAL = ['127.0.0.1', 'localhost', '[::1]'];

export interface DownloadOptions {
  readonly signal: AbortSignal;
  /** Reading stops where nothing would be accepted any more. */
  readonly limitBytes: number;
}

export type Download = (account: string, url: string, options: DownloadOptions) => Promise<Uint8Array>;

/**
 * Fails as `file-unreadable` where the address gives nothing, `network-unreachable` and `eula-too-large` as they are. The address is a
 * secret: neither a failure nor the record holds its query.
 */
export function createDownload({ recorder }: { recorder: Recorder }): Download {
  return async (account, url, { signal, limitBytes }) => {
    if (!isReadable(url)) refuse();
    const call = { account, service: 's3', operation: 'GetObject', changeId: null, input: { Url: plain(url) } };
    const record = recorder.begin(call);
    const seen: { response: Response | null } = { response: null };
    const end = (outcome: string, answer: unknown) =>
      record.end({
        outcome,
        attempts: 1,
        httpStatus: seen.response?.status ?? null,
        requestId: seen.response?.headers.get('x-amz-request-id') ?? null,
        response: answer,
      });
    try {
      const bytes = await read(url, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]), limitBytes, seen);
      end('ok', { Body: bytes });
      return bytes;
    } catch (error) {
      const known = toKnown(error, signal);
      end(known instanceof OfferdeckError ? known.data.code : 'cancelled', null);
      throw known;
    }
  };
}

/** The cause of a failed fetch may name the address; the reason is worth no secret. */
function toKnown(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof OfferdeckError) return error;
  return new OfferdeckError(createAppError('network-unreachable', { retryable: true }));
}

async function read(
  url: string,
  signal: AbortSignal,
  limitBytes: number,
  seen: { response: Response | null },
): Promise<Uint8Array> {
  const response = await fetch(url, { redirect: 'error', credentials: 'omit', signal });
  seen.response = response;
  if (!response.ok || !response.body) refuse();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limitBytes) fail('eula-too-large', { params: { limitMb: limitBytes / 1024 / 1024 } });
  }
  return Buffer.concat(chunks);
}

function refuse(): never {
  fail('file-unreadable', { params: { name: 'PDF' } });
}

/** Over the network encrypted only; the local cloud is on this machine. */
function isReadable(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && LOCAL.includes(hostname));
}

function plain(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${search === '' ? '' : `?${MASK}`}`;
}
