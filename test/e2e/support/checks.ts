/** What must hold on every screen: axe finds nothing, and no text has gone missing. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Nothing is gathered about what passes, and no style sheet is loaded again for rules that are off. */
const ONLY_WHAT_FAILS: Parameters<AxeBuilder['options']>[0] = { resultTypes: ['violations'], preload: false };

/** Looked at again for a while: on a busy machine a screen may still be fading in. What stays wrong fails. */
async function expectAccessible(page: Page): Promise<void> {
  await expect(() => lookForViolations(page)).toPass({ timeout: 45_000 });
}

async function lookForViolations(page: Page): Promise<void> {
  await waitForStillness(page);
  // The window is one frame: without the way that asks frames of other origins, which opens a page for each scan.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(ONLY_WHAT_FAILS).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 5).map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 160)}`),
  }));
  expect(found).toEqual([]);
}

/** A colour that is half faded in is no contrast problem: waits for running transitions to end. */
async function waitForStillness(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((animation) => {
      const { iterations } = animation.effect?.getComputedTiming() ?? {};
      return iterations !== Infinity;
    });
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}

/** No "undefined", no "NaN", no raw object, no unfilled placeholder and no message key in what a person reads or hears. */
export async function expectNoMissingTexts(page: Page): Promise<void> {
  const texts = await page.evaluate(() => {
    const attributes = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('script, style, pre, code')) found.push(node.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of attributes) found.push(element.getAttribute(name) ?? '');
    }
    return found.map((text) => text.trim()).filter(Boolean);
  });
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter(isMissing)).toEqual([]);
}

function isMissing(text: string): boolean {
  if (/\bundefined\b|\bNaN\b|\[object |\{\{|\}\}|\bnull\b/.test(text)) return true;
  // A key of the catalogues that has no text shows itself.
  const looksLikeKey = /^([a-z][a-z-]*:)?[a-z][A-Za-z-]*(\.[a-z][A-Za-z-]*)+$/.test(text);
  return looksLikeKey && !/\.(pdf|csv|md|txt|json|com|db)$/.test(text);
}

/** Both, on the screen as it stands. */
export async function expectSoundScreen(page: Page): Promise<void> {
  await expectNoMissingTexts(page);
  await expectAccessible(page);
}
