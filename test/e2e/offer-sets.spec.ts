/** Two published offers become an offer set: cloned, made at AWS, published with its ID, put in, and published together. */
import { expectNoMissingTexts, expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';
import { WizardPage } from './support/wizard-page.ts';

const SELLER = 'Lanternfish Software (sample)';
const OFFERS = ['Atlas in the bundle', 'Beacon in the bundle'];
const NAME = 'Atlas and Beacon 2027';

test('a set from a selection of offers to the buyer', async ({ app, page }) => {
  test.slow();
  const wizard = new WizardPage(app);
  await app.switchAccountByMouse(SELLER);
  await app.goTo('Offers');
  await wizard.button('Read from AWS').first().click();
  await page.getByRole('searchbox').first().fill('in the bundle');
  for (const name of OFFERS) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await wizard.button('Make an offer set').click();

  await expect(app.heading('Offer set without a name')).toBeVisible();
  const members = page.getByRole('table', { name: 'Offers in the set' });
  await expect(members.getByRole('row')).toHaveCount(3);
  await wizard.button('Create at AWS').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Enter a name.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Create offer set' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await wizard.field('Name').fill(NAME);
  await wizard.field('Notes for the buyer').fill('Both at one price; take them together.');
  await expect(wizard.saved).toBeVisible();
  await expectSoundScreen(page);
  await wizard.button('Create at AWS').click();
  await expect(dialog).toContainText('111122223333');
  await expect(dialog.getByText('Enter a name.')).toBeHidden();
  await dialog.getByRole('button', { name: 'Create offer set' }).click();
  const drafts = page.getByRole('table', { name: 'Drafts to be made for this set' });
  await expect(drafts.getByRole('row')).toHaveCount(3, { timeout: 60_000 });
  await expectNoMissingTexts(page);

  for (const name of OFFERS) {
    await drafts.getByRole('link', { name }).click();
    // The address changes once the wizard is loaded.
    await expect(app.heading('Product and buyers')).toBeVisible();
    await wizard.open('step=review');
    await wizard.publish();
    await app.goTo('Offer sets');
    await wizard.button('Refresh').first().click();
    await page.getByRole('link', { name: NAME }).click();
    await expect(app.heading(NAME)).toBeVisible();
  }
  await expectSoundScreen(page);
  await wizard.button('Edit and publish').click();
  await expect(members.getByRole('row')).toHaveCount(3);
  await wizard.button('Publish').click();
  await expect(dialog).toContainText('111122223333');
  await expectNoMissingTexts(page);
  await dialog.getByRole('button', { name: 'Publish offer set' }).click();
  await expect(page.getByText('The set is published: the buyer can take it.')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Open the offer set', exact: true }).click();
  await expect(page.getByText('The buyer can take it.', { exact: false })).toBeVisible();
  // An offer's page leads back to its set.
  await members.getByRole('link', { name: OFFERS[0] ?? '' }).click();
  await page.getByRole('link', { name: /^offerset-/ }).click();
  await expect(app.heading(NAME)).toBeVisible();
});
