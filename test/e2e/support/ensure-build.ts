/** Builds the app before the journeys when the build is missing or older than the source. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const BUILT = ['out/main/browser.js', 'out/main/simulator.js', 'out/renderer/index.html'];

function newestIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

export default function ensureBuild(): void {
  const files = BUILT.map((path) => join(root, path));
  const isFresh =
    files.every((path) => existsSync(path)) &&
    Math.min(...files.map((path) => statSync(path).mtimeMs)) >= newestIn(join(root, 'src'));
  if (isFresh) return;
  execFileSync(process.execPath, [join(root, 'scripts/run.mjs'), 'build'], { cwd: root, stdio: 'inherit' });
}
