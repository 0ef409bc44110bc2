/** A partner writes an opportunity down, is told what is missing, puts it at AWS and finds it there. */
import { expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';

test('a partner opportunity is written, checked, put at AWS and gone on with', async ({ app, page }) => {
  test.slow();
  await app.switchAccountByMouse('Lanternfish Software (sample)');
  await app.openRoute('/opportunities/drafts');
  await page.getByRole('button', { name: 'New opportunity' }).first().click();
  await expect(app.heading('New opportunity')).toBeVisible();
  await expectSoundScreen(page);

  const field = (label: string | RegExp) => page.getByRole('textbox', { name: label });
  const choose = async (label: string, option: string) => {
    await page.getByRole('button', { name: `${label} Choose` }).click();
    await page.getByRole('option', { name: option }).first().click();
  };

  // What is missing is said at the fields, and nothing can be sent.
  await page.getByRole('button', { name: 'Save as draft at AWS' }).click();
  await expect(page.getByText(/things keep AWS from taking this/)).toBeVisible();
  await expectSoundScreen(page);

  await field('Company name').fill('Example Corp');
  await field(/^Website/).fill('www.example.com');
  await choose('Industry', 'Retail');
  await choose('Country', 'United States');
  await choose('State or region', 'New York');
  await field(/^Postal code/).fill('10001');
  await field('Project title').fill('Move the shop');
  await field('Customer business problem').fill('The shop is slow whenever many people buy at once.');
  await field('Amount per month').fill('12,500');
  await page.getByRole('button', { name: 'Correct it' }).click();
  await expect(field('Amount per month')).toHaveValue('12500');
  const closing = `${new Date().getUTCFullYear() + 1}-06-30`;
  await page.getByRole('textbox', { name: /^Target close date/ }).fill(closing);
  await expect(page.getByText(/keep AWS from taking this/)).toBeHidden();

  // Typed is kept: the page is left and opened again.
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(field('Project title')).toHaveValue('Move the shop');

  await page.getByRole('button', { name: 'Save as draft at AWS' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save at AWS' });
  await expect(dialog).toContainText('111122223333');
  await dialog.getByText('1 request as it is sent, but for its token').click();
  await expect(dialog).toContainText('"CompanyName": "Example Corp"');
  await expectSoundScreen(page);
  await dialog.getByRole('button', { name: 'Send to AWS' }).click();
  await expect(page.getByText('AWS has everything')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Review status: Pending Submission')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^O\d+$/).first()).toBeVisible();
  await expectSoundScreen(page);

  // The stage path moves on in the draft, and an update sends it.
  await page.getByRole('button', { name: 'Go to Qualified' }).click();
  await page.getByRole('button', { name: 'Update at AWS' }).click();
  const update = page.getByRole('dialog', { name: 'Save at AWS' });
  await update.getByText('1 request as it is sent, but for its token').click();
  await expect(update).toContainText('"Stage": "Qualified"');
  await update.getByRole('button', { name: 'Send to AWS' }).click();
  await expect(page.getByText('Update the opportunity')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('AWS has everything')).toBeVisible({ timeout: 30_000 });
});
