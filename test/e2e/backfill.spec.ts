/** A backfill as a person runs it: counted first, read on a word, its result row by row, and the list it fills. */
import { expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';

test('counts the opportunities of an account, reads them and finds them in the list', async ({ app, page }) => {
  await app.switchAccountByMouse('Lanternfish Software (sample)');
  await app.goTo('Opportunities');
  await page.getByRole('button', { name: 'Backfill' }).click();
  await expect(page.getByRole('heading', { name: 'Before it starts' })).toBeVisible();
  await expect(page.getByText('111122223333').first()).toBeVisible();
  await expectSoundScreen(page);

  // By keyboard: the mode is chosen with the arrows, the count started with Enter.
  await page.getByRole('radio', { name: /^All opportunities/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Only those already here/ })).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await page.getByRole('button', { name: 'Count first' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Counted: nothing has been read yet')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('180 opportunities would be read, two calls each.')).toBeVisible();

  await page.getByRole('button', { name: 'Read these' }).click();
  await expect(page.getByText('180 of 180 read').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Another backfill' })).toBeVisible();
  await expectSoundScreen(page);
  await app.goTo('Opportunities');
  await expect(app.heading(/\(180\)/)).toBeVisible();
});
