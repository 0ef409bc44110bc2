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
