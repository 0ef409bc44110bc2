/** For each rule about opportunities: a valid draft, and the same draft with that one thing broken. */
import type { OpportunityDraft } from '../../src/shared/domain/opportunity/draft.ts';
import type { LintContext } from '../../src/shared/domain/opportunity/lint/index.ts';
import { setAt } from '../../src/shared/domain/opportunity/record.ts';
import { COMPLETE, heldAs, TODAY } from './opportunity-drafts.ts';

export interface OpportunityBreaker {
  readonly valid: OpportunityDraft;
  readonly broken: OpportunityDraft;
  readonly context?: Partial<LintContext>;
}

type Change = readonly [path: string, value: unknown];

const change = (draft: OpportunityDraft, changes: readonly Change[]) =>
  changes.reduce((changed, [path, value]) => setAt(changed, path, value), draft);
const breaking = (...changes: readonly Change[]): OpportunityBreaker => ({
  valid: COMPLETE,
  broken: change(COMPLETE, changes),
});
/** Where the broken thing needs a setting of its own first. */
const from = (valid: OpportunityDraft, ...changes: readonly Change[]): OpportunityBreaker => ({
  valid,
  broken: change(valid, changes),
});

const ACCOUNT = 'customer.account';
const ADDRESS = `${ACCOUNT}.address`;
const SPEND = 'project.expectedCustomerSpend';
const long = (length: number) => 'x'.repeat(length);
const ESTIMATE = `https://calculator.aws/#/estimate?id=${'a'.repeat(32)}`;
const awsSpend = COMPLETE.project.expectedCustomerSpend[0];
const selfSpend = { ...awsSpend, targetCompany: 'Self', frequency: 'None', amount: '150000' };

const contract = change(COMPLETE, [
  [SPEND, [selfSpend]],
  ['project.expectedContractDuration', '12'],
]);
const euro = change(COMPLETE, [
  [`${SPEND}.0.currencyCode`, 'EUR'],
  ['project.awsPartition', 'aws-eusc'],
]);
const secret = change(COMPLETE, [
  ['nationalSecurity', 'Yes'],
  [`${ACCOUNT}.industry`, 'Government'],
]);
const funded = change(COMPLETE, [
  ['marketing.source', 'Marketing Activity'],
  ['marketing.awsFundingUsed', 'Yes'],
]);
const visible = change(COMPLETE, [
  ['sharing.involvement', 'For Visibility Only'],
  ['primaryNeedsFromAws', []],
]);
const approved = heldAs('Approved');
const launchable = change(approved, [[`${ACCOUNT}.awsAccountId`, '000012345678']]);
const revenue = change(COMPLETE, [
  ['softwareRevenue.value', { amount: '10000.00', currencyCode: 'USD' }],
  ['softwareRevenue.effectiveDate', '2026-12-01'],
]);
const product = { type: 'AwsMarketplaceProducts', id: 'prod-1', name: 'Shop' };
const offer = { type: 'AwsMarketplaceOffers', id: 'offer-1', name: 'Offer' };

export const OPPORTUNITY_BREAKERS: Readonly<Record<string, OpportunityBreaker>> = {
  'required-to-create': breaking(['project.title', '']),
  'required-to-share': breaking(['project.salesActivities', []]),
  'too-long': breaking(['lifeCycle.nextSteps', long(256)]),
  'unknown-value': breaking(['project.salesActivities', ['Finalized Deployment Needs']]),
  'unknown-country': breaking([`${ADDRESS}.countryCode`, 'XK']),
  'program-unknown': breaking(['project.apnPrograms', ['IS Immersion Day SFID Program']]),
  'other-industry-missing': from(
    change(COMPLETE, [
      [`${ACCOUNT}.industry`, 'Other'],
      [`${ACCOUNT}.otherIndustry`, 'Beekeeping'],
    ]),
    [`${ACCOUNT}.otherIndustry`, ' '],
  ),
  'other-industry-idle': breaking([`${ACCOUNT}.otherIndustry`, 'IT']),
  'website-missing': breaking([`${ACCOUNT}.websiteUrl`, '']),
  'website-short': breaking([`${ACCOUNT}.websiteUrl`, 'x.y']),
  'website-form': breaking([`${ACCOUNT}.websiteUrl`, 'sales@example.com']),
  'customer-account-form': breaking([`${ACCOUNT}.awsAccountId`, '1234']),
  'duns-form': breaking([`${ACCOUNT}.duns`, '11-110-0111']),
  'state-missing': breaking([`${ADDRESS}.stateOrRegion`, '']),
  'state-unknown': breaking([`${ADDRESS}.stateOrRegion`, 'NY']),
  'postal-code-missing': breaking([`${ADDRESS}.postalCode`, '']),
  'postal-code-advised': from(
    change(COMPLETE, [
      [`${ADDRESS}.countryCode`, 'JP'],
      [`${ADDRESS}.postalCode`, '100-0001'],
    ]),
    [`${ADDRESS}.postalCode`, ''],
  ),
  'postal-code-form': breaking([`${ADDRESS}.postalCode`, '9931']),
  'postal-code-unusual': from(
    change(COMPLETE, [
      [`${ADDRESS}.countryCode`, 'CA'],
      [`${ADDRESS}.postalCode`, 'K1A 0B1'],
    ]),
    [`${ADDRESS}.postalCode`, '10001'],
  ),
  'postal-code-idle': from(
    change(COMPLETE, [
      [`${ADDRESS}.countryCode`, 'AE'],
      [`${ADDRESS}.postalCode`, ''],
    ]),
    [`${ADDRESS}.postalCode`, '00000'],
  ),
  'email-missing': breaking(['customer.contacts.0.email', '']),
  'email-form': breaking(['customer.contacts.0.email', 'Ana@Example.com']),
  'phone-form': breaking(['customer.contacts.0.phone', '+1 (415) 555-0100']),
  'person-name-long': breaking(['opportunityTeam.0.lastName', long(81)]),
  'team-title': breaking(['opportunityTeam.0.businessTitle', 'Seller']),
  'team-size': breaking(['opportunityTeam', Array.from({ length: 11 }, () => COMPLETE.opportunityTeam[0])]),
  'problem-short': breaking(['project.customerBusinessProblem', 'Slow shop.']),
  'other-competitor-missing': breaking(['project.competitorName', '*Other']),
  'other-competitor-idle': breaking(['project.otherCompetitorNames', 'Somebody']),
  'renewed-opportunity-missing': breaking(['opportunityType', 'Flat Renewal']),
  'renewed-opportunity-form': from(
    change(COMPLETE, [
      ['opportunityType', 'Flat Renewal'],
      ['project.relatedOpportunityIdentifier', 'O123'],
    ]),
    ['project.relatedOpportunityIdentifier', '123'],
  ),
  'renewed-opportunity-idle': breaking(['project.relatedOpportunityIdentifier', 'O123']),
  'secret-industry': from(secret, [`${ACCOUNT}.industry`, 'Retail']),
  'close-date-form': breaking(['lifeCycle.targetCloseDate', '2027-02-30']),
  'close-date-past': breaking(['lifeCycle.targetCloseDate', '2026-11-20']),
  'close-date-far': breaking(['lifeCycle.targetCloseDate', '2086-11-22']),
  'lost-reason-missing': from(
    change(approved, [
      ['lifeCycle.stage', 'Closed Lost'],
      ['lifeCycle.closedLostReason', 'Price'],
    ]),
    ['lifeCycle.closedLostReason', ''],
  ),
  'lost-reason-idle': breaking(['lifeCycle.closedLostReason', 'Price']),
  'launch-needs-account': from(change(launchable, [['lifeCycle.stage', 'Launched']]), [`${ACCOUNT}.awsAccountId`, '']),
  'marketing-source-missing': breaking(['marketing.source', '']),
  'marketing-funding-missing': from(funded, ['marketing.awsFundingUsed', '']),
  'marketing-idle': breaking(['marketing.channels', ['Email']]),
  'marketing-use-cases-unfunded': from(change(funded, [['marketing.awsFundingUsed', 'No']]), [
    'marketing.useCases',
    ['Analytics'],
  ]),
  'spend-missing': breaking([SPEND, []]),
  'spend-entries': breaking([SPEND, Array.from({ length: 11 }, () => awsSpend)]),
  'amount-missing': breaking([`${SPEND}.0.amount`, '']),
  'amount-form': breaking([`${SPEND}.0.amount`, '1.25e4']),
  'amount-range': breaking([`${SPEND}.0.amount`, '0.00']),
  'spend-currency': breaking([`${SPEND}.0.currencyCode`, 'JPY']),
  'euro-needs-partition': from(euro, ['project.awsPartition', '']),
  'partition-needs-euro': from(euro, [`${SPEND}.0.currencyCode`, 'USD']),
  'spend-frequency': breaking([`${SPEND}.0.frequency`, 'Yearly']),
  'spend-target': breaking([`${SPEND}.0.targetCompany`, 'Example Corp']),
  'estimate-form': from(
    change(COMPLETE, [
      [`${SPEND}.0.estimationUrl`, ESTIMATE],
      [`${SPEND}.0.amount`, ''],
    ]),
    [`${SPEND}.0.estimationUrl`, 'https://calculator.aws/#/estimate?id=abc123'],
  ),
  'estimate-dropped': from(change(COMPLETE, [[`${SPEND}.0.estimationUrl`, ESTIMATE]]), [
    `${SPEND}.0.estimationUrl`,
    'https://calculator.aws/#/estimate?id=abc123',
  ]),
  'duration-range': from(contract, ['project.expectedContractDuration', '145']),
  'duration-missing': from(contract, ['project.expectedContractDuration', '']),
  'contract-value-missing': from(contract, [SPEND, [awsSpend]]),
  'contract-value-twice': from(contract, [SPEND, [selfSpend, selfSpend]]),
  'contract-value-estimate': from(contract, [`${SPEND}.0.estimationUrl`, ESTIMATE]),
  'revenue-currency-missing': from(revenue, ['softwareRevenue.value.currencyCode', '']),
  'revenue-amount-form': from(revenue, ['softwareRevenue.value.amount', '10,000.00']),
  'revenue-dates': from(revenue, ['softwareRevenue.expirationDate', '2026-11-30']),
  'needs-missing': breaking(['primaryNeedsFromAws', []]),
  'needs-idle': from(visible, ['primaryNeedsFromAws', ['Co-Sell - Deal Support']]),
  'needs-taken-back': from(approved, ['primaryNeedsFromAws', []]),
  'secret-visibility': from(secret, ['sharing.visibility', 'Limited']),
  'secret-co-sell': from(secret, ['sharing.involvement', 'For Visibility Only'], ['primaryNeedsFromAws', []]),
  'share-lost': breaking(['lifeCycle.stage', 'Closed Lost'], ['lifeCycle.closedLostReason', 'Price']),
  'share-prospect': breaking(['lifeCycle.stage', 'Prospect']),
  'limited-visibility': breaking(['sharing.visibility', 'Limited']),
  'offering-missing': breaking(['associations', [{ type: 'AwsProducts', id: 'AmazonEC2', name: 'Amazon EC2' }]]),
  'stage-needs-offering': from(change(approved, [['lifeCycle.stage', 'Committed']]), ['associations', []]),
  'associations-many': breaking([
    'associations',
    Array.from({ length: 11 }, (_, index) => ({ type: 'Solutions', id: `S-${index}`, name: '' })),
  ]),
  'offer-and-offer-set': breaking([
    'associations',
    [...COMPLETE.associations, offer, { type: 'AwsMarketplaceOfferSets', id: 'offerset-1', name: '' }],
  ]),
  'lost-offer': from(heldAs('Approved', { stage: 'Closed Lost', closedLostReason: 'Price' }), [
    'associations',
    [...COMPLETE.associations, offer],
  ]),
  'launch-without-offer': from(
    change(launchable, [
      ['lifeCycle.stage', 'Launched'],
      ['associations', [...COMPLETE.associations, product, offer]],
    ]),
    ['associations', [...COMPLETE.associations, product]],
  ),
  'record-closed': from(heldAs('In review'), ['project.title', 'Another']),
  'locked-changed': from(heldAs('Action Required'), ['project.title', 'Another']),
  'possible-duplicate': {
    valid: COMPLETE,
    broken: COMPLETE,
    context: { duplicates: [{ id: 'O77', traits: ['company', 'use-case', 'title'], likelihood: 'likely' }] },
  },
};

export const CONTEXT: LintContext = { today: TODAY };
