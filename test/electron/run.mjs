// `npm run test:electron`: the few things that only a real Electron proves. Says so and ends well where there is no binary.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { findElectron, hasDisplay } from '../../scripts/lib/electron-runtime.mjs';
import { root } from '../../scripts/lib/process.mjs';

const executablePath = findElectron();
if (!executablePath || !hasDisplay()) {
  const reason = executablePath
    ? 'there is no display'
    : 'the Electron binary is not installed (node node_modules/electron/install.js fetches it)';
  console.log(`skipped: real Electron: ${reason}`);
  console.log('0 passed, 0 failed, 1 skipped');
  process.exit(0);
}

await ensureBuilt(process.execPath);
const { _electron } = await import('playwright');
const data = mkdtempSync(join(tmpdir(), 'offerdeck-electron-'));
const app = await _electron.launch({ executablePath, args: [root, '--practice', '--data', data] });
const counts = { passed: 0, failed: 0 };

/**
 * @param {string} name
 * @param {() => Promise<boolean>} holds
 */
async function check(name, holds) {
  let ok = false;
  try {
    ok = await holds();
  } catch (error) {
    console.log(String(error));
  }
  counts[ok ? 'passed' : 'failed'] += 1;
  console.log(`${ok ? 'passed' : 'failed'}: ${name}`);
}

const page = await app.firstWindow();
await check('the window is served under app://', async () => page.url().startsWith('app://offerdeck/'));
await check('the app draws itself', async () => {
  await page.locator('#root > *').first().waitFor({ timeout: 30_000 });
  return (await page.title()).includes('Offerdeck');
});
await check('the page has no Node', async () =>
  page.evaluate(() => !('require' in globalThis) && !('process' in globalThis)),
);
await check('the core answers', async () =>
  page.evaluate(async () => {
    const { offerdeck } =
      /** @type {{ offerdeck: { call(id: string, method: string, input: unknown): Promise<{ ok: boolean }> } }} */ (
        /** @type {unknown} */ (globalThis)
      );
    return (await offerdeck.call('1', 'app.info', {})).ok;
  }),
);
await check('safeStorage works or is refused with a reason', async () =>
  app.evaluate(async ({ safeStorage }) => {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return true;
    return (await safeStorage.decryptStringAsync(await safeStorage.encryptStringAsync('x'))).result === 'x';
  }),
);
await app.close();
rmSync(data, { recursive: true, force: true });
console.log(`${counts.passed} passed, ${counts.failed} failed, 0 skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
