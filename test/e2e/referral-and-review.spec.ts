/** Co-selling from both sides: a referral of AWS won with an offer of ours, a deal of ours through AWS's review, and two changes at once. */
import { expect, test } from './support/fixture.ts';
import { atPartnerCentral } from './support/local-cloud.ts';
import { OpportunityEditorPage } from './support/opportunity-editor.ts';
import { BUYER_ID, WizardPage } from './support/wizard-page.ts';

const SELLER_ID = '111122223333';
const REFERRAL = {
  accountId: SELLER_ID,
  companyName: 'Harrowgate Mills',
  title: 'Watch the looms',
  businessProblem: 'Looms stop for hours before anybody notices it.',
};

const OFFER = 'Looms of Harrowgate';

test('a referral is accepted, offered to, and won; a deal of ours is corrected and merged', async ({
  app,
  page,
  host,
}) => {
  test.slow();
  const aws = atPartnerCentral(host.dataFolder);
  const editor = new OpportunityEditorPage(page);
  const wizard = new WizardPage(app);

  const offerPage = await test.step('an offer is made in the wizard', async () => {
    await wizard.start();
    await wizard.chooseProduct('Lanternfish Driftmeter');
    await wizard.addBuyer(BUYER_ID);
    await wizard.next('Offer details');
    await wizard.field('Offer name').fill(OFFER);
    await wizard.describe('for the referral');
    await wizard.next('Service length');
    await wizard.button('365 days').click();
    await wizard.next('Dimensions and prices');
    await wizard.button('Fill many').click();
    await wizard.field('Value').fill('0.25');
    await page.getByRole('button', { name: /^Fill \d+ rows?$/ }).click();
    await wizard.next('EULA');
    await wizard.next('Expiration and renewal');
    await wizard.closeTerms();
    await wizard.next('Further terms');
    await wizard.next('Review and create');
    await wizard.publish();
    await page.getByRole('main').getByRole('button', { name: 'Open the offer' }).click();
    await expect(app.heading(OFFER)).toBeVisible();
    return page.url();
  });

  await test.step('a deal that AWS refers is accepted and assigned', async () => {
    await aws.refer(REFERRAL);
    await app.goTo('Invitations');
    await expect(app.heading(/^Invitations/)).toBeVisible();
    await page.getByRole('button', { name: 'Read from AWS' }).first().click();
    await page.getByRole('link', { name: REFERRAL.title }).click();
    await expect(page.getByText(REFERRAL.businessProblem, { exact: true })).toBeVisible();
    await expect(page.getByText('Hidden by AWS until you accept')).toBeVisible();
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(SELLER_ID);
    await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByRole('link', { name: /Open the opportunity O\d+/ }).click({ timeout: 20_000 });
    await expect(app.heading(REFERRAL.title)).toBeVisible();
    await page.getByRole('button', { name: 'Assign', exact: true }).click();
    await dialog.getByLabel('First name').fill('Bruno');
    await dialog.getByLabel('Last name').fill('Castellan');
    await dialog.getByLabel('Email').fill('bruno.castellan@lanternfish.example.com');
    await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
    await expect(page.getByText('Assigned at AWS.')).toBeVisible();
  });

  await test.step('the offer is put beside it, and it goes stage by stage to its launch', async () => {
    await app.openRoute(new URL(offerPage).hash.slice(1));
    const which = page.getByRole('combobox', { name: 'Associate with an opportunity' });
    await which.fill('looms');
    await page.getByRole('option', { name: REFERRAL.title }).click();
    await expect(app.heading(REFERRAL.title)).toBeVisible();
    await editor.send('Update at AWS', 'AwsMarketplaceOffers');
    for (const stage of ['Qualified', 'Technical Validation', 'Business Validation']) {
      await editor.button(`Go to ${stage}`).click();
      await editor.send('Update at AWS', `"Stage": "${stage}"`);
    }
    await editor.button('Go to Committed').click();
    await editor.button('Update at AWS').click();
    await expect(page.getByText('1 thing keeps AWS from taking this')).toBeVisible();
    await editor.associate('Driftmeter');
    await editor.send('Update at AWS', '"Stage": "Committed"');
    await editor.button('Go to Launched').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close in the draft' }).click();
    // This partner's program asks for more, which only AWS knows: it says so at the field.
    const launch = await editor.ask('Update at AWS', '"Stage": "Launched"');
    await editor.confirm(launch);
    await expect(page.getByText(/keeps? AWS from taking this/)).toBeVisible({ timeout: 30_000 });
    await editor.choose('Revenue model – optional', 'Contract');
    await editor.field('Contract value').fill('64680');
    await editor.field(/^Currency \(such/).fill('USD');
    const year = new Date().getUTCFullYear() + 1;
    await editor.field('Contract start').fill(`${year}-01-01`);
    await editor.field('Contract end').fill(`${year}-12-31`);
    await editor.send('Update at AWS', '"Stage": "Launched"');
    await page.getByRole('link', { name: /^O\d+$/ }).click();
    await expect(page.getByText('Launched', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('link', { name: OFFER })).toBeVisible();
  });

  const deal = await test.step('a deal of ours is shared and sent back with what is to be corrected', async () => {
    await aws.reviewByHand();
    await app.openRoute('/opportunities/drafts');
    await editor.button('New opportunity').first().click();
    await expect(app.heading('New opportunity')).toBeVisible();
    await editor.field('Company name').fill('Example Corp');
    await editor.field(/^Website/).fill('www.example.com');
    await editor.choose('Industry', 'Retail');
    await editor.choose('Country', 'United States');
    await editor.choose('State or region', 'New York');
    await editor.field(/^Postal code/).fill('10001');
    await editor.field('Project title').fill('Move the shop');
    await editor.field('Customer business problem').fill('The shop is slow whenever many people buy.');
    await editor.choose('Use case', 'Database');
    await editor.chooseSome('Delivery models', 'SaaS or PaaS');
    await editor.chooseSome('Sales activities', 'Conducted POC / Demo');
    await editor.field('Amount per month').fill('12500');
    await editor.field(/^Target close date/).fill(`${new Date().getUTCFullYear() + 1}-06-30`);
    await editor.chooseSome('What you need from AWS', 'Co-Sell - Deal Support');
    await editor.button('Go to Qualified').click();
    await editor.associate('Atlas');
    await editor.send('Share with AWS', 'StartEngagementFromOpportunityTask');
    const id = (await page.getByRole('link', { name: /^O\d+$/ }).textContent()) ?? '';
    await editor.button('Refresh from AWS').click();
    await expect(page.getByText('Review status: In review')).toBeVisible();
    await aws.review({ id, status: 'Action Required', reason: 'Other', comments: 'Say what slow means.' });
    await editor.button('Refresh from AWS').click();
    await expect(page.getByText('AWS says: Other: Say what slow means.')).toBeVisible();
    return id;
  });

  await test.step('it is corrected and approved', async () => {
    await editor.field('Customer business problem').fill('Each sale takes 40 seconds when more than 100 people buy.');
    await editor.send('Send correction', 'Each sale takes 40 seconds');
    await aws.review({ id: deal, status: 'Approved' });
    await editor.button('Refresh from AWS').click();
    await expect(page.getByText('Review status: Approved')).toBeVisible();
  });

  await test.step('both change it at once: both versions are shown, and the fields merged', async () => {
    await aws.edit(deal, {
      LifeCycle: { NextSteps: 'AWS calls on Monday' },
      Project: { AdditionalComments: 'Met them at the fair' },
    });
    await editor.field('Next steps').fill('Visit them');
    await editor.field('Amount per month').fill('15000');
    await editor.confirm(await editor.ask('Update at AWS', '"NextSteps": "Visit them"'));
    const merge = page.getByRole('dialog', { name: 'AWS changed the opportunity meanwhile' });
    await expect(merge).toContainText('AWS calls on Monday');
    await expect(merge).toContainText('Visit them');
    await merge.getByRole('radio', { name: 'At AWS now' }).check();
    await merge.getByRole('button', { name: 'Merge' }).click();
    await expect(editor.field('Additional comments')).toHaveValue('Met them at the fair');
    await editor.send('Update at AWS', '"Amount": "15000"');
    await page.getByRole('link', { name: deal }).click();
    await expect(page.getByText('AWS calls on Monday').first()).toBeVisible();
    await expect(page.getByText('$15,000.00').first()).toBeVisible();
  });
});
