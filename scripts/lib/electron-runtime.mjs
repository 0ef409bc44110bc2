// Whether the desktop window can open here: a display, and the Electron runtime (fetched on the first start).
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, say, toolPath } from './process.mjs';

/** Without a byte of progress for this long, the runtime cannot be had. */
const PATIENCE_MS = 10_000;
/** A failed download is not tried again at every start. */
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;
const FAILED_MARK = join(root, 'out', '.electron-unavailable');

export function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** @returns {string | null} path of the installed runtime */
export function findElectron() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? toolPath('electron/dist');
  const mark = toolPath('electron/path.txt');
  const name = existsSync(mark)
    ? readFileSync(mark, 'utf8').trim()
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron';
  const path = join(folder, name);
  return existsSync(path) ? path : null;
}

/**
 * @param {{ insist: boolean }} options insist: try again even if the last download failed a short while ago
 * @returns {Promise<{ path: string } | { reason: string }>}
 */
export async function ensureElectron({ insist }) {
  const present = findElectron();
  if (present) return { path: present };
  if (!insist && failedLately()) return { reason: 'the Electron runtime could not be downloaded at an earlier start' };
  say('Fetching the Electron runtime …');
  const fetched = await download();
  const path = findElectron();
  if (fetched && path) {
    rmSync(FAILED_MARK, { force: true });
    return { path };
  }
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(FAILED_MARK, String(Date.now()));
  return { reason: 'the Electron runtime cannot be downloaded here' };
}

function failedLately() {
  try {
    return Date.now() - Number(readFileSync(FAILED_MARK, 'utf8')) < RETRY_AFTER_MS;
  } catch {
    return false;
  }
}

/** Runs Electron's own installer in a temporary folder of its own, whose growth is the progress. */
function download() {
  const temporary = mkdtempSync(join(tmpdir(), 'offerdeck-electron-'));
  return new Promise((/** @type {(ok: boolean) => void} */ resolve) => {
    const child = spawn(process.execPath, [toolPath('electron/install.js')], {
      cwd: root,
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      stdio: ['ignore', 2, 'ignore'],
    });
    let size = 0;
    let lastProgress = Date.now();
    const watch = setInterval(() => {
      const now = folderSize(temporary);
      if (now !== size) {
        size = now;
        lastProgress = Date.now();
      } else if (Date.now() - lastProgress > PATIENCE_MS) {
        child.kill('SIGKILL');
      }
    }, 500);
    const end = (/** @type {boolean} */ ok) => {
      clearInterval(watch);
      rmSync(temporary, { recursive: true, force: true });
      resolve(ok);
    };
    child.on('error', () => end(false));
    child.on('close', (code) => end(code === 0));
  });
}

/** @param {string} folder */
function folderSize(folder) {
  let total = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    try {
      total += statSync(join(entry.parentPath, entry.name)).size;
    } catch {
      // Moved away between listing and asking: that is progress too.
      total += 1;
    }
  }
  return total;
}
