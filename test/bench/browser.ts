/** The browser of the benches, and the built app behind it with offers to show. */
import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import ensureBuild from '../e2e/support/ensure-build.ts';
import { removeDataFolder, startHost } from '../e2e/support/host.ts';
import { seedOffers } from './seed-offers.ts';

export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('No Chromium found: run `npm test` once, or name one in OFFERDECK_CHROMIUM.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** `work` gets the address that signs one window in. */
export async function withApp<T>(offers: number, work: (url: string) => Promise<T>): Promise<T> {
  ensureBuild();
  const host = await startHost({ speed: 1 });
  try {
    seedOffers(host.dataFolder, offers);
    return await work(host.url);
  } finally {
    await host.stop();
    await removeDataFolder(host.dataFolder);
  }
}
