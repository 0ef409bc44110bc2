// Builds main, preload and renderer when a source has changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say, toolEnvironment, toolPath } from './process.mjs';

const STAMP = join(root, 'out', '.stamp');

/** @param {string} folder @returns {string[]} */
function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function hashSources() {
  const hash = createHash('sha256');
  for (const file of [
    ...listFiles(join(root, 'src')),
    join(root, 'electron.vite.config.ts'),
    join(root, 'package-lock.json'),
  ]) {
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** @param {string} node24 */
export async function ensureBuilt(node24) {
  const wanted = hashSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  say('Building …');
  const code = await run(node24, [toolPath('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'], {
    env: toolEnvironment(node24),
    stdout: 'stderr',
  });
  if (code !== 0) {
    say('The build failed; its messages are above.');
    process.exit(code);
  }
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(STAMP, wanted);
}
