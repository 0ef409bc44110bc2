/** Requests about engagements, invitations, tasks, snapshots, settings, tags and prospecting. */
import {
  EngagementContextType,
  EngagementInvitationPayloadType,
  InvitationStatus,
  ParticipantType,
  ProspectingFromEngagementTaskSortName,
  ResourceSnapshotJobStatus,
  ResourceType,
  SalesInvolvementType,
  TaskStatus,
  Visibility,
} from '@aws-sdk/client-partnercentral-selling';
import { tags } from './opportunity.ts';
import { sortBy } from './requests.ts';
import { instant, integer, list, oneOf, required, struct, text, type Members } from './shape.ts';
import * as values from './values.ts';

const Catalog = required(values.catalog);
const ClientToken = required(values.clientToken);
const tenOf = (shape: Parameters<typeof list>[0]) => list(shape, { min: 1, max: 10 });
const page = (most: number): Members => ({ MaxResults: integer(1, most), NextToken: values.nextToken });

export const invitationRequest = struct({ Catalog, Identifier: required(values.invitationArnOrId) });

export const rejectInvitationRequest = struct({
  Catalog,
  Identifier: required(values.invitationArnOrId),
  RejectionReason: values.rejectionReason,
});

export const listInvitationsRequest = struct({
  Catalog,
  ...page(100),
  Sort: sortBy(['InvitationDate']),
  PayloadType: list(oneOf(EngagementInvitationPayloadType)),
  ParticipantType: required(oneOf(ParticipantType)),
  Status: tenOf(oneOf(InvitationStatus)),
  EngagementIdentifier: tenOf(values.engagementArnOrId),
  SenderAwsAccountId: tenOf(values.awsAccount),
});

export const engagementRequest = struct({ Catalog, Identifier: required(values.engagementArnOrId) });

export const listEngagementsRequest = struct({
  Catalog,
  ...page(100),
  CreatedBy: tenOf(values.awsAccount),
  ExcludeCreatedBy: tenOf(values.awsAccount),
  ContextTypes: list(oneOf(EngagementContextType), { max: 5 }),
  ExcludeContextTypes: list(oneOf(EngagementContextType), { max: 5 }),
  Sort: sortBy(['CreatedDate']),
  EngagementIdentifier: tenOf(values.engagementArnOrId),
});

export const listMembersRequest = struct({
  Catalog,
  Identifier: required(values.engagementArnOrId),
  ...page(10),
});

export const listAssociationsRequest = struct({
  Catalog,
  ...page(1000),
  EngagementIdentifier: values.engagementId,
  ResourceType: oneOf(ResourceType),
  ResourceIdentifier: values.opportunityId,
  CreatedBy: values.awsAccount,
});

export const startSubmissionRequest = struct({
  Catalog,
  ClientToken,
  Identifier: required(values.opportunityId),
  AwsSubmission: required(
    struct({ InvolvementType: required(oneOf(SalesInvolvementType)), Visibility: oneOf(Visibility) }),
  ),
  Tags: tags,
});

export const startAcceptanceRequest = struct({
  Catalog,
  ClientToken,
  Identifier: required(values.invitationArnOrId),
  Tags: tags,
});

export const startFromLeadRequest = struct({
  Catalog,
  ClientToken,
  Identifier: required(values.engagementArnOrId),
  ContextIdentifier: required(values.contextNumber),
  Tags: tags,
});

const taskFilters: Members = {
  ...page(1000),
  Sort: sortBy(['StartTime']),
  Catalog,
  TaskStatus: list(oneOf(TaskStatus), { min: 1, max: 3 }),
  TaskIdentifier: tenOf(values.taskArnOrId),
  OpportunityIdentifier: tenOf(values.opportunityId),
};

export const listAcceptanceTasksRequest = struct({
  ...taskFilters,
  EngagementInvitationIdentifier: tenOf(values.invitationArnOrId),
});

export const listSubmissionTasksRequest = struct({
  ...taskFilters,
  EngagementIdentifier: tenOf(values.engagementArnOrId),
});

export const listLeadTasksRequest = struct({
  ...taskFilters,
  EngagementIdentifier: tenOf(values.engagementArnOrId),
  ContextIdentifier: tenOf(values.contextNumber),
});

const resource: Members = {
  EngagementIdentifier: required(values.engagementId),
  ResourceType: required(oneOf(ResourceType)),
  ResourceIdentifier: required(values.opportunityId),
  ResourceSnapshotTemplateIdentifier: required(values.templateName),
};

export const createSnapshotRequest = struct({ Catalog, ClientToken, ...resource });
export const createJobRequest = struct({ Catalog, ClientToken, ...resource, Tags: tags });
export const getSnapshotRequest = struct({ Catalog, ...resource, Revision: integer(1, 2 ** 31 - 1) });

export const listSnapshotsRequest = struct({
  Catalog,
  ...page(1000),
  EngagementIdentifier: required(values.engagementId),
  ResourceType: oneOf(ResourceType),
  ResourceIdentifier: values.opportunityId,
  ResourceSnapshotTemplateIdentifier: values.templateName,
  CreatedBy: values.awsAccount,
});

export const jobRequest = struct({ Catalog, ResourceSnapshotJobIdentifier: required(values.jobId) });

export const listJobsRequest = struct({
  Catalog,
  ...page(1000),
  EngagementIdentifier: values.engagementId,
  Status: oneOf(ResourceSnapshotJobStatus),
  // Alone among the sorts, both members may be left out.
  Sort: struct({ SortBy: oneOf(['CreatedDate']), SortOrder: values.sortOrder }),
});

export const settingsRequest = struct({ Catalog });
export const putSettingsRequest = struct({ Catalog, ResourceSnapshotJobRoleIdentifier: values.roleIdentifier });

export const listTagsRequest = struct({ ResourceArn: required(values.taggableArn) });
export const tagRequest = struct({ ResourceArn: required(values.taggableArn), Tags: required(tags) });
export const untagRequest = struct({
  ResourceArn: required(values.taggableArn),
  TagKeys: required(list(values.tagKey, { min: 1, max: 50 })),
});

export const startProspectingRequest = struct({
  Catalog,
  ClientToken,
  Identifiers: required(list(values.engagementId, { max: 100 })),
  TaskName: required(values.upTo(128, 1)),
});

export const getProspectingRequest = struct({ Catalog, TaskIdentifier: required(values.prospectingTaskId) });

export const listProspectingRequest = struct({
  Catalog,
  MaxResults: integer(1, 100),
  NextToken: text(),
  TaskIdentifier: list(values.prospectingTaskId, { max: 10 }),
  TaskName: list(values.upTo(128, 1), { max: 10 }),
  StartAfter: instant,
  StartBefore: instant,
  Sort: sortBy(ProspectingFromEngagementTaskSortName),
});
