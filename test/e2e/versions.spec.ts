/** Versions side by side, and a draft from a template. */
import { expect, test } from './support/fixture.ts';
import { expectSoundScreen } from './support/checks.ts';
import { BUYER_ID, WizardPage } from './support/wizard-page.ts';

test('a kept state is compared with the draft, and a template starts the next one', async ({ app, page }) => {
  const wizard = new WizardPage(app);
  await wizard.start();
  await wizard.chooseProduct('Lanternfish Atlas Insights');
  await wizard.addBuyer(BUYER_ID);
  await wizard.next('Offer details');
  await wizard.field('Offer name').fill('Before the call');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Keep as it stands now' }).click();
  await page.getByRole('textbox', { name: 'Name of this state' }).fill('First wish');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(app.flash('“First wish” was kept.')).toBeVisible();
  await wizard.field('Offer name').fill('After the call');

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Compare' }).click();
  const row = page.getByRole('table', { name: 'Differences' }).getByRole('row', { name: /Offer name/ });
  await expect(row).toContainText('Before the call');
  await expect(row).toContainText('After the call');
  await expectSoundScreen(page);

  await page.goBack();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Save as template' }).click();
  await page.getByRole('textbox', { name: 'Name of the template' }).fill('Yearly');
  await page.getByRole('textbox', { name: 'Name of the offers to come' }).fill('{{product}} for {{buyer}}');
  await page.getByRole('button', { name: 'Save template' }).click();
  await expect(app.flash('The template “Yearly” was saved.')).toBeVisible();
  await app.openRoute('/templates');
  await expect(page.getByRole('row', { name: /Yearly/ })).toBeVisible();
  await expectSoundScreen(page);
  await page.getByRole('button', { name: 'Start a draft from Yearly' }).click();
  await page.getByRole('textbox', { name: /Buyers/ }).fill('012345678901');
  await page.getByRole('button', { name: 'Start draft' }).click();
  await wizard.next('Offer details');
  await expect(wizard.field('Offer name')).toHaveValue('Lanternfish Atlas Insights for 012345678901');
});
