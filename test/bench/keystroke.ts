/** From a key in the text filter of the list of offers to what it paints, with 10,000 offers against 100. */
import type { Browser, Page } from '@playwright/test';
import { withApp, withBrowser } from './browser.ts';
import type { Bench, BenchRow } from './bench.ts';
import { compare } from './compare.ts';
import { LETTERS } from './seed-offers.ts';

const FEW = 100;
const MANY = 10_000;

interface Keystroke {
  /** From the key to its character on the screen. */
  readonly characterMs: number;
  /** From the list's request, sent when the typing pauses, to the filtered rows on the screen. */
  readonly listMs: number;
}

interface List {
  readonly page: Page;
  readonly total: number;
}

declare global {
  interface Window {
    benchKeystroke?: Promise<Keystroke>;
  }
}

export const keystrokeBench: Bench = {
  name: 'keystroke',
  title: 'text filter of a list of 10,000 offers; one half is found, a page of 50 is shown',
  run: measureKeystrokes,
};

function measureKeystrokes(): Promise<BenchRow[]> {
  return withBrowser((browser) =>
    withApp(FEW, (fewUrl) =>
      withApp(MANY, async (manyUrl) => {
        const few = await openList(browser, fewUrl, FEW);
        const many = await openList(browser, manyUrl, MANY);
        const pairs: { few: Keystroke; many: Keystroke }[] = [];
        for (const letter of LETTERS)
          pairs.push({ few: await typeInto(few, letter), many: await typeInto(many, letter) });
        // The first one warms up.
        return toRows(pairs.slice(1));
      }),
    ),
  );
}

function toRows(pairs: readonly { few: Keystroke; many: Keystroke }[]): BenchRow[] {
  const row = (what: string, part: keyof Keystroke) =>
    compare({
      what,
      baseline: 'a list of 100',
      pairs: pairs.map(({ few, many }) => ({ baselineMs: few[part], measuredMs: many[part] })),
    });
  return [
    row('key in the filter to its character painted', 'characterMs'),
    row('end of the typing pause to the filtered list painted', 'listMs'),
  ];
}

async function openList(browser: Browser, url: string, total: number): Promise<List> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('heading', { level: 1, name: counter(total) }).waitFor();
  return { page, total };
}

/** Types one letter into the empty filter. Each letter once, so that no answer is in the page's cache. */
async function typeInto({ page, total }: List, letter: string): Promise<Keystroke> {
  await page.bringToFront();
  const input = page.getByRole('searchbox').first();
  await input.focus();
  await page.evaluate(armKeystroke, counter(total / 2));
  await page.keyboard.press(letter);
  const keystroke = await page.evaluate(() => window.benchKeystroke);
  if (!keystroke) throw new Error('no keystroke was measured');
  await input.fill('');
  await page.getByRole('heading', { level: 1, name: counter(total) }).waitFor();
  return keystroke;
}

/** As the list's header shows it. */
function counter(total: number): string {
  return `(${total.toLocaleString('en-US')})`;
}

/** Runs in the page: makes ready for one key. */
function armKeystroke(expectedCounter: string): void {
  const painted = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        // A task after the frame's callbacks runs when the frame has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });
  const character = new Promise<number>((resolve) => {
    const onKey = (key: KeyboardEvent) => {
      const onInput = () => void painted().then((at) => resolve(at - key.timeStamp));
      document.addEventListener('input', onInput, { once: true });
    };
    document.addEventListener('keydown', onKey, { once: true, capture: true });
  });
  const send = window.fetch;
  const asked = new Promise<number>((resolve) => {
    window.fetch = (...request) => {
      if (String(request[0]).endsWith('/offers.list')) {
        window.fetch = send;
        resolve(performance.now());
      }
      return send(...request);
    };
  });
  const listed = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('h1')?.textContent?.includes(expectedCounter)) return;
      observer.disconnect();
      void painted().then(resolve);
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  window.benchKeystroke = Promise.all([character, asked, listed]).then(([characterMs, askedAt, listedAt]) => ({
    characterMs,
    listMs: listedAt - askedAt,
  }));
}
