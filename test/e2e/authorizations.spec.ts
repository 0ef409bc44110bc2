/** An ISV authorizes a channel partner with flexible payments, finds the authorization in the list, and deactivates it. */
import type { AppPage } from './support/app-page.ts';
import { expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';
import { BUYER_ID, WizardPage } from './support/wizard-page.ts';

/** The channel partner of the sample world. */
const PARTNER = '444455556666';
const NAME = 'Atlas through Bramblegate 2027';

async function startAuthorization(app: AppPage): Promise<WizardPage> {
  const wizard = new WizardPage(app);
  await app.switchAccountByMouse('Lanternfish Software (sample)');
  await app.goTo('Resale authorizations');
  await wizard.button('Authorize a partner').first().click();
  await expect(app.heading('Product and partner')).toBeVisible();
  await wizard.readProducts();
  return wizard;
}

test('fixed units paid in installments, published, read and deactivated', async ({ app, page }) => {
  test.slow();
  const wizard = await startAuthorization(app);
  await wizard.chooseProduct('Lanternfish Atlas Insights');
  await page.getByRole('checkbox', { name: /Enable fixed units/ }).check();
  await wizard.field('Partner accounts').fill(PARTNER);
  await wizard.field(/Buyer accounts/).fill(BUYER_ID === PARTNER ? '777788889999' : BUYER_ID);
  await expectSoundScreen(page);
  await wizard.next('Name and currency');
  await wizard.field('Resale authorization name').fill(NAME);
  await wizard.next('Wholesale prices');
  await wizard.button('12 months').click();
  await wizard.field('Quantity: Named users').fill('25');
  await expectSoundScreen(page);
  await wizard.next('Payment schedule');
  await wizard.field('Payment amount (USD)').fill('30000');
  await wizard.button('Generate schedule').click();
  await wizard.next('Legal terms');
  await expectSoundScreen(page);
  await page.getByRole('radio', { name: 'Reseller Contract for AWS Marketplace' }).check();
  await wizard.next('Validity and renewal');
  await expect(page.getByRole('radio', { name: 'Single use' })).toBeChecked();
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await expectSoundScreen(page);
  await wizard.next('Review');
  await expect(page.getByText('The rules find nothing that stands in the way.')).toBeVisible();
  await expectSoundScreen(page);
  await wizard.button('Create resale authorization').click();
  const dialog = page.getByRole('dialog', { name: 'Authorize this partner?' });
  await expect(dialog).toContainText('111122223333');
  await dialog.getByRole('button', { name: 'Create resale authorization' }).click();
  await page.getByRole('link', { name: 'Open authorization' }).click({ timeout: 60_000 });
  await expect(app.heading(NAME)).toBeVisible();
  await expect(page.getByText('The partner can make offers from it.')).toBeVisible();
  await expect(page.getByText('$30,000.00').first()).toBeVisible();
  await expectSoundScreen(page);

  await wizard.button('Deactivate').click();
  const restrict = page.getByRole('dialog', { name: 'Deactivate this resale authorization?' });
  await restrict.getByRole('button', { name: 'Deactivate for good' }).click();
  await expect(restrict.getByText('Type the name of the authorization').first()).toBeVisible();
  await restrict.getByRole('textbox').fill(NAME);
  await restrict.getByRole('button', { name: 'Deactivate for good' }).click();
  await expect(page.getByText('No new offers from it.', { exact: false })).toBeVisible({ timeout: 60_000 });
  await app.goTo('Resale authorizations');
  await expect(page.getByRole('row', { name: new RegExp(NAME) }).getByText('Deactivated')).toBeVisible();
  await expectSoundScreen(page);
});

test('a discount from the list price gives every wholesale price', async ({ app, page }) => {
  const wizard = await startAuthorization(app);
  await wizard.chooseProduct('Lanternfish Driftmeter');
  await wizard.field('Partner accounts').fill(PARTNER);
  await wizard.next('Name and currency');
  await wizard.field('Resale authorization name').fill('Driftmeter at a discount');
  await wizard.next('Wholesale prices');
  await page.getByRole('radio', { name: 'Discount from list' }).check();
  await wizard.field('Discount').fill('25');
  const table = page.getByRole('table', { name: 'List price, discount, wholesale price' });
  await expect(table.getByText('25 %').first()).toBeVisible();
  await wizard.field('Discount').fill('101');
  await expect(wizard.saved).toBeVisible();
  await page.reload();
  await expect(wizard.field('Discount')).toHaveValue('101');
});
