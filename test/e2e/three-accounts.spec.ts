/**
 * A deal between three accounts, seen from both sides: a seller authorizes a channel partner with flexible payments, the partner offers
 * with a markup, the buyer accepts; the partner amends, the buyer accepts that too; the seller takes an authorization back.
 */
import type { AppPage } from './support/app-page.ts';
import { expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';
import { acceptOffer } from './support/local-cloud.ts';
import { WizardPage } from './support/wizard-page.ts';

const SELLER = 'Lanternfish Software (sample)';
const PARTNER = 'Bramblegate Resale (sample)';
const PARTNER_ID = '444455556666';
/** Has no agreement for the product. */
const BUYER = '606060606060';
const PRODUCT = 'Lanternfish Atlas Insights';
const [FIRST, SECOND] = ['Atlas through Bramblegate', 'Atlas through Bramblegate, more users'] as const;
const STANDING = 'Atlas via Bramblegate, standing';

async function setUpQueue(app: AppPage, account: string): Promise<void> {
  const { page } = app;
  await app.switchAccountByMouse(account);
  await app.openRoute('/inbox');
  await page
    .getByRole('link', { name: `Set up the queue of ${account}` })
    .first()
    .click();
  await page.getByRole('button', { name: 'Set up', exact: true }).click();
  await page.getByRole('button', { name: 'Make the calls' }).click();
  await expect(page.getByText(/Listening, last asked/)).toBeVisible();
}

/** From the review to the authorization's page. */
async function authorize(wizard: WizardPage): Promise<void> {
  const { page } = wizard;
  await expect(page.getByText('The rules find nothing that stands in the way.')).toBeVisible();
  await wizard.button('Create resale authorization').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create resale authorization' }).click();
  await page.getByRole('link', { name: 'Open authorization' }).click({ timeout: 60_000 });
  await expect(page.getByText('The partner can make offers from it.')).toBeVisible();
}

async function publish(app: AppPage): Promise<string> {
  const wizard = new WizardPage(app);
  await expect(wizard.page.getByText('The rules find nothing that stands in the way.')).toBeVisible();
  await wizard.button('Create offer').click();
  const dialog = wizard.page.getByRole('dialog');
  await expect(dialog).toContainText(PARTNER_ID);
  await dialog.getByRole('button', { name: 'Create offer' }).click();
  return wizard.waitForOffer('The offer is released');
}

/** What an account has heard, and the agreement that the message leads to. */
async function expectHeard(app: AppPage, account: string, what: string, agreementId: string): Promise<void> {
  await app.switchAccountByMouse(account);
  await app.openRoute('/inbox');
  const row = app.page.getByRole('row', { name: new RegExp(`${what.replace(/[()]/g, '\\$&')}.*${agreementId}`) });
  await expect(row.first()).toBeVisible();
}

/** How many agreements of the active account its dashboard counts, all months and currencies together. */
async function countAccepted({ page }: AppPage): Promise<number> {
  const numbers = page.getByRole('link', { name: /^\d{4}-\d{2}, .*: \d+$/ });
  await expect(numbers.first()).toBeVisible();
  const counts = await numbers.allInnerTexts();
  return counts.reduce((sum, count) => sum + Number(count), 0);
}

test('authorized, offered, accepted, amended, taken back', async ({ app, host, page }) => {
  test.slow();
  const wizard = new WizardPage(app);
  await setUpQueue(app, PARTNER);
  await setUpQueue(app, SELLER);

  await app.goTo('Resale authorizations');
  await wizard.button('Authorize a partner').first().click();
  await expect(app.heading('Product and partner')).toBeVisible();
  await wizard.readProducts();
  await wizard.chooseProduct(PRODUCT);
  await page.getByRole('checkbox', { name: /Enable fixed units/ }).check();
  await wizard.field('Partner accounts').fill(PARTNER_ID);
  await wizard.field(/Buyer accounts/).fill(BUYER);
  await wizard.next('Name and currency');
  await wizard.field('Resale authorization name').fill(FIRST);
  await wizard.next('Wholesale prices');
  await wizard.button('12 months').click();
  await wizard.field('Quantity: Named users').fill('25');
  await wizard.next('Payment schedule');
  await wizard.field('Payment amount (USD)').fill('30000');
  await wizard.button('Generate schedule').click();
  await wizard.next('Legal terms');
  await wizard.next('Validity and renewal');
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await wizard.next('Review');
  await authorize(wizard);

  // For the amendment the seller authorizes anew: the same terms, more users.
  await wizard.button('Make it anew').click();
  await page.getByRole('menuitem', { name: 'Clone' }).click();
  await expect(app.heading('Product and partner')).toBeVisible();
  await wizard.open('path=name');
  await wizard.field('Resale authorization name').fill(SECOND);
  await wizard.open('step=pricing');
  await wizard.field('Quantity: Named users').fill('40');
  await wizard.open('step=review');
  await authorize(wizard);

  await app.switchAccountByMouse(PARTNER);
  await app.openRoute('/channel');
  await expect(app.heading('Shared authorizations')).toBeVisible();
  await wizard.button('Refresh').first().click();
  await page.getByRole('link', { name: FIRST, exact: true }).click();
  await wizard.button('Create an offer').click();
  await expect(page.getByText('Made from a shared authorization')).toBeVisible();
  await wizard.next('Offer details');
  await wizard.describe('deal 4711');
  await wizard.open('step=pricing');
  await page.getByRole('textbox', { name: 'Markup (%)' }).fill('10');
  await wizard.open('step=review');
  const offerId = await publish(app);
  const agreementId = await acceptOffer(host.dataFolder, offerId, BUYER);

  await expectHeard(app, SELLER, 'Agreement created (as manufacturer)', agreementId);
  await app.openRoute('/agreements');
  await expect(page.getByRole('link', { name: agreementId }).first()).toBeVisible();
  await app.openRoute('/dashboards');
  const soldBefore = await countAccepted(app);
  await expectHeard(app, PARTNER, 'Agreement created (as seller)', agreementId);
  await app.openRoute('/dashboards');
  await expect(app.heading('Dashboard')).toBeVisible();
  await expect(page.getByText('$33,000.00').first()).toBeVisible();

  await app.openRoute('/agreements');
  await page.getByRole('link', { name: agreementId }).first().click();
  await wizard.button('Create agreement-based offer').click();
  const choose = page.getByRole('dialog', { name: 'Choose the authorization for the amendment' });
  await expect(choose.getByRole('radio', { name: SECOND })).toBeChecked();
  await expect(choose.getByRole('radio', { name: STANDING })).toBeDisabled();
  await expectSoundScreen(page);
  await choose.getByRole('button', { name: 'Start the amendment' }).click();
  await expect(page.getByText('Agreement that is replaced')).toBeVisible();
  await expectSoundScreen(page);
  await wizard.open('step=review');
  const amended = await acceptOffer(host.dataFolder, await publish(app), BUYER);
  // To the seller and to the maker: the old one has ended, since a new one stands in its place.
  await expectHeard(app, PARTNER, 'Agreement created (as seller)', amended);
  await expectHeard(app, PARTNER, 'Agreement ended (as seller)', agreementId);
  await expectHeard(app, SELLER, 'Agreement created (as manufacturer)', amended);
  await expectHeard(app, SELLER, 'Agreement ended (as manufacturer)', agreementId);

  await app.openRoute('/dashboards');
  await expect.poll(() => countAccepted(app)).toBe(soldBefore + 1);

  await app.goTo('Resale authorizations');
  await expect(app.heading('Resale authorizations')).toBeVisible();
  await wizard.button('Refresh').first().click();
  await page.getByRole('link', { name: STANDING }).click();
  await wizard.button('Deactivate').click();
  const restrict = page.getByRole('dialog', { name: 'Deactivate this resale authorization?' });
  await restrict.getByRole('textbox').fill(STANDING);
  await restrict.getByRole('button', { name: 'Deactivate for good' }).click();
  await expect(page.getByText('No new offers from it.', { exact: false })).toBeVisible({ timeout: 60_000 });
  // The number on the seller's dashboard opens the list that it counts.
  await app.openRoute('/dashboards');
  await page.getByRole('link', { name: /Bramblegate.*, Restricted: [1-9]/ }).click();
  await expect(page.getByRole('link', { name: STANDING })).toBeVisible();
  await app.switchAccountByMouse(PARTNER);
  await app.openRoute('/channel');
  await expect(app.heading('Shared authorizations')).toBeVisible();
  await wizard.button('Refresh').first().click();
  await page.getByRole('link', { name: STANDING }).click();
  await expect(wizard.button('Create an offer')).toBeDisabled();
});
