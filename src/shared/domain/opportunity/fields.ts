/**
 * What AWS asks of each field and where it locks it: one table for forms and rules. Rows of the reference: section 8 (field by field)
 * and section 10 (review status).
 */

export const OPPORTUNITY_SECTIONS = [
  'customer',
  'project',
  'spend',
  'stage',
  'marketing',
  'revenue',
  'team',
  'offerings',
  'sharing',
] as const;
export type OpportunitySection = (typeof OPPORTUNITY_SECTIONS)[number];

/** Who has the say about a change once a review is over: `yes` may be changed, `no` is locked. */
type Editable = 'yes' | 'no';

export interface FieldFacts {
  readonly section: OpportunitySection;
  /** `create`: AWS takes no opportunity without it. `submit`: needed to share it. `sometimes`: a rule says when. */
  readonly need: 'create' | 'submit' | 'sometimes' | 'optional';
  readonly actionRequired: Editable;
  readonly approved: Editable;
  readonly launched: Editable;
  /** Longest text that AWS takes. */
  readonly max?: number;
}

type Need = FieldFacts['need'];

/** `locks`: may it be changed under Action Required, when Approved, after Launched. */
function row(section: OpportunitySection, need: Need, locks: string, max?: number): FieldFacts {
  const [actionRequired, approved, launched] = [...locks].map((sign) => (sign === '+' ? 'yes' : 'no'));
  return {
    section,
    need,
    actionRequired: actionRequired ?? 'no',
    approved: approved ?? 'no',
    launched: launched ?? 'no',
    ...(max !== undefined && { max }),
  };
}

/**
 * Where the sources disagree the stricter one counts: whatever AWS would refuse is then never typed in vain. After Launched, fields that
 * stay open for ISVs or the revenue programs only are open: AWS knows who takes part, this program does not.
 */
export const FIELDS: Readonly<Record<string, FieldFacts>> = {
  'customer.account.companyName': row('customer', 'create', '---', 120),
  'customer.account.websiteUrl': row('customer', 'sometimes', '+--', 255),
  'customer.account.industry': row('customer', 'create', '---'),
  'customer.account.otherIndustry': row('customer', 'sometimes', '---', 255),
  'customer.account.address.countryCode': row('customer', 'create', '+--'),
  'customer.account.address.stateOrRegion': row('customer', 'sometimes', '+--', 255),
  'customer.account.address.postalCode': row('customer', 'sometimes', '+--', 20),
  'customer.account.address.city': row('customer', 'optional', '++-', 255),
  'customer.account.address.streetAddress': row('customer', 'optional', '++-', 255),
  'customer.account.awsAccountId': row('customer', 'sometimes', '-+-'),
  'customer.account.duns': row('customer', 'optional', '-+-'),
  'customer.contacts': row('customer', 'optional', '-+-'),
  nationalSecurity: row('customer', 'optional', '---'),
  'project.title': row('project', 'create', '---', 255),
  opportunityType: row('project', 'optional', '-++'),
  'project.relatedOpportunityIdentifier': row('project', 'sometimes', '-++'),
  'project.customerBusinessProblem': row('project', 'create', '+--', 2000),
  'project.customerUseCase': row('project', 'submit', '-+-'),
  'project.deliveryModels': row('project', 'submit', '-++'),
  'project.salesActivities': row('project', 'submit', '-+-'),
  'project.competitorName': row('project', 'optional', '-+-'),
  'project.otherCompetitorNames': row('project', 'sometimes', '-+-', 255),
  'project.apnPrograms': row('project', 'optional', '---'),
  partnerOpportunityIdentifier: row('project', 'optional', '+--', 64),
  'project.additionalComments': row('project', 'optional', '-++', 255),
  'project.awsPartition': row('spend', 'sometimes', '+--'),
  'project.expectedCustomerSpend': row('spend', 'create', '++-'),
  'project.expectedContractDuration': row('spend', 'sometimes', '++-'),
  'lifeCycle.stage': row('stage', 'create', '-+-'),
  'lifeCycle.closedLostReason': row('stage', 'sometimes', '-+-'),
  'lifeCycle.targetCloseDate': row('stage', 'create', '++-'),
  'lifeCycle.nextSteps': row('stage', 'optional', '-+-', 255),
  'marketing.source': row('marketing', 'optional', '-+-'),
  'marketing.awsFundingUsed': row('marketing', 'sometimes', '-+-'),
  'marketing.useCases': row('marketing', 'optional', '-+-'),
  'marketing.channels': row('marketing', 'optional', '-+-'),
  'marketing.campaignName': row('marketing', 'optional', '-+-', 255),
  'softwareRevenue.deliveryModel': row('revenue', 'optional', '-++'),
  'softwareRevenue.value.amount': row('revenue', 'optional', '-++'),
  'softwareRevenue.value.currencyCode': row('revenue', 'optional', '-++'),
  'softwareRevenue.effectiveDate': row('revenue', 'optional', '-++'),
  'softwareRevenue.expirationDate': row('revenue', 'optional', '-++'),
  opportunityTeam: row('team', 'optional', '---'),
  associations: row('offerings', 'submit', '-+-'),
  'project.otherSolutionDescription': row('offerings', 'optional', '-+-', 255),
  primaryNeedsFromAws: row('sharing', 'submit', '-+-'),
  'sharing.involvement': row('sharing', 'submit', '---'),
  'sharing.visibility': row('sharing', 'optional', '---'),
};

/** Members of an entry that stay locked in an approved opportunity although its amount may be changed. */
const LOCKED_IN_SPEND: ReadonlySet<string> = new Set(['currencyCode', 'frequency', 'targetCompany', 'estimationUrl']);

export function fieldOf(path: string): FieldFacts | null {
  for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
    const found = FIELDS[part];
    if (found) return found;
  }
  return null;
}

export function sectionOfPath(path: string): OpportunitySection | null {
  if ((OPPORTUNITY_SECTIONS as readonly string[]).includes(path)) return path as OpportunitySection;
  return fieldOf(path)?.section ?? null;
}

/** Where an opportunity stands at AWS; null for one that is not there yet. */
export interface Standing {
  readonly reviewStatus: string;
  /** As AWS holds it, not as it is about to be. */
  readonly stage: string;
  /** `AWS Referral` opportunities were never reviewed and behave as approved ones. */
  readonly origin: string;
}

export type Lock = 'in-review' | 'rejected' | 'action-required' | 'approved' | 'launched' | 'lost' | 'elsewhere';

const REFERRAL_STATUSES: readonly string[] = ['', 'Pending Submission'];

/** Why a field cannot be changed now; null where it can. */
export function lockOf(path: string, standing: Standing | null): Lock | null {
  if (standing === null) return null;
  if (path.startsWith('opportunityTeam')) return 'elsewhere';
  const facts = fieldOf(path);
  if (!facts) return null;
  const isReferral = standing.origin === 'AWS Referral' && REFERRAL_STATUSES.includes(standing.reviewStatus);
  switch (isReferral ? 'Approved' : standing.reviewStatus) {
    case 'Submitted':
    case 'In review':
      return 'in-review';
    case 'Rejected':
      return 'rejected';
    case 'Action Required':
      return facts.actionRequired === 'yes' ? null : 'action-required';
    case 'Approved':
      return lockOfApproved(path, facts, standing.stage);
    default:
      return null;
  }
}

function lockOfApproved(path: string, facts: FieldFacts, stage: string): Lock | null {
  if (stage === 'Launched' && facts.launched === 'no') return 'launched';
  if (stage === 'Closed Lost' && path.startsWith('associations')) return 'lost';
  const member = path.slice(path.lastIndexOf('.') + 1);
  if (path.startsWith('project.expectedCustomerSpend.') && LOCKED_IN_SPEND.has(member)) return 'approved';
  return facts.approved === 'yes' ? null : 'approved';
}

/** Nothing at all can be changed. */
export function isReadOnly(standing: Standing | null): boolean {
  const lock = lockOf('lifeCycle.targetCloseDate', standing);
  return lock === 'in-review' || lock === 'rejected';
}
