/** The frame around every page, as a person uses it. */
import { expect, type Locator, type Page } from '@playwright/test';

export type Place =
  | 'Offers'
  | 'Offer sets'
  | 'Resale authorizations'
  | 'Drafts'
  | 'Products'
  | 'Agreements'
  | 'Renewal radar'
  | 'Co-sell dashboard'
  | 'Opportunities'
  | 'Invitations'
  | 'Activity'
  | 'Accounts'
  | 'Settings';

export class AppPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get navigation(): Locator {
    return this.page.getByRole('navigation', { name: 'Main navigation' });
  }

  /** The button that names the active account, whatever the language. */
  get accountButton(): Locator {
    return this.page.getByRole('button', { name: /(Ctrl|⌘)\+K/ });
  }

  get switcher(): Locator {
    return this.page.getByRole('dialog', { name: 'Switch account' });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  async waitUntilReady(): Promise<void> {
    await expect(this.accountButton).toBeVisible();
  }

  async goTo(place: Place): Promise<void> {
    await this.navigation.getByRole('link', { name: place, exact: true }).click();
  }

  /** Opens a route by its address, as a bookmark would. */
  async openRoute(route: string): Promise<void> {
    await this.page.evaluate((hash) => window.location.assign(hash), `#${route}`);
  }

  async switchAccountByMouse(name: string): Promise<void> {
    await this.accountButton.click();
    await this.switcher.getByRole('option', { name }).click();
    await expect(this.accountButton).toContainText(name);
  }

  /** One shortcut, some letters, Enter. */
  async switchAccountByKeyboard(typed: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    await expect(this.switcher).toBeVisible();
    await this.page.keyboard.type(typed);
    await this.page.keyboard.press('Enter');
    await expect(this.switcher).toBeHidden();
  }

  async chooseLanguage(name: 'English' | '日本語' | '繁體中文' | '简体中文'): Promise<void> {
    await this.page.getByRole('button', { name: /English|日本語|繁體中文|简体中文/ }).click();
    await this.page.getByRole('menuitemcheckbox', { name }).click();
  }

  /** The visible text; the announcement for screen readers says "Error" before it. */
  fieldError(text: string): Locator {
    return this.page.getByText(text, { exact: true });
  }

  flash(text: string | RegExp): Locator {
    return this.page.getByRole('region', { name: 'Notices' }).getByText(text);
  }
}
