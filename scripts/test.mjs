// `npm test`: lint, types, structure, unit, contract, integration and browser journeys. Last line: N passed, N failed, N skipped.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { findNode24 } from './lib/node24.mjs';
import { root, run, say, toolEnvironment, toolPath } from './lib/process.mjs';

await ensureInstalled();
const node24 = findNode24();
const temporary = mkdtempSync(join(tmpdir(), 'offerdeck-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const failures = [];

/**
 * One check that passes or fails as a whole. What it says comes in one piece at its end, as two run side by side.
 * @param {string} name
 * @param {string[]} args
 */
async function check(name, args) {
  let output = '';
  const code = await run(node24, args, { env: toolEnvironment(node24), collect: (text) => void (output += text) });
  say(`\n== ${name}\n${output}`);
  if (code === 0) total.passed += 1;
  else {
    total.failed += 1;
    failures.push(name);
  }
}

/**
 * A test runner that writes its counts to the file it is given.
 * @param {string} name
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function suite(name, args, env = {}) {
  say(`\n== ${name}`);
  const file = join(temporary, `${name.replaceAll(' ', '-')}.json`);
  const code = await run(node24, args, { env: { ...toolEnvironment(node24), ...env, OFFERDECK_TEST_COUNTS: file } });
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (counts.failed > 0) failures.push(name);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}

const runner = join(root, 'scripts/run.mjs');
// Each of them works on one core alone.
await Promise.all([check('lint and structure', [runner, 'lint']), check('types', [runner, 'typecheck'])]);
await ensureBuilt(node24);
const reporters = ['--reporter=dot', `--reporter=${join(root, 'scripts/lib/vitest-summary.mjs')}`];
await suite('unit contract and integration tests', [toolPath('vitest/vitest.mjs'), 'run', ...reporters]);

const chromium = await ensureChromium(node24);
if (chromium) {
  await suite(
    'browser journeys',
    [
      toolPath('@playwright/test/cli.js'),
      'test',
      `--reporter=line,${join(root, 'scripts/lib/playwright-summary.mjs')}`,
    ],
    { OFFERDECK_CHROMIUM: chromium },
  );
} else {
  say(
    'browser journeys: no Chromium was found and none could be installed. Install Chromium or Chrome, or name one in OFFERDECK_CHROMIUM.',
  );
  total.failed += 1;
  failures.push('browser journeys');
}

rmSync(temporary, { recursive: true, force: true });
if (failures.length > 0) console.log(`\nfailed: ${failures.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
