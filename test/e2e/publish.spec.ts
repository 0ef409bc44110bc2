/** The main job, from an empty window to the offer's address in the clipboard, for each kind of product. */
import { makePdf } from '../support/pdf.ts';
import { expect, test } from './support/fixture.ts';
import { BUYER_ID, WizardPage } from './support/wizard-page.ts';

test('a SaaS contract paid in twelve installments, with a custom EULA', async ({ app, page }) => {
  test.slow();
  const wizard = new WizardPage(app, { scanned: true });
  await wizard.start();
  await wizard.chooseProduct('Lanternfish Atlas Insights');
  await page.getByRole('checkbox', { name: /Enable fixed units/ }).check();
  await wizard.addBuyer(BUYER_ID);
  await wizard.next('Offer details');
  await wizard.field('Offer name').fill('Atlas for Example Retail 2027');
  await wizard.describe('deal 4711');
  await wizard.next('Service length');
  await wizard.button('12 months').click();
  await wizard.next('Dimensions and prices');
  await wizard.field('Quantity: Named users').fill('25');
  await wizard.field('Quantity: Connected sites').fill('3');
  await wizard.next('Payment schedule');
  await wizard.field('Payment amount (USD)').fill('100000');
  await wizard.button('Generate schedule').click();
  await expect(wizard.field('Amount of payment 1')).toHaveValue('8333.37');
  await expect(wizard.field('Amount of payment 12')).toHaveValue('8333.33');
  await expect(page.getByText('Equals the payment amount')).toBeVisible();
  await wizard.next('EULA');
  await page.getByRole('radio', { name: 'Custom EULA' }).check();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'example-terms.pdf', mimeType: 'application/pdf', buffer: makePdf() });
  await expect(page.getByText(/example-terms\.pdf .* is kept with this draft/)).toBeVisible();
  await wizard.next('Expiration and renewal');
  await wizard.closeTerms();
  await wizard.next('Further terms');
  await wizard.next('Review and create');
  const offerId = await wizard.publish();
  expect(await wizard.copyUrl()).toMatch(
    new RegExp(`^https://aws\\.amazon\\.com/marketplace/.*productId=prod-[a-z0-9]+&offerId=${offerId}$`),
  );
});

test('a SaaS subscription at eight decimals', async ({ app, page }) => {
  const wizard = new WizardPage(app);
  await wizard.start();
  await wizard.chooseProduct('Lanternfish Driftmeter');
  await wizard.addBuyer(BUYER_ID);
  await wizard.next('Offer details');
  await wizard.describe('pay as you go');
  await wizard.next('Service length');
  await wizard.button('365 days').click();
  await wizard.next('Dimensions and prices');
  await wizard.button('Fill many').click();
  await wizard.field('Value').fill('0.00000125');
  await page.getByRole('button', { name: /^Fill \d+ rows?$/ }).click();
  await wizard.next('EULA');
  await wizard.next('Expiration and renewal');
  await wizard.closeTerms();
  await wizard.next('Further terms');
  await wizard.next('Review and create');
  await expect(page.getByText('$0.00000125').first()).toBeVisible();
  const offerId = await wizard.publish();
  expect(await wizard.copyUrl()).toContain(`offerId=${offerId}`);
});

test('an AMI by the hour and by the year, its prices pasted from a spreadsheet', async ({ app, page }) => {
  const wizard = new WizardPage(app);
  await wizard.start();
  await wizard.chooseProduct('Lanternfish Moorings Database AMI');
  await page.getByRole('radio', { name: 'AMI hourly and annual' }).check();
  await wizard.addBuyer(BUYER_ID);
  await wizard.next('Offer details');
  await wizard.describe('database images');
  await wizard.next('Service length');
  await wizard.field('Service length').fill('730');
  await wizard.next('Dimensions and prices');
  await pasteColumn(wizard, 0, '9.5\n18\n36\n54');
  await pasteColumn(wizard, 1, 'Key\tPrice\nm5.large\t0.02\nt3.medium\t0.01\nc5.2xlarge\t0.06\nm5.xlarge\t0.04');
  await wizard.next('Payment schedule');
  await wizard.next('EULA');
  await wizard.next('Expiration and renewal');
  await wizard.closeTerms();
  await wizard.next('Further terms');
  await wizard.next('Review and create');
  const offerId = await wizard.publish();
  expect(await wizard.copyUrl()).toContain(`offerId=${offerId}`);
});

async function pasteColumn(wizard: WizardPage, table: number, text: string): Promise<void> {
  await wizard.button('Paste a column').nth(table).click();
  await wizard.field('Values').fill(text);
  await wizard.page.getByRole('button', { name: /^Fill in \d+ values?$/ }).click();
}

test('a container contract as a draft at AWS first, compared, then released', async ({ app, page }) => {
  test.slow();
  const wizard = new WizardPage(app, { scanned: true });
  await wizard.start();
  await wizard.chooseProduct('Lanternfish Krill Gateway');
  await wizard.addBuyer(BUYER_ID);
  await wizard.next('Offer details');
  await wizard.describe('gateway');
  await wizard.next('Service length');
  await wizard.next('Dimensions and prices');
  await wizard.field(/Requests per hour/).fill('0.125');
  await wizard.field(/Clusters/).fill('1200');
  await wizard.next('Payment schedule');
  await wizard.next('EULA');
  await wizard.next('Expiration and renewal');
  await wizard.closeTerms();
  await wizard.next('Further terms');
  await wizard.next('Review and create');
  await wizard.button('Create as draft at AWS').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create as draft at AWS' }).click();
  const draftId = await wizard.waitForOffer('The offer stands as a draft at AWS');
  await wizard.button('Create offer').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(BUYER_ID)).toBeVisible();
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await dialog.getByRole('button', { name: 'Publish offer' }).click();
  expect(await wizard.waitForOffer('The offer is released')).toBe(draftId);
  expect(await wizard.copyUrl()).toContain(`offerId=${draftId}`);
});
