/** What the list columns hold of AWS's JSON: a row of its list, the invitation itself. Strange JSON gives empty columns, never a throw. */
import { foldText } from '../../shared/domain/text/fold.ts';
import { at, textAt, toInstantText } from '../opportunities/readings.ts';

export interface ListedInvitation {
  readonly id: string;
  readonly engagementId: string;
  /** `OpportunityInvitation`, `LeadInvitation`, or a word that AWS adds. */
  readonly payloadType: string;
  readonly status: string;
  readonly title: string;
  readonly sender: string;
  readonly invitedAt: string;
  readonly expiresAt: string | null;
}

/** null where the id, the status or the time of the invitation is missing: without them nothing can be kept in step. */
export function readListed(entry: unknown): ListedInvitation | null {
  const id = textAt(entry, 'Id');
  const status = textAt(entry, 'Status');
  const invitedAt = toInstantText(at(entry, 'InvitationDate'));
  if (id === '' || status === '' || invitedAt === null) return null;
  return {
    id,
    status,
    invitedAt,
    engagementId: textAt(entry, 'EngagementId'),
    payloadType: textAt(entry, 'PayloadType') || 'OpportunityInvitation',
    title: textAt(entry, 'EngagementTitle'),
    sender: textAt(entry, 'SenderCompanyName'),
    expiresAt: toInstantText(at(entry, 'ExpirationDate')),
  };
}

export interface InvitationContent {
  readonly title: string;
  readonly customer: string;
  readonly country: string;
  readonly industry: string;
}

export function readContent(document: unknown): InvitationContent {
  const payload = at(document, 'Payload', 'OpportunityInvitation') ?? at(document, 'Payload', 'LeadInvitation');
  return {
    title: textAt(payload, 'Project', 'Title') || textAt(document, 'EngagementTitle'),
    customer: textAt(payload, 'Customer', 'CompanyName'),
    country: textAt(payload, 'Customer', 'CountryCode'),
    industry: textAt(payload, 'Customer', 'Industry'),
  };
}

export function searchTextOf(
  { id, sender }: ListedInvitation,
  { title, customer }: Partial<InvitationContent>,
): string {
  return foldText([id, title ?? '', customer ?? '', sender].join('\n'));
}
