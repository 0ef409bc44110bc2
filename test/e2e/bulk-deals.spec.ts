/** Referrals accepted together, over what is said of each, and then assigned together. */
import { expectNoMissingTexts } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';

const SELLER = 'Lanternfish Software (sample)';

test('accepts five referrals in one run and assigns what they make in another', async ({ app, page }) => {
  await app.switchAccountByMouse(SELLER);
  await app.goTo('Invitations');
  await expect(app.heading(/^Invitations/)).toBeVisible();
  await page.getByRole('button', { name: 'Read from AWS' }).first().click();
  await expect(app.heading(/\(\d{2}\)/)).toBeVisible({ timeout: 20_000 });
  await app.openRoute('/invitations?status=PENDING&type=OpportunityInvitation');
  const rows = page.getByRole('checkbox', { name: /^Select (?!all)/ });
  await expect(rows.nth(4)).toBeVisible();
  for (let row = 0; row < 5; row += 1)
    await rows
      .nth(row)
      .focus()
      .then(() => page.keyboard.press('Space'));
  await page.getByRole('button', { name: 'Bulk action (5)' }).click();
  await page.getByRole('menuitem', { name: 'Accept invitations' }).click();
  const send = page.getByRole('checkbox', { name: /^Send (?!all)/ });
  await expect(send).toHaveCount(5);
  await expectNoMissingTexts(page);
  await page.getByRole('button', { name: 'Send 5 rows' }).click();
  await expect(page.getByText('5 of 5 have ended', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('link', { name: /^O\d+$/ })).toHaveCount(5);
  await expectNoMissingTexts(page);

  await page.getByRole('button', { name: 'Assign these opportunities' }).click();
  await page.getByRole('button', { name: 'Opportunity owner' }).click();
  await page.getByRole('option', { name: 'Partner account manager' }).click();
  await page.getByLabel('First name').fill('Nils');
  await page.getByLabel('Last name').fill('Ek');
  await page.getByLabel('Email').fill('nils@example.com');
  await page.getByLabel('Phone (optional)').fill('+4687000000');
  await page.getByRole('button', { name: 'Show what will be sent' }).click();
  await expect(send).toHaveCount(5);
  await send.first().uncheck();
  await expect(page.getByText('Left out by you')).toBeVisible();
  await page.getByRole('button', { name: 'Send 4 rows' }).click();
  await expect(page.getByText('4 of 4 have ended', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Take back' })).toHaveCount(0);
  await page
    .getByRole('link', { name: /^O\d+$/ })
    .first()
    .click();
  await expect(page.getByText('nils@example.com').first()).toBeVisible({ timeout: 20_000 });
  await expectNoMissingTexts(page);
});
