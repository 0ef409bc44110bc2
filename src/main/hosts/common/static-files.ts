/** Serves the built renderer, and nothing outside its folder. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

export async function readStatic(
  folder: string,
  pathname: string,
): Promise<{ body: Buffer; mediaType: string } | null> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const path = normalize(join(folder, decoded === '/' ? 'index.html' : decoded));
  const mediaType = MEDIA_TYPES[extname(path)];
  if (!path.startsWith(folder + sep) || !mediaType) return null;
  try {
    return { body: await readFile(path), mediaType };
  } catch {
    return null;
  }
}
