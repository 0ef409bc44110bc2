/** Agreements as a person finds them: read from AWS, look at one, see what comes up, start an amendment. */
import { expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';

const SELLER = 'Lanternfish Software (sample)';

test('reads agreements, opens one and amends it in the wizard', async ({ app, page }) => {
  await app.switchAccountByMouse(SELLER);
  await app.goTo('Agreements');
  await expect(page.getByText('No agreements here yet')).toBeVisible();
  await expectSoundScreen(page);
  await page.getByRole('button', { name: 'Read from AWS' }).first().click();
  const first = page.getByRole('link', { name: /^agmt-/ }).first();
  await expect(first).toBeVisible();
  await expectSoundScreen(page);

  await app.goTo('Renewal radar');
  await page.getByRole('button', { name: 'Calendar' }).click();
  await expect(page.getByRole('gridcell', { selected: true })).toBeVisible();
  await expectSoundScreen(page);

  await app.openRoute('/agreements?status=ACTIVE');
  await first.click();
  await expect(page.getByText('Accepted terms')).toBeVisible();
  await expectSoundScreen(page);
  const amend = page.getByRole('button', { name: 'Create agreement-based offer' });
  await expect(amend).toBeVisible();
});
