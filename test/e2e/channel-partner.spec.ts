/** A channel partner: the role that sharing needs, an authorization that a seller has shared, an offer from it with a markup. */
import { expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';
import { WizardPage } from './support/wizard-page.ts';

const PARTNER = 'Bramblegate Resale (sample)';
const PARTNER_ID = '444455556666';
const WITHOUT_ROLE = 'Quillmoor Data (sample)';
const AUTHORIZATION = 'Atlas via Bramblegate, standing';
const BUYER = '606060606060';

test('an account without the service-linked role gets it after a look at the call', async ({ app, page }) => {
  await app.switchAccountByMouse(WITHOUT_ROLE);
  await app.openRoute('/channel');
  await expect(app.heading(/^Shared authorizations/)).toBeVisible();
  await expect(page.getByText('The service-linked role for resale is missing in this account')).toBeVisible();
  await page.getByRole('button', { name: 'Create the role' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create the service-linked role?' });
  await expect(dialog).toContainText('012345678901');
  await expect(dialog).toContainText('resale-authorization.marketplace.amazonaws.com');
  await expectSoundScreen(page);
  await dialog.getByRole('button', { name: 'Create the role' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('The service-linked role for resale is missing in this account')).toBeHidden();
});

test('a shared authorization becomes an offer with a markup', async ({ app, page }) => {
  const wizard = new WizardPage(app);
  await app.switchAccountByMouse(PARTNER);
  await app.openRoute('/channel');
  await wizard.button('Refresh').first().click();
  await page.getByRole('link', { name: AUTHORIZATION }).click();
  await expect(page.getByText('Lanternfish', { exact: false }).first()).toBeVisible();
  await expectSoundScreen(page);
  await wizard.button('Create an offer').click();
  await expect(app.heading('Product and buyers')).toBeVisible();
  await expect(page.getByText('Made from a shared authorization')).toBeVisible();
  await wizard.addBuyer(BUYER);
  await wizard.next('Offer details');
  await wizard.describe('deal 4711');
  await wizard.next('Service length');
  await wizard.next('Dimensions and prices');
  await page.getByRole('textbox', { name: 'Markup (%)' }).fill('12.5');
  await expect(page.getByRole('row', { name: /users \(12 months\) \$380\.00 \$427\.50/ })).toBeVisible();
  await expectSoundScreen(page);
  await wizard.next('Expiration and renewal');
  await wizard.next('Further terms');
  await wizard.next('Review and create');
  await wizard.button('Create offer').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(PARTNER_ID);
  await dialog.getByRole('button', { name: 'Create offer' }).click();
  await wizard.waitForOffer('The offer is released');
  await wizard.button('Open the offer').click();
  await expect(page.getByText('12.5%')).toBeVisible();
});
