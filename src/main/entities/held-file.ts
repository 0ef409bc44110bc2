/** Fetches a PDF from the copy that AWS holds, by the short-lived address that it has just given. */
import { createAppError, fail, OfferdeckError } from '../../shared/errors/app-error.ts';
import { findPdfProblem, LARGEST_EULA_BYTES } from '../drafts/pdf.ts';

const PATIENCE_MS = 30_000;

/** Fails as `file-unreadable` where the address gives no PDF; the address itself is a secret and is never part of the failure. */
export async function fetchHeldFile(url: string, signal: AbortSignal): Promise<Uint8Array> {
  const bytes = await download(url, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]));
  const problem = findPdfProblem(bytes);
  if (problem) fail(problem, { params: { limitMb: LARGEST_EULA_BYTES / 1024 / 1024 } });
  return bytes;
}

async function download(url: string, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { signal, redirect: 'follow' });
    const announced = Number(response.headers.get('content-length') ?? 0);
    if (!response.ok || announced > LARGEST_EULA_BYTES) fail('file-unreadable', { params: { name: 'PDF' } });
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof OfferdeckError) throw error;
    // The cause may name the address.
    throw new OfferdeckError(createAppError('network-unreachable', { retryable: true }));
  }
}
