/** Opportunities as a person finds them: read from Partner Central, narrowed, opened. */
import { expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';

const SELLER = 'Lanternfish Software (sample)';

test('reads opportunities, finds one that waits for a correction and opens it', async ({ app, page }) => {
  await app.switchAccountByMouse(SELLER);
  await app.goTo('Opportunities');
  await expect(page.getByText('No opportunities here yet')).toBeVisible();
  await page.getByRole('button', { name: 'Read from AWS' }).first().click();
  await expect(app.heading(/\(\d{3}\)/)).toBeVisible({ timeout: 30_000 });

  await app.openRoute('/opportunities?review=Action+Required');
  await expect(app.heading(/\(\d{3}\)/)).toBeHidden();
  await expectSoundScreen(page);
  await page.getByRole('row').nth(1).getByRole('link').click();
  await expect(page.getByText('Review: Action Required')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'AWS’s view' })).toBeVisible();
  await expectSoundScreen(page);
});
