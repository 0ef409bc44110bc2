/** Solutions and AWS products by their names: read, found beside an opportunity, and taken away from its page. */
import { expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';

const PRODUCTS = JSON.stringify([
  { Identifier: 'AmazonExample', Name: 'Amazon Example Service', Family: 'Compute' },
  { Identifier: 'AWSSampleStore', Name: 'AWS Sample Store', Family: 'Storage' },
]);

test('a solution leads to its opportunities, and an AWS product is chosen by name from a list taken from disk', async ({
  app,
  page,
}) => {
  await app.switchAccountByMouse('Lanternfish Software (sample)');
  await app.openRoute('/solutions');
  await expect(app.heading(/^Solutions/)).toBeVisible();
  await page.getByRole('button', { name: 'Read from AWS' }).first().click();
  await expect(page.getByRole('link', { name: /^Lanternfish/ }).first()).toBeVisible({ timeout: 15_000 });
  await page.getByRole('searchbox', { name: 'Find by name, ID or category' }).fill('Lanternfish Log Search Essentials');
  await expect(page.getByRole('row')).toHaveCount(6);
  await expectSoundScreen(page);
  await page.getByRole('link', { name: 'Lanternfish Log Search Essentials', exact: true }).click();
  await expect(app.heading('Lanternfish Log Search Essentials')).toBeVisible();

  await app.openRoute('/settings');
  const file = { name: 'products.json', mimeType: 'application/json', buffer: Buffer.from(PRODUCTS) };
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(page.getByText(/2 products, read .* from products.json/)).toBeVisible();

  await app.openRoute('/opportunities/drafts');
  await page.getByRole('button', { name: 'New opportunity' }).first().click();
  await page.getByRole('button', { name: /^AWS products/ }).click();
  await page.getByPlaceholder('Find by name, identifier or description').fill('samplestore');
  await page.getByRole('option', { name: /AWS Sample Store/ }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Take AWS Sample Store away' })).toBeVisible();
  await expectSoundScreen(page);
});
