/** Serves the built renderer under app://: a Request in, a Response out. */
import { readStatic } from '../common/static-files.ts';
import { RESPONSE_HEADERS } from '../common/response-headers.ts';
import { isOwnAddress } from './security-policy.ts';

export function createAppProtocol(rendererFolder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isOwnAddress(request.url) || request.method !== 'GET') return refuse(403);
    const file = await readStatic(rendererFolder, new URL(request.url).pathname);
    if (!file) return refuse(404);
    return new Response(new Uint8Array(file.body), {
      status: 200,
      headers: { ...RESPONSE_HEADERS, 'content-type': file.mediaType },
    });
  };
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: RESPONSE_HEADERS });
}
