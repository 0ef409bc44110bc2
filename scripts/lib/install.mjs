// Installs the pinned packages when they are missing or differ from the lockfile; nothing is touched otherwise.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from './process.mjs';

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Whether node_modules holds what the lockfile names. Optional packages of other platforms may be absent. */
function isInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    if (!found) return Boolean(entry.optional || entry.devOptional);
    return found.version === entry.version;
  });
}

export async function ensureInstalled() {
  if (isInstalled()) return;
  say('Installing packages (npm ci) …');
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'];
  const code = npm
    ? await run(process.execPath, [npm, ...args], { stdout: 'stderr' })
    : await run('npm', args, { stdout: 'stderr', shell: process.platform === 'win32' });
  if (code !== 0) {
    say('npm ci failed; its messages are above. Check the connection to your npm registry and run the command again.');
    process.exit(code);
  }
}
