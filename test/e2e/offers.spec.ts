/** Products and offers as a person finds them: read from AWS, look through, export, publish a draft that stands at AWS. */
import { readFile } from 'node:fs/promises';
import { expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';

const SELLER = 'Lanternfish Software (sample)';
const SELLER_ID = '111122223333';

test('reads products and looks at one', async ({ app, page }) => {
  await app.switchAccountByMouse(SELLER);
  await app.goTo('Products');
  await expect(page.getByText('No products here yet')).toBeVisible();
  await expectSoundScreen(page);
  await page.getByRole('button', { name: 'Read from AWS' }).first().click();
  const row = page.getByRole('link', { name: 'Lanternfish Harbor Analytics' });
  await expect(row).toBeVisible();
  await expectSoundScreen(page);
  await row.click();
  await expect(app.heading('Lanternfish Harbor Analytics')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Dimensions' })).toBeVisible();
  await expectSoundScreen(page);
});

test('reads offers, filters them, and looks at one with a payment schedule', async ({ app, page }) => {
  await app.switchAccountByMouse(SELLER);
  await expect(page.getByText('No offers here yet')).toBeVisible();
  await page.getByRole('button', { name: 'Read from AWS' }).first().click();
  await expect(page.getByText(/^As of /)).toBeVisible();
  await expectSoundScreen(page);

  await page.getByRole('searchbox', { name: /Find by name/ }).fill('no such offer');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filter' }).click();
  const offer = page.getByRole('link', { name: 'Harbor from next season' });
  await expect(offer).toBeVisible();
  await offer.click();
  await expect(app.heading('Harbor from next season')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy URL' })).toBeVisible();
  await expectSoundScreen(page);
  await page.goBack();
  await expect(offer).toBeVisible();
});

test('exports addresses of all accounts as CSV that keeps account ids whole', async ({ app, page }) => {
  await page.getByRole('button', { name: 'Read from AWS' }).first().click();
  await expect(page.getByText(/^As of /)).toBeVisible();
  await page.getByRole('button', { name: 'Export URLs' }).click();
  await expectSoundScreen(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save file' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toContain('"=""012345678901"""');
  expect(text).toContain(`"=""${SELLER_ID}"""`);
  await expect(app.page.getByText(/URLs of \d+ offers have been exported/)).toBeVisible();
});

test('says before it is sent what keeps a draft at AWS from being published', async ({ app, page }) => {
  await app.switchAccountByMouse(SELLER);
  await page.getByRole('button', { name: 'Read from AWS' }).first().click();
  await expect(page.getByText(/^As of /)).toBeVisible();
  await app.openRoute('/offers?state=draft');
  await page.getByRole('link', { name: 'Oddwater 2-year Harbor proposal' }).click();
  await page.getByRole('button', { name: 'Publish this AWS draft' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish this AWS draft?' });
  await expect(dialog).toContainText(SELLER_ID);
  await expect(dialog).toContainText('Enter the expiration date');
  await expect(dialog.getByRole('button', { name: 'Publish offer' })).toBeDisabled();
  await expectSoundScreen(page);
});
