/** Random drafts of opportunities, judged by the app's rules and by the simulator's; where the two part must be listed with a reason. */
import { compileCreate } from '../../src/shared/domain/opportunity/compile.ts';
import type { OpportunityDraft } from '../../src/shared/domain/opportunity/draft.ts';
import { isBlockingOpportunity, lintOpportunity } from '../../src/shared/domain/opportunity/lint/index.ts';
import { PICKLISTS } from '../../src/shared/domain/opportunity/picklists.ts';
import { setAt } from '../../src/shared/domain/opportunity/record.ts';
import { NOTHING_RELATED, type OpportunityRecord, type Related } from '../../src/simulator/selling/model.ts';
import { partners } from '../../src/simulator/selling/partners.ts';
import { checkContent } from '../../src/simulator/selling/rules/content.ts';
import { Problems } from '../../src/simulator/selling/rules/problems.ts';
import { askedContent, storedContent } from '../../src/simulator/selling/rules/stored-content.ts';
import { checkSubmission } from '../../src/simulator/selling/rules/submission.ts';
import { createOpportunityRequest } from '../../src/simulator/selling/shapes/opportunity.ts';
import type { Issue } from '../../src/simulator/selling/shapes/shape.ts';
import { COMPLETE, TODAY } from '../support/opportunity-drafts.ts';

/** How far a draft comes: not even kept, kept but not taken for review, taken. */
export type Reach = 'refused' | 'kept' | 'shared';

export interface OpportunityJudgement {
  readonly draft: OpportunityDraft;
  readonly app: Reach;
  readonly simulator: Reach;
  /** Rules of the app, or fields of the simulator, that stopped it on the stricter side. */
  readonly because: readonly string[];
}

export interface ListedDisagreement {
  /** `rule <id>` where the app is stricter, `field <path>` where the simulator is. */
  readonly what: string;
  readonly reason: string;
}

const IN_TIME =
  'The simulator asks this when a record changes, since nothing can be associated before it exists; the app asks at once.';
const STRICTER = 'AWS’s pattern is wider than its own rule for the field; the app holds to the rule.';

export const LISTED: readonly ListedDisagreement[] = [
  { what: 'rule stage-needs-offering', reason: IN_TIME },
  { what: 'rule launch-needs-account', reason: IN_TIME },
  { what: 'rule customer-account-form', reason: STRICTER },
  { what: 'rule close-date-form', reason: STRICTER },
  {
    what: 'rule unknown-value',
    reason:
      'AWS has written use cases with and without blanks round a slash; the app sends the one with blanks and offers to correct the other.',
  },
  {
    what: 'field customer.account.address.postalCode',
    reason:
      'Outside the United States the app warns only: the published forms of postal codes are old, and partly unreadable.',
  },
];

type Mutation = readonly [path: string, values: readonly unknown[]];

const SPEND = 'project.expectedCustomerSpend.0';
const ESTIMATE = `https://calculator.aws/#/estimate?id=${'b'.repeat(40)}`;
const self = { amount: '90000', currencyCode: 'USD', frequency: 'None', targetCompany: 'Self', estimationUrl: '' };
const solution = { type: 'Solutions', id: 'S-0000001', name: '' };

/** Good and bad values for each field that a rule looks at. */
const MUTATIONS: readonly Mutation[] = [
  ['customer.account.companyName', ['', 'Acme', 'x'.repeat(120), 'x'.repeat(121)]],
  ['customer.account.industry', ['', 'Government', 'Other', 'Retail', 'Beekeeping']],
  ['customer.account.otherIndustry', ['', 'Bees', 'x'.repeat(256)]],
  ['customer.account.websiteUrl', ['', 'example.com', 'https://example.com/a-b', 'ana@example.com', 'x.y', 'no site']],
  ['customer.account.awsAccountId', ['', '000012345678', '1234', '12-34']],
  ['customer.account.duns', ['', '001110011', '11110011', '11-111-0011']],
  ['customer.account.address.countryCode', ['', 'US', 'DE', 'AE', 'JP', 'XK']],
  ['customer.account.address.stateOrRegion', ['', 'New York', 'NY', 'Bavaria', 'FPO, AP']],
  ['customer.account.address.postalCode', ['', '10001', '10001-1234', '9931', '80331', '100-0001']],
  ['customer.contacts', [[], [{ email: 'a@b.example', firstName: '', lastName: '', businessTitle: '', phone: '' }]]],
  ['customer.contacts.0.email', ['a@b.example', 'A@b.example', 'no address', 'a.b@c-d.example']],
  ['customer.contacts.0.phone', ['', '+4989123456', '089 123456', '+1']],
  ['customer.contacts.0.lastName', ['', 'x'.repeat(81)]],
  ['nationalSecurity', ['', 'Yes', 'No', 'Maybe']],
  ['opportunityType', ['', 'Net New Business', 'Flat Renewal', 'Expansion', 'Renewal']],
  ['project.title', ['', 'A title', 'x'.repeat(256)]],
  ['project.customerBusinessProblem', ['', 'Too short', 'Long enough to be taken by AWS.', 'x'.repeat(2001)]],
  ['project.customerUseCase', ['', 'Database', 'Migration/Database Migration', 'Knitting']],
  ['project.deliveryModels', [[], ['Resell'], ['Other', 'Teleport']]],
  ['project.salesActivities', [[], ['SOW Signed'], ['Finalized Deployment Needs']]],
  ['project.competitorName', ['', 'No Competition', '*Other', 'Somebody']],
  ['project.otherCompetitorNames', ['', 'Somebody']],
  ['project.relatedOpportunityIdentifier', ['', 'O123', '123']],
  ['project.additionalComments', ['', 'Fine', 'x'.repeat(256)]],
  ['project.awsPartition', ['', 'aws-eusc', 'aws']],
  ['project.expectedContractDuration', ['', '12', '145', '0', 'a year']],
  ['project.expectedCustomerSpend', [[], [self], [COMPLETE.project.expectedCustomerSpend[0], self]]],
  [`${SPEND}.amount`, ['', '0', '12500', '12500.5', '12500.555', '1e4', '-5', '1000000000000001']],
  [`${SPEND}.currencyCode`, ['USD', 'EUR', 'JPY']],
  [`${SPEND}.frequency`, ['Monthly', 'Yearly', 'None']],
  [`${SPEND}.targetCompany`, ['AWS', 'Self']],
  [`${SPEND}.estimationUrl`, ['', ESTIMATE, 'https://example.com']],
  ['lifeCycle.stage', [...PICKLISTS.stage, 'Won']],
  ['lifeCycle.closedLostReason', ['', 'Price', 'Lost to Competitor – Google']],
  ['lifeCycle.targetCloseDate', ['', '2027-01-31', TODAY, '2026-11-20', '2087-01-01', '2027-02-30']],
  ['lifeCycle.nextSteps', ['', 'x'.repeat(255), 'x'.repeat(256)]],
  ['marketing.source', ['', 'None', 'Marketing Activity']],
  ['marketing.awsFundingUsed', ['', 'Yes', 'No']],
  ['marketing.useCases', [[], ['Analytics'], ['Knitting']]],
  ['marketing.channels', [[], ['Email'], ['Pigeon']]],
  ['marketing.campaignName', ['', 'Autumn']],
  [
    'softwareRevenue.value',
    [
      { amount: '', currencyCode: '' },
      { amount: '100.50', currencyCode: 'USD' },
      { amount: '1,5', currencyCode: 'USD' },
    ],
  ],
  ['softwareRevenue.deliveryModel', ['', 'Contract', 'Barter']],
  ['softwareRevenue.effectiveDate', ['', '2027-01-01']],
  ['softwareRevenue.expirationDate', ['', '2026-12-01', '2028-01-01']],
  ['primaryNeedsFromAws', [[], ['Co-Sell - Deal Support'], ['Do Not Need Support from AWS Sales Rep']]],
  ['sharing.involvement', ['Co-Sell', 'For Visibility Only']],
  ['associations', [[], [solution], [{ type: 'AwsProducts', id: 'AmazonEC2', name: '' }]]],
  ['partnerOpportunityIdentifier', ['crm-1', 'x'.repeat(65)]],
];

/** Up to three fields of a complete draft, changed at random; the same seed gives the same drafts. */
function* randomOpportunities(count: number, seed: number): Generator<OpportunityDraft> {
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  for (let made = 0; made < count; made += 1) {
    let draft = COMPLETE;
    for (let changes = below(4); changes > 0; changes -= 1) {
      const [path, values] = MUTATIONS[below(MUTATIONS.length)] ?? ['project.title', ['']];
      const inEntry = /^(.*)\.0\./.exec(path)?.[1];
      const isThere = inEntry === undefined || listAt(draft, inEntry).length > 0;
      if (isThere) draft = setAt(draft, path, values[below(values.length)]);
    }
    yield draft;
  }
}

function listAt(draft: OpportunityDraft, path: string): readonly unknown[] {
  return path === 'customer.contacts' ? draft.customer.contacts : draft.project.expectedCustomerSpend;
}

const ORDER: readonly Reach[] = ['refused', 'kept', 'shared'];

function judgeOpportunity(draft: OpportunityDraft): OpportunityJudgement {
  const findings = lintOpportunity(draft, { today: TODAY });
  const stopping = (intent: 'save' | 'share') => findings.filter((finding) => isBlockingOpportunity(finding, intent));
  const app = stopping('save').length > 0 ? 'refused' : stopping('share').length > 0 ? 'kept' : 'shared';
  const { reach: simulator, issues } = simulate(draft);
  const isStricter = ORDER.indexOf(app) < ORDER.indexOf(simulator);
  const rules = stopping(app === 'refused' ? 'save' : 'share').map(({ ruleId }) => `rule ${ruleId}`);
  const fields = issues.map(({ field }) => `field ${field}`);
  return { draft, app, simulator, because: app === simulator ? [] : [...new Set(isStricter ? rules : fields)] };
}

/** One of whom AWS asks no revenue at launch: no API tells who takes part in such programs. */
const partner = partners.find(({ reportsRevenue }) => !reportsRevenue);

/** The two stages of a creation, then what is asked before a submission. */
function simulate(draft: OpportunityDraft): { reach: Reach; issues: readonly Issue[] } {
  if (!partner) throw new Error('the simulator knows no partner');
  const issues: Issue[] = [];
  const wire = { ...compileCreate(draft, 'AWS'), ClientToken: 'token' };
  const input = createOpportunityRequest.read(wire, '', issues) as Record<string, unknown>;
  if (issues.length > 0) return { reach: 'refused', issues };
  const content = askedContent(input);
  const shared = { partner, now: Date.parse(`${TODAY}T12:00:00Z`), exists: () => true };
  const created = new Problems();
  checkContent({ ...shared, content, related: NOTHING_RELATED }, created);
  if (created.list.length > 0) return { reach: 'refused', issues: created.list };
  const submitted = new Problems();
  const record = { content: storedContent(content), related: relatedOf(draft) } as OpportunityRecord;
  checkSubmission(record, { ...shared, involvement: draft.sharing.involvement as 'Co-Sell' }, submitted);
  return { reach: submitted.list.length > 0 ? 'kept' : 'shared', issues: submitted.list };
}

function relatedOf({ associations }: OpportunityDraft): Related {
  const ids = (wanted: string) => associations.filter(({ type }) => type === wanted).map(({ id }) => id);
  return {
    AwsMarketplaceOffers: ids('AwsMarketplaceOffers'),
    AwsMarketplaceOfferSets: ids('AwsMarketplaceOfferSets'),
    AwsMarketplaceProducts: ids('AwsMarketplaceProducts'),
    AwsMarketplaceSolutions: ids('AwsMarketplaceSolutions'),
    AwsProducts: ids('AwsProducts'),
    Solutions: ids('Solutions'),
  };
}

export interface OpportunityAgreement {
  readonly judgements: readonly OpportunityJudgement[];
  readonly unlisted: readonly OpportunityJudgement[];
  /** Entries of the list that explain nothing. */
  readonly gone: readonly ListedDisagreement[];
}

export function weighOpportunities(count: number, seed: number): OpportunityAgreement {
  const judgements = [...randomOpportunities(count, seed)].map(judgeOpportunity);
  const parted = judgements.filter(({ app, simulator }) => app !== simulator);
  const isListed = (what: string) => LISTED.some((entry) => entry.what === what);
  return {
    judgements,
    unlisted: parted.filter(({ because }) => !because.every(isListed)),
    gone: LISTED.filter(({ what }) => !parted.some(({ because }) => because.includes(what))),
  };
}
