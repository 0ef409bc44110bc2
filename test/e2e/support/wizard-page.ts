/** The offer wizard, as a person fills it in. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { AppPage } from './app-page.ts';
import { expectNoMissingTexts, expectSoundScreen } from './checks.ts';

const SELLER = 'Lanternfish Software (sample)';
const SELLER_ID = '111122223333';
export const BUYER_ID = '444455556666';

export class WizardPage {
  readonly page: Page;
  private readonly app: AppPage;
  private readonly check: (page: Page) => Promise<void>;

  /** `scanned`: every screen goes through axe as well, which takes its time; one journey for each screen is enough. */
  constructor(app: AppPage, { scanned = false } = {}) {
    this.app = app;
    this.page = app.page;
    this.check = scanned ? expectSoundScreen : expectNoMissingTexts;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  field(name: string | RegExp): Locator {
    return this.page.getByRole('textbox', { name, exact: typeof name === 'string' });
  }

  get saved(): Locator {
    return this.page.getByText('Saved', { exact: true });
  }

  /** Starts an empty offer of the sample seller, whose products are read from AWS on the way. */
  async start(): Promise<void> {
    await this.app.switchAccountByMouse(SELLER);
    await this.app.goTo('Drafts');
    await this.button('New private offer').first().click();
    await expect(this.app.heading('Product and buyers')).toBeVisible();
    await this.readProducts();
  }

  async readProducts(): Promise<void> {
    await this.button('Refresh products').click();
    await expect(this.button('Refresh products')).toBeHidden();
  }

  async chooseProduct(title: string): Promise<void> {
    await this.button(/^Product /).click();
    await this.page.getByPlaceholder('Find by title or product ID').fill(title);
    await this.page.getByRole('option', { name: title }).first().click();
    await expect(this.button(/^Product /)).toContainText(title);
  }

  async addBuyer(id: string): Promise<void> {
    await this.field('Buyer accounts').fill(id);
    await expect(this.button(`Remove buyer ${id}`)).toBeVisible();
  }

  /** Goes on to the next step; every screen on the way has to be sound. */
  async next(step: string): Promise<void> {
    await this.check(this.page);
    await this.button('Next').click();
    await expect(this.app.heading(step)).toBeVisible();
  }

  /** Jumps to a step or a field by its address, as a bookmark does. */
  async open(query: string): Promise<void> {
    const [route] = new URL(this.page.url()).hash.slice(1).split('?');
    await this.app.openRoute(`${route}?${query}`);
  }

  async describe(text: string): Promise<void> {
    await this.field('Offer description').fill(text);
  }

  /** Two weeks and no renewal, so that the second of monthly payments lies after the expiry on any day of the year. */
  async closeTerms(): Promise<void> {
    await this.button('14 days').click();
    await this.page.getByRole('radio', { name: 'No', exact: true }).check();
  }

  /** From the review to the released offer; gives its id. */
  async publish(): Promise<string> {
    await expect(this.page.getByText('The rules find nothing that stands in the way.')).toBeVisible();
    await this.check(this.page);
    await this.button('Create offer').click();
    const dialog = this.page.getByRole('dialog', { name: `Create the offer from ${SELLER}?` });
    await expect(dialog).toContainText(SELLER_ID);
    await this.check(this.page);
    await dialog.getByRole('button', { name: 'Create offer' }).click();
    return await this.waitForOffer('The offer is released');
  }

  async waitForOffer(heading: string): Promise<string> {
    await expect(this.page.getByRole('heading', { name: heading })).toBeVisible({ timeout: 60_000 });
    await expect(this.page.getByText('AWS holds exactly that')).toBeVisible({ timeout: 60_000 });
    await this.check(this.page);
    const id = await this.page
      .getByText(/^offer-[a-z0-9]+$/)
      .first()
      .textContent();
    return id ?? '';
  }

  /** What a person has in the clipboard after pressing the button. */
  async copyUrl(): Promise<string> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.button('Copy URL').click();
    await expect(this.page.getByText('Copied', { exact: true })).toBeVisible();
    return await this.page.evaluate(() => navigator.clipboard.readText());
  }
}
