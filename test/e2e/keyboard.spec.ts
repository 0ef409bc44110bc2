/** A whole offer without touching the mouse. */
import { expect, test } from './support/fixture.ts';
import { BUYER_ID, WizardPage } from './support/wizard-page.ts';
import type { Locator, Page } from '@playwright/test';

/** Tab until the wanted element has the focus; a person would do no other. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluateAll((elements) => elements.includes(document.activeElement as never))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${String(wanted)}`);
}

async function press(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

async function type(page: Page, wanted: Locator, text: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

test('a SaaS subscription with the keyboard alone', async ({ app, page }) => {
  const wizard = new WizardPage(app);
  const next = async (step: string) => {
    await press(page, wizard.button('Next'));
    await expect(app.heading(step)).toBeVisible();
  };
  await app.switchAccountByKeyboard('lantern');
  await press(page, app.navigation.getByRole('link', { name: 'Drafts', exact: true }));
  await expect(app.heading(/^Drafts/)).toBeVisible();
  await press(page, wizard.button('New private offer').first());
  await expect(app.heading('Product and buyers')).toBeVisible();
  await press(page, wizard.button('Refresh products'));
  await expect(wizard.button('Refresh products')).toBeHidden();
  await press(page, wizard.button(/^Product /));
  await page.keyboard.type('Driftmeter');
  await expect(page.getByRole('option', { name: /prod-/ })).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(wizard.button(/^Product /)).toContainText('Driftmeter');
  await type(page, wizard.field('Buyer accounts'), BUYER_ID);
  await expect(wizard.button(`Remove buyer ${BUYER_ID}`)).toBeVisible();
  await next('Offer details');
  await type(page, wizard.field('Offer description'), 'by keyboard');
  await next('Service length');
  await type(page, wizard.field('Service length'), '90');
  await next('Dimensions and prices');
  await tabTo(page, page.getByRole('textbox', { name: /^Price per unit/ }).first());
  await page.keyboard.type('0.5');
  await page.keyboard.press('ControlOrMeta+d');
  await next('EULA');
  await next('Expiration and renewal');
  await press(page, wizard.button('14 days'));
  await tabTo(page, page.getByRole('radio', { name: 'Yes' }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'No', exact: true })).toBeChecked();
  await next('Further terms');
  await next('Review and create');
  await press(page, wizard.button('Create offer'));
  const dialog = page.getByRole('dialog');
  await press(page, dialog.getByRole('button', { name: 'Create offer' }));
  const offerId = await wizard.waitForOffer('The offer is released');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await press(page, wizard.button('Copy URL'));
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`offerId=${offerId}`);
});
