/** The life of engagements: made, joined, changed. */
import { sharedArn } from './arns.ts';
import { idOf, nanosOf, type Asked, type SellingContext } from './context.ts';
import { notFound } from './errors.ts';
import { engagementEvents, memberEvents } from './events.ts';
import type { Catalog } from './model.ts';
import type { ContextRecord, EngagementRecord, Member } from './model-engagement.ts';
import type { PartnerProfile } from './partners.ts';

export const AWS_MEMBER: Member = {
  accountId: 'aws',
  companyName: 'Amazon Web Services',
  website: 'https://aws.amazon.com',
};

export interface NewEngagement {
  readonly catalog: Catalog;
  readonly creator: Member;
  readonly title: string;
  readonly description: string;
  readonly contexts: readonly ContextRecord[];
}

export function memberOf({ accountId, name, website }: PartnerProfile): Member {
  return { accountId, companyName: name, website };
}

export function startEngagement(given: NewEngagement, context: SellingContext): EngagementRecord {
  const at = nanosOf(context);
  const engagement: EngagementRecord = {
    id: `eng-${context.deps.randomId(14)}`,
    catalog: given.catalog,
    title: given.title.slice(0, 40),
    description: given.description.slice(0, 255),
    createdAt: at,
    createdBy: given.creator.accountId,
    modifiedAt: at,
    modifiedBy: given.creator.accountId,
    contexts: given.contexts,
    members: [given.creator],
    resources: [],
  };
  context.shared.engagements.set(engagement.id, engagement);
  const events = [...engagementEvents(engagement, 'Created'), ...memberEvents(engagement, given.creator)];
  for (const event of events) context.deps.emit(event);
  return engagement;
}

/** Stored under a new date, and told to the members. */
export function changeEngagement(
  id: string,
  { by, ...change }: Partial<Pick<EngagementRecord, 'contexts' | 'resources'>> & { readonly by: string },
  context: SellingContext,
): EngagementRecord {
  const before = existing(id, context);
  const changed = { ...before, ...change, modifiedAt: nanosOf(context), modifiedBy: by };
  context.shared.engagements.set(id, changed);
  for (const event of engagementEvents(changed, 'Updated')) context.deps.emit(event);
  return changed;
}

export function join(id: string, member: Member, context: SellingContext): EngagementRecord {
  const before = existing(id, context);
  if (before.members.some(({ accountId }) => accountId === member.accountId)) return before;
  const changed = { ...before, members: [...before.members, member] };
  context.shared.engagements.set(id, changed);
  for (const event of memberEvents(changed, member)) context.deps.emit(event);
  return changed;
}

export function attach(
  id: string,
  resource: { id: string; createdBy: string },
  context: SellingContext,
): EngagementRecord {
  const before = existing(id, context);
  if (before.resources.some((other) => other.id === resource.id)) return before;
  const changed = { ...before, resources: [...before.resources, resource] };
  context.shared.engagements.set(id, changed);
  return changed;
}

/** The engagement that a member names by id or ARN. */
export function engagementOf(arnOrId: unknown, { partner, catalog }: Asked, context: SellingContext): EngagementRecord {
  const engagement = context.shared.engagements.get(idOf(arnOrId));
  const isMember = engagement?.members.some(({ accountId }) => accountId === partner.accountId) === true;
  if (engagement && isMember && engagement.catalog === catalog) return engagement;
  throw notFound(String(arnOrId));
}

export function engagementArn({ catalog, id }: Pick<EngagementRecord, 'catalog' | 'id'>): string {
  return sharedArn(catalog, 'engagement', id);
}

function existing(id: string, { shared }: SellingContext): EngagementRecord {
  const engagement = shared.engagements.get(id);
  if (!engagement) throw notFound(id);
  return engagement;
}
