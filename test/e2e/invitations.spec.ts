/** A referral of AWS: read, opened, accepted after its request was shown, and the deal that this makes opened unmasked. */
import { expectNoMissingTexts } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';

const SELLER = 'Lanternfish Software (sample)';

test('accepts a referral and opens the opportunity that it makes', async ({ app, page }) => {
  await app.switchAccountByMouse(SELLER);
  await app.goTo('Invitations');
  await expect(app.heading(/^Invitations/)).toBeVisible();
  await page.getByRole('button', { name: 'Read from AWS' }).first().click();
  await expect(app.heading(/\(\d{2}\)/)).toBeVisible({ timeout: 20_000 });
  await app.openRoute('/invitations?status=PENDING');
  await expectNoMissingTexts(page);
  await page.getByRole('row').nth(1).getByRole('link').click();
  await expect(page.getByText('Hidden by AWS until you accept')).toBeVisible();
  await expectNoMissingTexts(page);
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('StartEngagementByAcceptingInvitationTask', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
  await page.getByRole('link', { name: /Open the opportunity O\d+/ }).click({ timeout: 20_000 });
  await expect(page.getByText(/^\d+ Quay Street$/)).toBeVisible();
  await page.getByRole('button', { name: 'Assign', exact: true }).click();
  await dialog.getByRole('button', { name: 'As Opportunity owner' }).click();
  await page.getByRole('option', { name: 'Partner account manager' }).click();
  await dialog.getByLabel('First name').fill('Nils');
  await dialog.getByLabel('Last name').fill('Ek');
  await dialog.getByLabel('Email').fill('nils@example.com');
  await expect(dialog.getByText('"BusinessTitle": "PartnerAccountManager"', { exact: false })).toBeVisible();
  await expectNoMissingTexts(page);
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(page.getByText('Assigned at AWS.')).toBeVisible();
  await expect(page.getByText('nils@example.com').first()).toBeVisible();
});
