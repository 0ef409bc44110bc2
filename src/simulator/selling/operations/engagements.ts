/** Engagements: made, read, listed, with their members and resources. */
import type { Input, Operation, SellingContext } from '../context.ts';
import { idOf } from '../context.ts';
import { engagementArn, engagementOf, memberOf, startEngagement } from '../engagements.ts';
import { businessRefusal } from '../errors.ts';
import type { ContextRecord, EngagementRecord } from '../model-engagement.ts';
import { pageOf } from '../paging.ts';
import { ordered } from '../partition.ts';

const DEFAULT_PAGE = 20;

export const createEngagement: Operation = (asked, context) => {
  const { input, partner, catalog } = asked;
  const given = (input['Contexts'] ?? []) as Omit<ContextRecord, 'Id'>[];
  for (const { Type, Payload } of given) checkContextPayload(Type, Payload);
  const contexts = given.map(({ Type, Payload }, index) => ({ Id: String(index + 1), Type, Payload }));
  const title = String(input['Title'] ?? '');
  const description = String(input['Description'] ?? '');
  const engagement = startEngagement({ catalog, creator: memberOf(partner), title, description, contexts }, context);
  return { Id: engagement.id, Arn: engagementArn(engagement), ModifiedAt: engagement.modifiedAt };
};

/** The payload is of the type that is named beside it. */
export function checkContextPayload(type: string, payload: Readonly<Record<string, unknown>> | undefined): void {
  if (type === 'ProspectingResult') {
    const message = 'A prospecting result is made by prospecting alone.';
    throw businessRefusal([{ field: 'type', code: 'ACTION_NOT_PERMITTED', message }]);
  }
  if (payload && type in payload) return;
  throw businessRefusal([{ field: 'payload', code: 'INVALID_VALUE', message: `The payload must be a ${type}.` }]);
}

export const getEngagement: Operation = (asked, context) => {
  const engagement = engagementOf(asked.input['Identifier'], asked, context);
  const { id, title, description, createdAt, createdBy, modifiedAt, modifiedBy, contexts, members } = engagement;
  return {
    Id: id,
    Arn: engagementArn(engagement),
    Title: title,
    Description: description,
    CreatedAt: createdAt,
    CreatedBy: createdBy,
    MemberCount: members.length,
    ModifiedAt: modifiedAt,
    ModifiedBy: modifiedBy,
    Contexts: contexts,
  };
};

export const listEngagements: Operation = ({ input, partner, catalog }, { shared }) => {
  const sort = (input['Sort'] ?? {}) as Record<string, string>;
  const fits = filterOf(input);
  const page = pageOf(
    {
      order: ordered(shared.engagements.values(), ({ createdAt }) => createdAt),
      descending: sort['SortOrder'] !== 'ASCENDING',
      keep: (engagement) =>
        engagement.catalog === catalog &&
        engagement.members.some(({ accountId }) => accountId === partner.accountId) &&
        fits(engagement),
      defaultSize: DEFAULT_PAGE,
    },
    input,
  );
  return { EngagementSummaryList: page.items.map(summarized), NextToken: page.nextToken };
};

function filterOf(input: Input): (engagement: EngagementRecord) => boolean {
  const wanted = (name: string) => new Set(((input[name] ?? []) as string[]).map(idOf));
  const by = wanted('CreatedBy');
  const notBy = wanted('ExcludeCreatedBy');
  const types = wanted('ContextTypes');
  const notTypes = wanted('ExcludeContextTypes');
  const ids = wanted('EngagementIdentifier');
  return ({ id, createdBy, contexts }) =>
    (ids.size === 0 || ids.has(id)) &&
    (by.size === 0 || by.has(createdBy)) &&
    !notBy.has(createdBy) &&
    (types.size === 0 || contexts.some(({ Type }) => types.has(Type))) &&
    !contexts.some(({ Type }) => notTypes.has(Type));
}

function summarized(engagement: EngagementRecord): Record<string, unknown> {
  return {
    Id: engagement.id,
    Arn: engagementArn(engagement),
    Title: engagement.title,
    CreatedAt: engagement.createdAt,
    CreatedBy: engagement.createdBy,
    MemberCount: engagement.members.length,
    ModifiedAt: engagement.modifiedAt,
    ModifiedBy: engagement.modifiedBy,
    ContextTypes: engagement.contexts.map(({ Type }) => Type),
  };
}

const MEMBERS_PAGE = 10;

export const listMembers: Operation = (asked, context) => {
  const { members } = engagementOf(asked.input['Identifier'], asked, context);
  const named = members.map((member) => ({ ...member, id: member.accountId }));
  const order = ordered(named, () => '');
  const page = pageOf({ order, descending: false, keep: () => true, defaultSize: MEMBERS_PAGE }, asked.input);
  return {
    EngagementMemberList: page.items.map(({ accountId, companyName, website }) => ({
      AccountId: accountId,
      CompanyName: companyName,
      WebsiteUrl: website,
    })),
    NextToken: page.nextToken,
  };
};

interface Association {
  readonly id: string;
  readonly engagementId: string;
  readonly resourceId: string;
  readonly createdBy: string;
}

export const listResourceAssociations: Operation = ({ input, partner, catalog }, { shared }: SellingContext) => {
  const { EngagementIdentifier, ResourceIdentifier, CreatedBy } = input;
  const all: Association[] = [...shared.engagements.values()]
    .filter((engagement) => engagement.catalog === catalog)
    .filter(({ members }) => members.some(({ accountId }) => accountId === partner.accountId))
    .flatMap(({ id, resources }) =>
      resources.map((resource) => ({
        id: `${id} ${resource.id}`,
        engagementId: id,
        resourceId: resource.id,
        createdBy: resource.createdBy,
      })),
    );
  const page = pageOf(
    {
      order: ordered(all, ({ engagementId }) => engagementId),
      descending: false,
      keep: (association) =>
        (EngagementIdentifier === undefined || association.engagementId === EngagementIdentifier) &&
        (ResourceIdentifier === undefined || association.resourceId === ResourceIdentifier) &&
        (CreatedBy === undefined || association.createdBy === CreatedBy),
      defaultSize: DEFAULT_PAGE,
    },
    input,
  );
  return {
    EngagementResourceAssociationSummaries: page.items.map(({ engagementId, resourceId, createdBy }) => ({
      Catalog: catalog,
      EngagementId: engagementId,
      ResourceType: 'Opportunity',
      ResourceId: resourceId,
      CreatedBy: createdBy,
    })),
    NextToken: page.nextToken,
  };
};
