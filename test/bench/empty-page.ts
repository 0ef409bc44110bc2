/** Builds the empty Cloudscape page as the app is built, and serves it on this machine with nothing cached either. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { readStatic } from '../../src/main/hosts/common/static-files.ts';

export async function serveEmptyPage(): Promise<{ url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'offerdeck-bench-'));
  await build({
    root: join(import.meta.dirname, 'empty-page'),
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, minify: true },
  });
  const server = createServer((request, response) => {
    void readStatic(folder, new URL(request.url ?? '/', 'http://127.0.0.1').pathname).then((file) => {
      response.writeHead(file ? 200 : 404, {
        'cache-control': 'no-store',
        'content-type': file?.mediaType ?? 'text/plain',
      });
      response.end(file?.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
