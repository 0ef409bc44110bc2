/** Finds a Chromium: one named by hand, Playwright's own, else the system's. */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** null: Playwright's own, or none at all, which Playwright then says itself. */
export function findChromium(): string | null {
  const named = process.env['OFFERDECK_CHROMIUM'];
  if (named) return named;
  if (existsSync(chromium.executablePath())) return null;
  return SYSTEM.find((path) => existsSync(path)) ?? null;
}
