/** A lead of AWS: accepted at once, its contact seen, qualified with an interaction, made an opportunity, and back to where it came from. */
import { expectNoMissingTexts } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';

const SELLER = 'Lanternfish Software (sample)';

test('accepts a lead, qualifies it and makes an opportunity of it', async ({ app, page }) => {
  await app.switchAccountByMouse(SELLER);
  await app.openRoute('/invitations?type=LeadInvitation');
  await expect(app.heading(/^Invitations/)).toBeVisible();
  await page.getByRole('button', { name: 'Read from AWS' }).first().click();
  await page.getByRole('link', { name: 'Saltern Outfitters' }).click({ timeout: 20_000 });
  await expect(page.getByText('Name, email and phone of the contact')).toBeVisible();
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('AcceptEngagementInvitation', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
  await page.getByRole('link', { name: /Open the engagement eng-/ }).click({ timeout: 20_000 });

  await expect(page.getByText('ines.roth@saltern-outfitters.example.com', { exact: true })).toBeVisible();
  await expectNoMissingTexts(page);
  await page.getByRole('button', { name: 'Update lead' }).click();
  await dialog.getByRole('combobox', { name: 'Qualification' }).fill('Qualified');
  await dialog.getByRole('checkbox', { name: 'Add an interaction' }).check();
  await dialog.getByLabel('What the customer did').fill('Asked for a call');
  await expect(dialog.getByText('"QualificationStatus": "Qualified"', { exact: false })).toBeVisible();
  await expectNoMissingTexts(page);
  await dialog.getByRole('button', { name: 'Update', exact: true }).click();
  await expect(page.getByText('The lead is updated at AWS.')).toBeVisible();
  await expect(page.getByText('Asked for a call', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Make an opportunity' }).click();
  await expect(dialog.getByText('StartOpportunityFromEngagementTask', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Make the opportunity' }).click();
  await page.getByRole('link', { name: /Saltern Outfitters \(O\d+\)/ }).click({ timeout: 20_000 });
  await expect(page.getByText('Belongs to the engagement')).toBeVisible();
  await page.getByRole('link', { name: 'Saltern Outfitters', exact: true }).last().click();
  await expect(page.getByText('Asked for a call', { exact: true })).toBeVisible();
});
