/** From a reload to the first usable screen, the list of offers with its rows, against an empty Cloudscape page. */
import type { Page } from '@playwright/test';
import { withApp, withBrowser } from './browser.ts';
import { serveEmptyPage } from './empty-page.ts';
import type { Bench, BenchRow } from './bench.ts';
import { compare, type Pair } from './compare.ts';

const OFFERS = 5000;
const WARM_UPS = 2;
const RUNS = 11;
/** The rows are links to offers, and the filter beside them takes text. */
const USABLE_LIST = 'body:has(input[type="search"]:enabled) tbody tr a[href*="/offers/"]';
const EMPTY_TABLE = 'main table tbody';

declare global {
  interface Window {
    /** When the awaited element had been painted, in milliseconds since the navigation began. */
    benchShownMs?: number;
  }
}

export const firstScreenBench: Bench = {
  name: 'first-screen',
  title: `reload with nothing cached, ${OFFERS} offers in the copy`,
  run: measureFirstScreen,
};

function measureFirstScreen(): Promise<BenchRow[]> {
  return withBrowser((browser) =>
    withApp(OFFERS, async (url) => {
      const emptyPage = await serveEmptyPage();
      try {
        const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
        const empty = await openPage(await context.newPage(), emptyPage.url, EMPTY_TABLE);
        const app = await openPage(await context.newPage(), url, USABLE_LIST);
        const pairs: Pair[] = [];
        for (let run = 0; run < WARM_UPS + RUNS; run += 1) {
          const pair = { baselineMs: await reload(empty), measuredMs: await reload(app) };
          if (run >= WARM_UPS) pairs.push(pair);
        }
        return [
          compare({
            what: 'list of offers usable',
            baseline: 'an empty AppLayout and Table',
            pairs,
          }),
        ];
      } finally {
        await emptyPage.close();
      }
    }),
  );
}

async function openPage(page: Page, url: string, selector: string): Promise<Page> {
  await page.addInitScript(noteWhenShown, selector);
  await page.goto(url);
  await shownMs(page);
  return page;
}

async function reload(page: Page): Promise<number> {
  await page.bringToFront();
  await page.reload({ waitUntil: 'commit' });
  return shownMs(page);
}

async function shownMs(page: Page): Promise<number> {
  const shown = await page.waitForFunction(() => window.benchShownMs);
  return (await shown.jsonValue()) ?? Number.NaN;
}

/** Runs in the page before its own scripts. */
function noteWhenShown(selector: string): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      // A task after the frame's callbacks runs when the frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (window.benchShownMs = performance.now());
      port2.postMessage(null);
    });
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });
}
