/** Notifications from end to end: set up a queue, a buyer accepts, the inbox says so and leads to the agreement. */
import { seedId } from '../../src/simulator/seed/ids.ts';
import { expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';
import { acceptOffer } from './support/local-cloud.ts';

const SELLER = 'Lanternfish Software (sample)';
const BUYER_ID = '777788889999';

test('sets up a queue, hears of an acceptance, and counts it', async ({ app, host, page }) => {
  await app.switchAccountByMouse(SELLER);
  await app.openRoute('/inbox');
  await expect(page.getByText('Nothing has come in yet')).toBeVisible();
  await expectSoundScreen(page);
  await page
    .getByRole('link', { name: `Set up the queue of ${SELLER}` })
    .first()
    .click();
  await expect(page.getByText(/6 calls to the account 111122223333/)).toBeVisible();
  await expectSoundScreen(page);
  await page.getByRole('button', { name: 'Set up', exact: true }).click();
  await page.getByRole('button', { name: 'Make the calls' }).click();
  await expect(page.getByText(/Listening, last asked/)).toBeVisible();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('Every rule sends to the queue')).toBeVisible();
  await expectSoundScreen(page);

  await acceptOffer(host.dataFolder, seedId('offer', 'krill contract'), BUYER_ID);
  await expect(page.getByRole('button', { name: /unread notification/ })).toBeVisible();
  await app.openRoute('/inbox');
  const row = page.getByText('Agreement created (as seller)').first();
  await expect(row).toBeVisible();
  await row.click();
  await expect(page.getByRole('dialog')).toContainText(BUYER_ID);
  await page.keyboard.press('Escape');

  await app.openRoute('/dashboards');
  await expect(app.heading('Dashboard')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Freshness of the figures' })).toBeVisible();
  await expectSoundScreen(page);
});
