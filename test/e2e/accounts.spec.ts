/** Seller accounts on screen: set up, test, order, edit, remove. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';

const FIRST = 'Lanternfish Software (sample)';
const SECOND = 'Quillmoor Data (sample)';
const THIRD = 'Bramblegate Resale (sample)';

test.beforeEach(async ({ app }) => {
  await app.goTo('Accounts');
  await expect(app.heading(/Seller accounts/)).toBeVisible();
});

test('the connection test passes step by step, and write rights stay unknown', async ({ page }) => {
  await page.getByRole('link', { name: FIRST }).click();
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('The credentials belong to AWS account 111122223333')).toBeVisible();
  await expect(page.getByText('The AWS Marketplace Catalog can be read.')).toBeVisible();
  await expect(page.getByText('A document was stored in bucket lanternfish-sample-eulas')).toBeVisible();
  await expect(
    page.getByText(/^Whether aws-marketplace:StartChangeSet is allowed.*shows only when it is first used/),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Test again' })).toBeVisible();
  await expectSoundScreen(page);
});

test('the policy to copy names the account and its bucket', async ({ page }) => {
  await page.getByRole('link', { name: FIRST }).click();
  await page.getByRole('button', { name: 'IAM policy for this account' }).click();
  const policy = page.locator('pre').and(page.getByLabel('IAM policy for this account'));
  await expect(policy).toContainText('aws-marketplace:StartChangeSet');
  await expect(policy).toContainText('arn:aws:s3:::lanternfish-sample-eulas');
});

test('accounts are put in order with the keyboard, and stay so', async ({ page }) => {
  const names = page.getByRole('list', { name: 'Seller accounts' }).getByRole('link');
  await expect(names).toHaveText([FIRST, SECOND, THIRD]);
  await page.getByRole('button', { name: 'Drag handle' }).first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(names).toHaveText([SECOND, FIRST, THIRD]);
  await page.reload();
  await expect(names).toHaveText([SECOND, FIRST, THIRD]);
});

test('a removed practice account is set up again by the guided setup, keyboard alone', async ({ app, page }) => {
  await page.getByRole('link', { name: SECOND }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  const dialog = page.getByRole('dialog', { name: `Remove ${SECOND} from this machine?` });
  await expect(dialog).toContainText('Nothing changes at AWS');
  await expectSoundScreen(page);
  await dialog.getByRole('button', { name: 'Remove account' }).click();
  await expect(app.flash('was removed from this machine')).toBeVisible();

  await page.getByRole('button', { name: 'Add account' }).focus();
  await page.keyboard.press('Enter');
  const seller = page.getByRole('button', { name: /Seller of the practice cloud/ });
  await seller.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Quill');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(SECOND);
  await expect(page.getByLabel('Prefix', { exact: true })).toHaveValue('Quillmoor');
  await expectSoundScreen(page);
  await page.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add account and test it' }).focus();
  await page.keyboard.press('Enter');
  await expect(app.heading(SECOND)).toBeVisible();
  await expect(app.accountButton).toContainText(SECOND);
  await expect(page.getByText('The credentials belong to AWS account 012345678901')).toBeVisible();
});

test('each mistake is said at its field, and the next step waits for it', async ({ app, page }) => {
  await page.getByRole('button', { name: 'Add account' }).click();
  await page.getByRole('radio', { name: /Role from another account/ }).check();
  await page.getByLabel('Role ARN').fill('arn:aws:iam::12:role/x');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(app.fieldError('Enter the whole ARN of an IAM role.')).toBeVisible();
  await expect(app.fieldError('Choose an account.')).toBeVisible();
  await expectSoundScreen(page);
  await page
    .getByRole('radio', { name: /AWS profile/ })
    .first()
    .check();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(app.fieldError('Choose a profile.')).toBeVisible();
});

test('access keys cannot be stored in the browser, and go nowhere but to the core', async ({ app, host, page }) => {
  const secret = 'q7Lr2Vx9Tn4Kd8Wm1Zc6Hb3Yf5Js0Pa7Gu2EoIiN';
  await page.getByRole('button', { name: 'Add account' }).click();
  await page.getByRole('radio', { name: /Access keys/ }).check();
  await expect(page.getByText('Keys cannot be stored here')).toBeVisible();
  await expect(page.getByRole('radio', { name: /Encrypted on this machine/ })).toBeDisabled();
  await page.getByLabel('Access key ID').fill('AKIAEXAMPLE000000001');
  await page.getByLabel('Secret access key').fill(secret);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Fernhollow Labs (sample)');
  await page.getByLabel('AWS account ID').fill('888877776666');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Add account and test it' }).click();
  await expect(app.heading('Fernhollow Labs (sample)')).toBeVisible();

  const inWindow = await page.evaluate(
    () => document.documentElement.outerHTML + JSON.stringify({ ...localStorage, ...sessionStorage }) + location.href,
  );
  expect(inWindow).not.toContain(secret);
  for (const file of await readdir(host.dataFolder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    expect((await readFile(join(file.parentPath, file.name))).includes(secret), file.name).toBe(false);
  }
});

test('leaving with changes asks first, and loses nothing when the answer is no', async ({ app, page }) => {
  await page.getByRole('link', { name: FIRST }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Renamed here');
  await app.goTo('Settings');
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Renamed here');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(app.heading('Renamed here')).toBeVisible();
  await expect(app.flash('The account')).toBeVisible();
});

test('a prefix that another account has is refused at its field', async ({ app, page }) => {
  await page.getByRole('link', { name: FIRST }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Prefix', { exact: true }).fill('quillmoor');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(app.fieldError(`The account “${SECOND}” already has this.`)).toBeVisible();
  await expectSoundScreen(page);
});
