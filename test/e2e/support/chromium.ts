/** Finds a Chromium: one named by hand, Playwright's own, else the system's. */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { SYSTEM_PATHS } from '../../../scripts/lib/chromium.mjs';

/** null: Playwright's own, or none at all, which Playwright then says itself. */
export function findChromium(): string | null {
  const named = process.env['OFFERDECK_CHROMIUM'];
  if (named) return named;
  if (existsSync(chromium.executablePath())) return null;
  return SYSTEM_PATHS.find((path) => existsSync(path)) ?? null;
}
