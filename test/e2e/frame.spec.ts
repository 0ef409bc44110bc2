/** The frame: accounts, languages, theme, help and places, with the mouse and with the keyboard alone. */
import type { AppPage } from './support/app-page.ts';
import { expectNoMissingTexts, expectSoundScreen } from './support/checks.ts';
import { expect, test } from './support/fixture.ts';

const FIRST = 'Lanternfish Software (sample)';
const SECOND = 'Quillmoor Data (sample)';

test('a first start says that it is practice, and an unknown address leads back', async ({ app, page }) => {
  const banner = page.getByRole('region', { name: 'Practice mode' });
  await expect(banner).toContainText('Nothing reaches AWS');
  await expect(app.accountButton).toContainText('All accounts');
  await app.openRoute('/no/such/page');
  await expect(page.getByText('There is no such page')).toBeVisible();
  await page.getByRole('button', { name: 'Go to the offers' }).click();
  await expect(page).toHaveURL(/#\/offers$/);
});

test('the account is switched from any page, by mouse or keyboard, and kept for the next window', async ({
  app,
  page,
}) => {
  await app.goTo('Settings');
  await test.step('with the mouse', async () => {
    await app.switchAccountByMouse(FIRST);
    await expect(app.heading('Settings')).toBeVisible();
    await app.switchAccountByMouse('All accounts');
  });
  await test.step('found by its id; what is not found is said; Escape leaves all as it was', async () => {
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
  await test.step('with one shortcut, some letters and Enter', async () => {
    await app.switchAccountByKeyboard('quill');
    await expect(app.accountButton).toContainText(SECOND);
    await page.keyboard.press('ControlOrMeta+k');
    await expect(app.switcher.getByRole('option', { name: SECOND })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowUp');
    await expect(app.switcher.getByRole('option', { name: FIRST })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(app.accountButton).toContainText(FIRST);
  });
  await test.step('kept for the next window', async () => {
    await app.switchAccountByMouse(SECOND);
    await page.reload();
    await app.waitUntilReady();
    await expect(app.accountButton).toContainText(SECOND);
  });
});

const ROUTES = ['/accounts', '/accounts/new', '/settings', '/no/such/page'];

async function onEveryScreen(app: AppPage, check: (page: AppPage['page']) => Promise<void>): Promise<void> {
  for (const route of ROUTES) {
    await app.openRoute(route);
    await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
    await check(app.page);
  }
}

test('the language changes at once, the kit’s own texts with it, and no screen lacks a text', async ({ app, page }) => {
  const languages = [
    { language: '日本語', code: 'ja', accounts: /販売者アカウント/, handle: 'ドラッグハンドル' },
    { language: '繁體中文', code: 'zh-TW', accounts: /賣方帳戶/ },
    { language: '简体中文', code: 'zh-CN', accounts: /卖家账户/ },
  ] as const;
  await app.goTo('Accounts');
  await expect(app.heading(/Seller accounts/)).toBeVisible();
  for (const { language, code, accounts, ...more } of languages) {
    await app.chooseLanguage(language);
    await expect(app.heading(accounts)).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    if ('handle' in more) await expect(page.getByRole('button', { name: more.handle }).first()).toBeVisible();
    await onEveryScreen(app, expectNoMissingTexts);
    await app.openRoute('/accounts');
    await expect(app.heading(accounts)).toBeVisible();
  }
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

test('a stopped host is said, in the page that is open and in one that can be loaded no more', async ({
  app,
  host,
  page,
  problems,
}) => {
  await app.goTo('Settings');
  await expect(app.heading('Settings')).toBeVisible();
  await host.stop();
  await expect(page.getByText('Offerdeck’s own process does not answer')).toBeVisible();
  await expect(app.heading('Settings')).toBeVisible();
  await expectSoundScreen(page);
  await app.goTo('Products');
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
  // The browser itself reports the connections that were refused.
  problems.expect(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET/);
});

// What a scan looks at (roles, names, contrast) is the same in every language; that texts are there is looked at above.
test('every screen of the frame is sound, light and dark', async ({ app, page }) => {
  await onEveryScreen(app, expectSoundScreen);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('body')).toHaveClass(/awsui-dark-mode/);
  await onEveryScreen(app, expectSoundScreen);
});
