// Finds a Chromium for the browser journeys: Playwright's own, the system's, or installs one.
import { existsSync } from 'node:fs';
import { run, say, toolPath } from './process.mjs';

/** Where systems keep theirs. */
export const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {Promise<string | null>} */
export async function findChromium() {
  const named = process.env['OFFERDECK_CHROMIUM'];
  if (named) return existsSync(named) ? named : null;
  const { chromium } = await import('playwright');
  const own = chromium.executablePath();
  return [own, ...SYSTEM_PATHS].find((path) => path && existsSync(path)) ?? null;
}

/**
 * @param {string} node24
 * @returns {Promise<string | null>} null when none can be had here
 */
export async function ensureChromium(node24) {
  const found = await findChromium();
  if (found) return found;
  say('Installing Chromium for the browser journeys …');
  await run(node24, [toolPath('playwright/cli.js'), 'install', 'chromium'], { stdout: 'stderr' });
  const downloaded = await findChromium();
  if (downloaded) return downloaded;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Playwright’s own could not be downloaded; trying Debian’s package …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { stdout: 'stderr', env });
    await run('apt-get', ['install', '-q', '-y', 'chromium'], { stdout: 'stderr', env });
  }
  return findChromium();
}
