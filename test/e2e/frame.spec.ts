/** The frame: accounts, languages, theme, help and places, with the mouse and with the keyboard alone. */
import { expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';

const FIRST = 'Lanternfish Software (sample)';
const SECOND = 'Quillmoor Data (sample)';

test('a first start says that it is practice and nothing reaches AWS', async ({ app, page }) => {
  const banner = page.getByRole('region', { name: 'Practice mode' });
  await expect(banner).toContainText('Nothing reaches AWS');
  await expect(app.accountButton).toContainText('All accounts');
});

test('the account is switched with the mouse, from any page', async ({ app }) => {
  await app.goTo('Settings');
  await app.switchAccountByMouse(FIRST);
  await expect(app.heading('Settings')).toBeVisible();
  await app.switchAccountByMouse('All accounts');
});

test('the account is switched with one shortcut, some letters and Enter', async ({ app, page }) => {
  await app.goTo('Settings');
  await app.switchAccountByKeyboard('quill');
  await expect(app.accountButton).toContainText(SECOND);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(app.switcher.getByRole('option', { name: SECOND })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(app.switcher.getByRole('option', { name: FIRST })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(app.accountButton).toContainText(FIRST);
});

test('the switcher finds by account id, says when nothing is found, and closes with Escape', async ({ app, page }) => {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('0123');
  await expect(app.switcher.getByRole('option')).toHaveText([`${SECOND}012345678901`]);
  await page.keyboard.type('zzz');
  await expect(app.switcher.getByText('No account matches')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(app.switcher).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.switcher).toBeHidden();
  await expect(app.accountButton).toContainText('All accounts');
});

test('the chosen account is kept for the next window', async ({ app, page }) => {
  await app.switchAccountByMouse(SECOND);
  await page.reload();
  await app.waitUntilReady();
  await expect(app.accountButton).toContainText(SECOND);
});

test('the language changes at once, the kit’s own texts with it', async ({ app, page }) => {
  await app.goTo('Accounts');
  await expect(app.heading(/Seller accounts/)).toBeVisible();
  await app.chooseLanguage('日本語');
  await expect(app.heading(/販売者アカウント/)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(page.getByRole('button', { name: 'ドラッグハンドル' }).first()).toBeVisible();
  await app.chooseLanguage('繁體中文');
  await expect(app.heading(/賣方帳戶/)).toBeVisible();
  await app.chooseLanguage('简体中文');
  await expect(app.heading(/卖家账户/)).toBeVisible();
  await page.reload();
  await expect(app.heading(/卖家账户/)).toBeVisible();
});

test('the theme follows the system until one is chosen', async ({ app, page }) => {
  const body = page.locator('body');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(body).toHaveClass(/awsui-dark-mode/);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(body).not.toHaveClass(/awsui-dark-mode/);
  await app.goTo('Settings');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(body).toHaveClass(/awsui-dark-mode/);
});

test('the shortcuts are listed, and F1 opens the help of the page', async ({ app, page }) => {
  await app.goTo('Accounts');
  await expect(app.heading(/Seller accounts/)).toBeVisible();
  await page.keyboard.press('Shift+?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toContainText('Switch account, from anywhere');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const help = page.getByRole('complementary').filter({ hasText: 'Each account has its own products' });
  await expect(help).toBeVisible();
  await page.keyboard.press('F1');
  await expect(help).toBeHidden();
  await page.keyboard.press('F1');
  await expect(help).toBeVisible();
});

test('an unknown address says so and leads back', async ({ app, page }) => {
  await app.openRoute('/no/such/page');
  await expect(page.getByText('There is no such page')).toBeVisible();
  await page.getByRole('button', { name: 'Go to the offers' }).click();
  await expect(page).toHaveURL(/#\/offers$/);
});

test('a stopped host is said, in the page that is open', async ({ app, host, page, problems }) => {
  await app.goTo('Settings');
  await expect(app.heading('Settings')).toBeVisible();
  await host.stop();
  await expect(page.getByText('Offerdeck’s own process does not answer')).toBeVisible();
  await expect(app.heading('Settings')).toBeVisible();
  await expectSoundScreen(page);
  // The browser itself reports the connections that were refused.
  problems.expect(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET/);
});

test('a page that cannot be loaded any more says why', async ({ app, host, page, problems }) => {
  await host.stop();
  await app.goTo('Settings');
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
  problems.expect(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET/);
});

const ROUTES = ['/accounts', '/accounts/new', '/settings', '/no/such/page'];

for (const language of ['English', '日本語', '繁體中文', '简体中文'] as const) {
  test(`every screen of the frame is sound: ${language}`, async ({ app, page }) => {
    await app.chooseLanguage(language);
    for (const route of ROUTES) {
      await app.openRoute(route);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectSoundScreen(page);
    }
  });
}

test('every screen of the frame is sound: dark', async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const route of ROUTES) {
    await app.openRoute(route);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectSoundScreen(page);
  }
});
