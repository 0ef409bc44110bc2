/** The life of an offer after it was published: a later date, a cancellation, a clone with its EULA, a draft out of sight. */
import { expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';

const SELLER = 'Lanternfish Software (sample)';
const SELLER_ID = '111122223333';

test('an expired offer is extended, and cancelled again', async ({ app, page }) => {
  await app.switchAccountByMouse(SELLER);
  await page.getByRole('button', { name: 'Read from AWS' }).first().click();
  await expect(page.getByText(/^As of /)).toBeVisible();

  await page.getByRole('link', { name: 'Oddwater Atlas spring offer' }).click();
  await expect(app.heading('Oddwater Atlas spring offer')).toBeVisible();
  const menu = page.getByRole('button', { name: 'Actions', exact: true });
  await menu.click();
  await expect(page.getByRole('menuitem', { name: /Cancel offer/ })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('menuitem', { name: 'Modify expiration' }).click();
  const expiry = page.getByRole('dialog', { name: 'Modify the offer’s expiration' });
  await expect(expiry.getByText('This is the expiration date that the offer has now.')).toBeVisible();
  const later = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await expiry.getByRole('textbox', { name: 'Last day to accept' }).fill(later);
  await expect(expiry.getByText(/buyers can accept it again/)).toBeVisible();
  await expect(expiry).toContainText(SELLER_ID);
  await expectSoundScreen(page);
  await expiry.getByRole('button', { name: 'Modify expiration' }).click();
  await expect(expiry).toBeHidden();
  await expect(page.getByText('Read back from AWS: everything is as it was meant.')).toBeVisible();

  await menu.click();
  await page.getByRole('menuitem', { name: 'Cancel offer' }).click();
  const cancel = page.getByRole('dialog', { name: 'Cancel this offer?' });
  await expect(cancel.getByText(/Customers who have accepted stay subscribed/)).toBeVisible();
  await cancel.getByRole('button', { name: 'Cancel offer' }).click();
  await expect(page.getByText('Read back from AWS: everything is as it was meant.')).toHaveCount(2);
  await expect(page.getByText('Expired', { exact: true })).toBeVisible();
});

test('a clone carries its EULA along; a draft at AWS goes out of sight', async ({ app, page }) => {
  await app.switchAccountByMouse(SELLER);
  await page.getByRole('button', { name: 'Read from AWS' }).first().click();
  await expect(page.getByText(/^As of /)).toBeVisible();
  await page.getByRole('link', { name: 'Cell Planner enterprise' }).click();
  await page.getByRole('button', { name: 'Clone' }).click();
  const clone = page.getByRole('dialog', { name: 'Clone this offer' });
  await expectSoundScreen(page);
  await clone.getByRole('button', { name: 'Clone offer' }).click();
  await expect(app.flash(/The custom EULA was copied from AWS/)).toBeVisible();

  await app.openRoute('/offers?state=draft');
  await page.getByRole('link', { name: 'Oddwater 2-year Harbor proposal' }).click();
  await page.getByRole('button', { name: 'Actions', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Hide on this machine' }).click();
  await expect(app.flash(/Hidden on this machine/)).toBeVisible();
  await app.openRoute('/offers?state=draft&hidden=yes');
  await expect(page.getByRole('link', { name: 'Oddwater 2-year Harbor proposal' })).toBeVisible();
  await app.openRoute('/offers?state=draft');
  await expect(page.getByRole('link', { name: 'Oddwater 2-year Harbor proposal' })).toBeHidden();
});
