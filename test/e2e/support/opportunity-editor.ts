/** The editor of opportunities, as a person uses it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { expectNoMissingTexts } from './checks.ts';

const SELLER_ID = '111122223333';

export class OpportunityEditorPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  field(label: string | RegExp): Locator {
    return this.page.getByRole('textbox', { name: label });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async choose(label: string, option: string): Promise<void> {
    await this.button(`${label} Choose`).click();
    await this.page.getByRole('option', { name: option }).first().click();
  }

  async chooseSome(label: string, option: string): Promise<void> {
    await this.button(new RegExp(`^${label} Choose one or more`)).click();
    await this.page.getByRole('option', { name: option }).first().click();
    await this.page.keyboard.press('Escape');
  }

  /** Looks a product of the seller up by a part of its name and puts it beside the opportunity. */
  async associate(text: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Name or ID' }).fill(text);
    await this.page.getByRole('option', { name: text }).first().click();
    await expect(this.button(new RegExp(`^Take .*${text}.* away$`))).toBeVisible();
  }

  /** Sends by that button: the account and what is sent are shown first. Ends when AWS has everything. */
  async send(button: 'Save as draft at AWS' | 'Update at AWS' | 'Send correction' | 'Share with AWS', says: string) {
    const dialog = await this.ask(button, says);
    await this.confirm(dialog);
    await expect(dialog).toBeHidden();
    await this.waitForSent();
  }

  async ask(button: string, says: string): Promise<Locator> {
    await this.page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toContainText(SELLER_ID);
    await dialog.getByText(/requests? as (it is|they are) sent/).click();
    await expect(dialog).toContainText(says);
    await expectNoMissingTexts(this.page);
    return dialog;
  }

  async confirm(dialog: Locator): Promise<void> {
    const read = dialog.getByRole('checkbox');
    if (await read.isVisible()) await read.check();
    await dialog.getByRole('button', { name: /^(Send to AWS|Share with AWS)$/ }).click();
  }

  async waitForSent(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'AWS has everything' })).toBeVisible({ timeout: 30_000 });
  }
}
