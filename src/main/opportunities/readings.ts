/** What the list columns hold of AWS's JSON: a row of its list, the record, the summary. Strange JSON gives empty columns, never a throw. */
import { companyKeyOf, siteKeyOf } from '../../shared/domain/opportunity/duplicates.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import { isAmount } from '../../shared/domain/money/amount.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Columns that AWS's list and the record itself share. */
export interface ListedColumns {
  readonly id: string;
  readonly partnerId: string;
  readonly customer: string;
  /** By which other opportunities of the customer are found. */
  readonly companyKey: string;
  readonly siteKey: string;
  readonly country: string;
  readonly industry: string;
  readonly stage: string;
  readonly reviewStatus: string;
  readonly opportunityType: string;
  readonly targetClose: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly nextSteps: string;
  readonly closedLostReason: string;
  readonly createdAt: string | null;
  readonly modifiedAt: string;
}

export interface RecordColumns {
  readonly title: string;
  readonly owner: string;
}

export interface SummaryColumns {
  readonly origin: string | null;
  readonly engagementScore: string;
  readonly involvement: string;
  readonly awsStage: string;
}

export interface Step {
  readonly at: string;
  readonly text: string;
}

export interface Link {
  readonly type: string;
  readonly target: string;
  readonly targetId: string;
}

export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) => (found !== null && typeof found === 'object' ? (found as Json)[name] : undefined),
    value,
  );
}

export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}

function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** To the millisecond; null for what is no instant. */
export function toInstantText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** null where the id or the time of the last change is missing: without them nothing can be kept in step. */
export function readListed(entry: unknown): ListedColumns | null {
  const id = textAt(entry, 'Id');
  const modifiedAt = toInstantText(at(entry, 'LastModifiedDate'));
  if (id === '' || modifiedAt === null) return null;
  const spend = spendOf(entry);
  const customer = textAt(entry, 'Customer', 'Account', 'CompanyName');
  return {
    id,
    modifiedAt,
    partnerId: textAt(entry, 'PartnerOpportunityIdentifier'),
    customer,
    companyKey: companyKeyOf(customer),
    siteKey: siteKeyOf(textAt(entry, 'Customer', 'Account', 'WebsiteUrl')),
    country: textAt(entry, 'Customer', 'Account', 'Address', 'CountryCode'),
    industry: textAt(entry, 'Customer', 'Account', 'Industry'),
    stage: textAt(entry, 'LifeCycle', 'Stage'),
    reviewStatus: textAt(entry, 'LifeCycle', 'ReviewStatus'),
    opportunityType: textAt(entry, 'OpportunityType'),
    targetClose: textAt(entry, 'LifeCycle', 'TargetCloseDate') || null,
    amount: spend.amount,
    currency: spend.currency,
    nextSteps: textAt(entry, 'LifeCycle', 'NextSteps'),
    closedLostReason: textAt(entry, 'LifeCycle', 'ClosedLostReason'),
    createdAt: toInstantText(at(entry, 'CreatedDate')),
  };
}

/** What AWS is expected to earn in a month; the entry of the total contract value stands aside. */
function spendOf(entry: unknown): { amount: string | null; currency: string | null } {
  const entries = listAt(entry, 'Project', 'ExpectedCustomerSpend');
  const ofAws = entries.find((each) => textAt(each, 'TargetCompany') === 'AWS') ?? entries[0];
  const amount = textAt(ofAws, 'Amount');
  if (!isAmount(amount)) return { amount: null, currency: null };
  return { amount, currency: textAt(ofAws, 'CurrencyCode') || null };
}

export function readRecord(document: unknown): RecordColumns {
  return { title: textAt(document, 'Project', 'Title'), owner: ownerOf(document) };
}

function ownerOf(document: unknown): string {
  const team = listAt(document, 'OpportunityTeam');
  const owner = team.find((member) => textAt(member, 'BusinessTitle') === 'OpportunityOwner') ?? team[0];
  const name = `${textAt(owner, 'FirstName')} ${textAt(owner, 'LastName')}`.trim();
  return name || textAt(owner, 'Email');
}

export function readSummary(summary: unknown): SummaryColumns {
  return {
    origin: textAt(summary, 'Origin') || null,
    engagementScore: textAt(summary, 'Insights', 'EngagementScore'),
    involvement: textAt(summary, 'InvolvementType'),
    awsStage: textAt(summary, 'LifeCycle', 'Stage'),
  };
}

/** The history of next steps, of the record or of AWS's summary. */
export function readSteps(value: unknown): Step[] {
  return listAt(value, 'LifeCycle', 'NextStepsHistory').flatMap((entry) => {
    const text = textAt(entry, 'Value');
    const time = toInstantText(at(entry, 'Time'));
    return text === '' || time === null ? [] : [{ at: time, text }];
  });
}

export function readLinks(document: unknown): Link[] {
  const related = at(document, 'RelatedEntityIdentifiers');
  if (related === null || typeof related !== 'object') return [];
  return Object.entries(related).flatMap(([type, targets]) =>
    (Array.isArray(targets) ? targets : []).flatMap((target: unknown) =>
      typeof target === 'string' ? [{ type, target, targetId: target.split('/').at(-1) ?? target }] : [],
    ),
  );
}

export function searchTextOf(columns: Partial<ListedColumns>, record: RecordColumns): string {
  return foldText([columns.id, columns.partnerId, record.title, columns.customer, record.owner].join('\n'));
}
