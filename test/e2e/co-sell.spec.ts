/** The co-sell dashboard as a person uses it: a number leads to the list that holds exactly as many. */
import { expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';

const SELLER = 'Lanternfish Software (sample)';

test('leads from a number of the pipeline to its list', async ({ app, page }) => {
  await app.switchAccountByMouse(SELLER);
  await app.goTo('Co-sell dashboard');
  await expect(page.getByText('No open opportunity has been read yet.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Read from AWS' }).first().click();
  const stages = page.getByRole('table', { name: 'Pipeline by stage' });
  const qualified = stages.getByRole('link', { name: /^Qualified, \$/ });
  await expect(qualified).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeHidden({ timeout: 30_000 });
  await expectSoundScreen(page);
  const count = await qualified.innerText();
  await qualified.click();
  await expect(app.heading(`(${count})`)).toBeVisible();
  await expect(page.getByText('Qualified', { exact: true }).first()).toBeVisible();
});

test('sends a saved draft without a click once that is agreed to, and marks it so', async ({ app, page }) => {
  await app.switchAccountByMouse(SELLER);
  await app.goTo('Accounts');
  await page.getByRole('link', { name: SELLER }).first().click();
  await page.getByText('Send saved drafts of opportunities without a click').click();
  const dialog = page.getByRole('dialog', { name: 'Send drafts without a click?' });
  await expect(dialog).toContainText('111122223333');
  await expectSoundScreen(page);
  await dialog.getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByText(/Drafts are sent to AWS account 111122223333/)).toBeVisible();

  await app.openRoute('/opportunities?review=Approved&stage=Qualified');
  await expect(app.heading(/^Opportunities/)).toBeVisible();
  await page.getByRole('button', { name: 'Read from AWS' }).first().click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeHidden({ timeout: 30_000 });
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: /^Next steps/ }).fill('Agree on the date of the workshop');
  await expect(page.getByText(/The update will be sent from AWS account 111122223333 in \d seconds?/)).toBeVisible();
  await expect(page.getByText('AWS has everything')).toBeVisible({ timeout: 30_000 });

  await app.goTo('Activity');
  await expect(page.getByText(/Sent automatically/).first()).toBeVisible();
});
