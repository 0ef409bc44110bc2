/** The sync log as a person reads it: what a job brought, one of its records, the report that leads back to the log. */
import { expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';

const SELLER = 'Lanternfish Software (sample)';

test('follows a job from the log to its records, and a number of a report to its calls', async ({ app, page }) => {
  await app.switchAccountByMouse(SELLER);
  await app.goTo('Offers');
  await page.getByRole('button', { name: 'Read from AWS' }).first().click();
  await expect(app.heading(/\(\d+\)/)).toBeVisible({ timeout: 30_000 });

  await app.openRoute('/history/calls?level=runs');
  await page.getByRole('link', { name: 'Offers synchronised' }).first().click();
  await expect(page.getByRole('table', { name: 'Records' })).toBeVisible();
  await page.getByRole('link', { name: 'Calls of this job' }).click();
  await page.getByRole('link', { name: 'Entities listed: Offers' }).first().click();
  await expect(page.getByText('"EntityType": "Offer"')).toBeVisible();
  await expectSoundScreen(page);

  await app.openRoute('/history/reports');
  const reads = page.getByRole('table', { name: 'From AWS: successes' });
  await reads.getByRole('link').first().click();
  await expect(page.getByRole('link', { name: 'Identity confirmed' }).first()).toBeVisible();
});
