/** What everybody buys: a free trial is changed with a confirmation that names the product, and a new one starts from a product. */
import { expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';

const SELLER = 'Lanternfish Software (sample)';

test('a public free trial gets longer for everybody, and a new one is begun', async ({ app, page }) => {
  await app.switchAccountByMouse(SELLER);
  await page.getByRole('button', { name: 'Read from AWS' }).first().click();
  await expect(page.getByText(/^As of /)).toBeVisible();
  await app.openRoute('/offers?public=only');
  await page.getByRole('link', { name: 'Tidepool free trial' }).click();
  await expect(page.getByText('Public free trial', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Change the public offer' }).click();
  await expect(page.getByText(/You are changing the public offer of Lanternfish Tidepool/)).toBeVisible();
  await expect(page.getByRole('button', { name: /Service length/ })).toHaveCount(0);
  await page.getByRole('button', { name: /Length and quantities/ }).click();
  await page.getByRole('textbox', { name: 'Days without paying' }).fill('21');
  await expectSoundScreen(page);
  await page.getByRole('button', { name: /Review and create/ }).click();
  const changes = page.getByRole('table', { name: 'What changes for everybody' });
  await expect(changes).toContainText('Length of the free trial');
  await expect(changes).toContainText('21 days');
  await expectSoundScreen(page);
  await page.getByRole('button', { name: 'Change public offer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Change public offer' }).click();
  await expect(dialog.getByText('Confirm the product first.')).toBeVisible();
  await dialog.getByRole('checkbox', { name: /for everybody who buys Lanternfish Tidepool/ }).check();
  await dialog.getByRole('button', { name: 'Change public offer' }).click();
  await expect(
    page
      .getByText('AWS has exactly what you meant.')
      .or(page.getByText(/Read back/))
      .first(),
  ).toBeVisible();

  await app.openRoute('/products');
  await page.getByRole('link', { name: /Driftmeter/ }).click();
  await page.getByRole('button', { name: 'New free trial' }).click();
  await expect(page.getByText(/This is a public offer: it is for everybody/)).toBeVisible();
  await expect(page.getByText('SaaS public free trial')).toBeVisible();
});
