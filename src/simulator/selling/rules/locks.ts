/** Which fields a partner may change in which state of the review. */
import type { OpportunityContent, OpportunityRecord } from '../model.ts';
import type { PartnerProfile } from '../partners.ts';
import type { Problems } from './problems.ts';

/** Sent back by AWS: these may be corrected, nothing else. */
const OPEN_WHEN_ACTION_REQUIRED: readonly string[] = [
  'customer.account.address',
  'customer.account.websiteUrl',
  'lifeCycle.targetCloseDate',
  'partnerOpportunityIdentifier',
  'project.customerBusinessProblem',
  'project.expectedContractDuration',
  'project.expectedCustomerSpend',
];

const LOCKED_WHEN_APPROVED: readonly string[] = [
  'customer.account.address.countryCode',
  'customer.account.address.postalCode',
  'customer.account.address.stateOrRegion',
  'customer.account.companyName',
  'customer.account.industry',
  'customer.account.otherIndustry',
  'customer.account.websiteUrl',
  'nationalSecurity',
  'partnerOpportunityIdentifier',
  'project.awsPartition',
  'project.customerBusinessProblem',
  'project.title',
];

/** Entries of spend keep everything but their amount. */
const SPEND_WITHOUT_AMOUNT = ['currencyCode', 'frequency', 'targetCompany'];

const OPEN_AFTER_LAUNCH: readonly string[] = ['project.additionalComments'];
const OPEN_AFTER_LAUNCH_ISV: readonly string[] = [
  'opportunityType',
  'project.deliveryModels',
  'project.relatedOpportunityIdentifier',
  'softwareRevenue.deliveryModel',
];
const OPEN_AFTER_LAUNCH_REVENUE: readonly string[] = [
  'softwareRevenue.effectiveDate',
  'softwareRevenue.expirationDate',
  'softwareRevenue.value',
];

export function checkLocks(
  record: OpportunityRecord,
  asked: OpportunityContent,
  { partner, problems }: { readonly partner: PartnerProfile; readonly problems: Problems },
): void {
  const changed = changedFields(record.content, asked);
  for (const field of changed) {
    if (!isLocked(field, record, partner)) continue;
    const message = `${field} cannot be changed while the opportunity is ${describe(record)}.`;
    problems.add(field, 'ACTION_NOT_PERMITTED', message);
  }
  const hadNeeds = (record.content.PrimaryNeedsFromAws ?? []).length > 0;
  if (record.review.status !== 'Approved' || !changed.includes('primaryNeedsFromAws')) return;
  if (hadNeeds && (asked.PrimaryNeedsFromAws ?? []).length === 0) {
    const message = 'An opportunity cannot go back from Co-Sell to For Visibility Only.';
    problems.add('primaryNeedsFromAws', 'ACTION_NOT_PERMITTED', message);
  }
}

function describe({ review, content }: OpportunityRecord): string {
  return content.LifeCycle.Stage === 'Launched' ? 'Launched' : review.status;
}

function isLocked(field: string, { review, content }: OpportunityRecord, partner: PartnerProfile): boolean {
  if (review.status === 'Pending Submission') return false;
  if (review.status === 'Action Required') return !within(field, OPEN_WHEN_ACTION_REQUIRED);
  if (content.LifeCycle.Stage === 'Launched') {
    return !(
      within(field, OPEN_AFTER_LAUNCH) ||
      (partner.isIsv && within(field, OPEN_AFTER_LAUNCH_ISV)) ||
      (partner.reportsRevenue && within(field, OPEN_AFTER_LAUNCH_REVENUE))
    );
  }
  const isSpend = field.startsWith('project.expectedCustomerSpend.');
  return within(field, LOCKED_WHEN_APPROVED) || (isSpend && SPEND_WITHOUT_AMOUNT.some((name) => field.endsWith(name)));
}

function within(field: string, fields: readonly string[]): boolean {
  return fields.some((known) => field === known || field.startsWith(`${known}.`));
}

/** Paths, in camel case, of everything that differs; lists of plain values differ as a whole. */
export function changedFields(before: unknown, after: unknown, at = ''): string[] {
  if (isRecord(before) || isRecord(after)) {
    const left = isRecord(before) ? before : {};
    const right = isRecord(after) ? after : {};
    return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((name) => {
      const member = name.charAt(0).toLowerCase() + name.slice(1);
      return changedFields(left[name], right[name], at === '' ? member : `${at}.${member}`);
    });
  }
  if (Array.isArray(before) && Array.isArray(after) && [...before, ...after].some(isRecord)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => changedFields(before[index], after[index], `${at}.${index}`)).flat();
  }
  return isSame(before, after) ? [] : [at];
}

/** Nothing, an empty text and an empty list are the same to AWS. */
function isSame(before: unknown, after: unknown): boolean {
  const plain = (value: unknown) =>
    value === '' || (Array.isArray(value) && value.length === 0) ? null : (value ?? null);
  return JSON.stringify(plain(before)) === JSON.stringify(plain(after));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
