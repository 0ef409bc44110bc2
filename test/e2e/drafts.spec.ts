/** Nothing typed is lost: a killed host, a reload, another window. */
import { expect, test } from './support/fixture.ts';
import { AppPage } from './support/app-page.ts';
import { startHost } from './support/host.ts';
import { expectSoundScreen } from './support/checks.ts';
import { BUYER_ID, WizardPage } from './support/wizard-page.ts';

test('killing the program while someone types loses nothing that was shown as saved', async ({
  app,
  page,
  host,
  problems,
}) => {
  problems.expect(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED/);
  const wizard = new WizardPage(app);
  await wizard.start();
  await wizard.chooseProduct('Lanternfish Atlas Insights');
  await wizard.addBuyer(BUYER_ID);
  await wizard.next('Offer details');
  await wizard.field('Offer name').fill('');
  await wizard.field('Offer name').pressSequentially('Atlas for Example Retail', { delay: 15 });
  await expect(wizard.saved).toBeVisible();
  await wizard.field('Offer description').pressSequentially('typed until the very end');
  await expect(wizard.saved).toBeVisible();
  await host.stop('SIGKILL');
  await wizard.field('Offer description').pressSequentially(' and after');
  await expect(page.getByText(/Not saved yet/).first()).toBeVisible();

  const again = await startHost({ speed: 200, dataFolder: host.dataFolder });
  const window = await page.context().newPage();
  const second = new AppPage(window);
  await window.goto(again.url);
  await second.waitUntilReady();
  await second.goTo('Drafts');
  await window.getByRole('link', { name: 'Atlas for Example Retail' }).click();
  // Where it was left.
  await expect(second.heading('Offer details')).toBeVisible();
  await expect(window.getByRole('textbox', { name: 'Offer description' })).toHaveValue('typed until the very end');
  await window.close();
  await again.stop();
});

test('a reload comes back to the same field', async ({ app, page }) => {
  const wizard = new WizardPage(app);
  await wizard.start();
  await wizard.chooseProduct('Lanternfish Atlas Insights');
  await page.getByRole('checkbox', { name: /Enable fixed units/ }).check();
  await wizard.addBuyer(BUYER_ID);
  await wizard.open('step=schedule');
  await wizard.field('Payment amount (USD)').fill('1200');
  await wizard.button('Generate schedule').click();
  await expect(wizard.saved).toBeVisible();
  await wizard.open('path=installments.schedule.3.amount');
  await expect(wizard.field('Amount of payment 4')).toBeFocused();
  await page.reload();
  await app.waitUntilReady();
  await expect(wizard.field('Amount of payment 4')).toBeFocused();
  await expect(wizard.field('Amount of payment 4')).toHaveValue('100.00');
});

test('what blocks the offer is one click from its field', async ({ app, page }) => {
  const wizard = new WizardPage(app);
  await wizard.start();
  await wizard.chooseProduct('Lanternfish Atlas Insights');
  await wizard.open('step=review');
  await expect(page.getByText(/errors must be corrected/)).toBeVisible();
  await expectSoundScreen(page);
  await wizard.button('Create offer').click();
  await expect(app.heading(/^Product and buyers/)).toBeVisible();
  await expect(wizard.field('Buyer accounts')).toBeFocused();
  await expectSoundScreen(page);
  await wizard.button('Save and close').click();
  await expect(app.heading(/^Drafts/)).toBeVisible();
  await expect(page.getByRole('link', { name: /^Lanternfish Atlas Insights/ })).toBeVisible();
  await expectSoundScreen(page);
});
