// `npm start`: installs, builds and opens Offerdeck; redoes only what changed since the last start.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { watchAncestors } from './lib/ancestors.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureElectron, hasDisplay } from './lib/electron-runtime.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { findNode24 } from './lib/node24.mjs';
import { root, say, toolEnvironment } from './lib/process.mjs';

/** How long the program may take to end before it is ended by force. */
const GRACE_MS = 2700;

/** @param {string} message @returns {never} */
function refuse(message) {
  say(message);
  process.exit(2);
}

function readHost() {
  try {
    const { values } = parseArgs({
      options: {
        host: { type: 'string' },
        practice: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        port: { type: 'string' },
        data: { type: 'string' },
        speed: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    if (values.host !== undefined && values.host !== 'electron' && values.host !== 'browser') {
      return refuse(`--host takes electron or browser, not "${values.host}".`);
    }
    return values.host;
  } catch (error) {
    return refuse(/** @type {Error} */ (error).message);
  }
}

/**
 * @param {string | undefined} asked
 * @returns {Promise<string | null>} path of the Electron runtime, or null for the browser host
 */
async function chooseElectron(asked) {
  if (asked === 'browser') return null;
  if (!hasDisplay()) {
    say('There is no display here: serving Offerdeck through the browser.');
    return null;
  }
  const found = await ensureElectron({ insist: asked === 'electron' });
  if ('path' in found) return found.path;
  say(`No desktop window, ${found.reason}: serving Offerdeck through the browser.`);
  return null;
}

const asked = readHost();
await ensureInstalled();
let node24;
try {
  node24 = findNode24();
} catch (error) {
  refuse(/** @type {Error} */ (error).message);
}
await ensureBuilt(node24);
const electron = await chooseElectron(asked);

const options = process.argv.slice(2);
const child = electron
  ? spawn(electron, [root, ...options], { stdio: 'inherit' })
  : spawn(node24, [join(root, 'out/main/browser.js'), ...options], { stdio: 'inherit', env: toolEnvironment(node24) });

let ending = false;
function end() {
  if (ending) return;
  ending = true;
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
}
process.on('SIGINT', end);
process.on('SIGTERM', end);
process.on('SIGHUP', end);
watchAncestors(end);
child.on('error', (error) => refuse(`Offerdeck could not be started: ${error.message}`));
child.on('close', (code) => process.exit(code ?? (ending ? 0 : 1)));
