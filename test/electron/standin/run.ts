/**
 * Runs the built desktop host under the stand-in: `electron` resolves to it, its window is a page of Chromium.
 * Prints one JSON line with the debugging address; answers `inspect` on standard input with what the app told Electron, takes the window
 * from the front at `blur`, and clicks on the newest notification at `click`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';

const standIn = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standIn, shortCircuit: true, format: 'module-typescript' }
      : next(specifier, context),
});

const { useContext } = await import('./window.ts');
const { recorded, ipcMain, protocolHandlers, shown } = await import('./state.ts');

const profile = mkdtempSync(join(tmpdir(), 'offerdeck-standin-'));
process.on('exit', () => rmSync(profile, { recursive: true, force: true }));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env['OFFERDECK_CHROMIUM'] ?? chromium.executablePath(),
  args: [
    '--no-sandbox',
    '--remote-debugging-port=0',
    '--disable-background-networking',
    '--no-first-run',
    // As app:// is: the page needs what browsers keep for secure origins.
    '--unsafely-treat-insecure-origin-as-secure=http://offerdeck.test',
  ],
});
useContext(Promise.resolve(context));
const port = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];

createInterface({ input: process.stdin }).on('line', (line) => {
  if (line === 'blur') recorded.inFront = false;
  if (line === 'click') shown.at(-1)?.emit('click');
  if (line === 'inspect') {
    const { app: _app, permissionRequest: _request, permissionCheck: _check, ...plain } = recorded;
    const answer = { ...plain, channels: [...ipcMain.handlers.keys()], schemes: [...protocolHandlers.keys()] };
    process.stdout.write(`${JSON.stringify({ inspected: answer })}\n`);
  }
});

// The way a user starts it: `electron <folder> --practice …`.
process.argv = [process.execPath, '.', ...process.argv.slice(2)];
await import(new URL('../../../out/main/index.js', import.meta.url).href);
process.stdout.write(`${JSON.stringify({ debugging: `http://127.0.0.1:${port}` })}\n`);
