/** What the list columns hold of AWS's JSON: a row of its list, the engagement itself. Strange JSON gives empty columns, never a throw. */
import type { EngagementMember, SentInvitation } from '../../shared/domain/engagement/engagement.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import { at, textAt, toInstantText } from '../opportunities/readings.ts';

export interface ListedEngagement {
  readonly id: string;
  readonly title: string;
  readonly contextTypes: readonly string[];
  readonly memberCount: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly modifiedAt: string;
}

/** null where the id or a time is missing: without them nothing can be kept in step. Takes a row of the list or the engagement itself. */
export function readListed(entry: unknown): ListedEngagement | null {
  const id = textAt(entry, 'Id');
  const createdAt = toInstantText(at(entry, 'CreatedAt'));
  const modifiedAt = textAt(entry, 'ModifiedAt') || textAt(entry, 'CreatedAt');
  if (id === '' || createdAt === null || toInstantText(modifiedAt) === null) return null;
  const count = at(entry, 'MemberCount');
  const contexts = listOf(entry, 'Contexts').map((context) => textAt(context, 'Type'));
  const types = listOf(entry, 'ContextTypes').filter((type) => typeof type === 'string');
  return {
    id,
    createdAt,
    modifiedAt,
    title: textAt(entry, 'Title'),
    contextTypes: [...new Set([...contexts, ...types])],
    memberCount: typeof count === 'number' ? count : 0,
    createdBy: textAt(entry, 'CreatedBy'),
  };
}

export function listOf(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The lead of an engagement; null where it is about none. */
export function leadOf(document: unknown): { readonly contextId: string; readonly lead: unknown } | null {
  const context = listOf(document, 'Contexts').find((entry) => textAt(entry, 'Type') === 'Lead');
  return context ? { contextId: textAt(context, 'Id'), lead: at(context, 'Payload', 'Lead') } : null;
}

export interface EngagementContent {
  readonly customer: string;
  readonly qualification: string;
}

export function readContent(document: unknown): EngagementContent {
  const lead = leadOf(document)?.lead;
  const names = listOf(document, 'Contexts').map((context) =>
    textAt(context, 'Payload', 'CustomerProject', 'Customer', 'CompanyName'),
  );
  return {
    customer: textAt(lead, 'Customer', 'CompanyName') || names.find((name) => name !== '') || '',
    qualification: textAt(lead, 'QualificationStatus'),
  };
}

export function searchTextOf({ id, title }: ListedEngagement, { customer }: Partial<EngagementContent>): string {
  return foldText([id, title, customer ?? ''].join('\n'));
}

export interface Association {
  readonly engagementId: string;
  readonly resourceId: string;
  readonly createdBy: string;
}

export function readAssociation(entry: unknown): Association | null {
  const engagementId = textAt(entry, 'EngagementId');
  const resourceId = textAt(entry, 'ResourceId');
  if (engagementId === '' || resourceId === '') return null;
  return { engagementId, resourceId, createdBy: textAt(entry, 'CreatedBy') };
}

export function readMember(entry: unknown): EngagementMember {
  return {
    accountId: textAt(entry, 'AccountId'),
    companyName: textAt(entry, 'CompanyName'),
    website: textAt(entry, 'WebsiteUrl'),
  };
}

export function readSent(entry: unknown): SentInvitation {
  return {
    id: textAt(entry, 'Id'),
    status: textAt(entry, 'Status'),
    receiverId: textAt(entry, 'Receiver', 'Account', 'AwsAccountId'),
    receiverAlias: textAt(entry, 'Receiver', 'Account', 'Alias'),
    payloadType: textAt(entry, 'PayloadType'),
    invitedAt: toInstantText(at(entry, 'InvitationDate')),
    expiresAt: toInstantText(at(entry, 'ExpirationDate')),
  };
}
