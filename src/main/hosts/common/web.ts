/** Reads public pages over https, with limits: no cookies, no credentials, and no redirect that leads away from https. */
import { createAppError, fail, OfferdeckError } from '../../../shared/errors/app-error.ts';
import { isPublicAddress } from '../../../shared/domain/aws-product.ts';
import type { Web } from '../../ports.ts';

const MOST_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** `isAllowed` is what an address, and each that it leads to, must be. */
export function createWeb(isAllowed: (address: string) => boolean = isPublicAddress): Web {
  return {
    async getText(address, { limitBytes, patienceMs, signal }) {
      const patience = AbortSignal.timeout(patienceMs);
      try {
        const response = await follow(address, isAllowed, AbortSignal.any([signal, patience]));
        return await readText(response, hostOf(address), limitBytes);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (error instanceof OfferdeckError) throw error;
        const params = { host: hostOf(address), seconds: Math.round(patienceMs / 1000) };
        const code = patience.aborted ? 'address-too-slow' : 'address-unreachable';
        throw new OfferdeckError(createAppError(code, { params, retryable: true }));
      }
    },
  };
}

async function follow(start: string, isAllowed: (address: string) => boolean, signal: AbortSignal): Promise<Response> {
  let address = start;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    if (!isAllowed(address)) fail('address-refused', { params: { address: plain(address) } });
    const response = await fetch(address, { redirect: 'manual', credentials: 'omit', signal });
    const target = response.headers.get('location');
    if (!REDIRECTS.includes(response.status) || target === null) {
      if (response.ok) return response;
      await response.body?.cancel();
      fail('address-answered', {
        params: { address: plain(address), status: response.status },
        retryable: response.status >= 500,
      });
    }
    await response.body?.cancel();
    address = new URL(target, address).href;
  }
  return fail('address-refused', { params: { address: plain(start) } });
}

/** The size is counted as it comes: what a header promises may be wrong, and packed text grows. */
async function readText(response: Response, name: string, limitBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limitBytes) fail('file-too-large', { params: { name, limitMb: limitBytes / 1024 / 1024 } });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

/** A query may carry a key, and a password is nobody's business. */
function plain(address: string): string {
  if (!URL.canParse(address)) return address;
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}
