// `npm run dev`: rebuilds on change. With the Electron runtime: its window with hot reload; else the browser host, restarted.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { watchAncestors } from './lib/ancestors.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { findElectron, hasDisplay } from './lib/electron-runtime.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { findNode24 } from './lib/node24.mjs';
import { root, say, toolEnvironment, toolPath } from './lib/process.mjs';

await ensureInstalled();
const node24 = findNode24();
const env = toolEnvironment(node24);
const electronVite = toolPath('electron-vite/bin/electron-vite.js');

/** @type {import('node:child_process').ChildProcess[]} */
const children = [];
/** @param {string[]} args */
const start = (args) => children.push(spawn(node24, args, { cwd: root, env, stdio: 'inherit' }));

if (findElectron() && hasDisplay()) {
  start([electronVite, 'dev', '--watch']);
} else {
  say(
    'No Electron runtime or display: developing with the browser host. Reload the page after a change of the renderer.',
  );
  await ensureBuilt(node24);
  start([electronVite, 'build', '--watch', '--logLevel', 'warn']);
  start([
    '--watch-path',
    join(root, 'out/main'),
    join(root, 'out/main/browser.js'),
    '--practice',
    ...process.argv.slice(2),
  ]);
}

const end = () => {
  for (const child of children) child.kill('SIGTERM');
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
watchAncestors(end);
for (const child of children) child.on('close', end);
