/** The 45 operations of the Selling API, each with the format of its request. */
import type { Operation } from '../context.ts';
import * as collaboration from '../shapes/collaboration-requests.ts';
import * as engagement from '../shapes/engagement.ts';
import { createOpportunityRequest, updateOpportunityRequest } from '../shapes/opportunity.ts';
import * as requests from '../shapes/requests.ts';
import type { Shape } from '../shapes/shape.ts';
import { assignOpportunity } from './assign-opportunity.ts';
import { associateOpportunity, disassociateOpportunity } from './associate-opportunity.ts';
import * as contexts from './contexts.ts';
import { createOpportunity } from './create-opportunity.ts';
import * as engagements from './engagements.ts';
import { getAwsOpportunitySummary } from './get-aws-summary.ts';
import * as invitations from './invitations.ts';
import { listSolutions } from './list-solutions.ts';
import * as prospecting from './prospecting.ts';
import { getOpportunity, listOpportunities } from './read-opportunities.ts';
import * as snapshots from './snapshots.ts';
import { submitOpportunity } from './submit-opportunity.ts';
import * as tags from './tags.ts';
import * as tasks from './tasks.ts';
import { updateOpportunity } from './update-opportunity.ts';

export interface OperationSpec {
  readonly request: Shape;
  readonly run: Operation;
  /** Asks for a client token: a repeat is answered without being done again. */
  readonly isTokened?: boolean;
  /** What a repeat is answered, where that is not what was answered first. */
  readonly repeat?: tasks.Repeat;
  /** Answers with an empty body. */
  readonly isSilent?: boolean;
}

const tokened = (request: Shape, run: Operation): OperationSpec => ({ request, run, isTokened: true });
const task = (request: Shape, run: Operation): OperationSpec => ({ ...tokened(request, run), repeat: tasks.taskNow });
const silent = (request: Shape, run: Operation): OperationSpec => ({ request, run, isSilent: true });
const plain = (request: Shape, run: Operation): OperationSpec => ({ request, run });

export const OPERATIONS: Readonly<Record<string, OperationSpec>> = {
  CreateOpportunity: tokened(createOpportunityRequest, createOpportunity),
  UpdateOpportunity: plain(updateOpportunityRequest, updateOpportunity),
  GetOpportunity: plain(requests.getOpportunityRequest, getOpportunity),
  ListOpportunities: plain(requests.listOpportunitiesRequest, listOpportunities),
  AssociateOpportunity: silent(requests.associateRequest, associateOpportunity),
  DisassociateOpportunity: silent(requests.associateRequest, disassociateOpportunity),
  AssignOpportunity: silent(requests.assignRequest, assignOpportunity),
  SubmitOpportunity: silent(requests.submitRequest, submitOpportunity),
  GetAwsOpportunitySummary: plain(requests.getSummaryRequest, getAwsOpportunitySummary),
  ListSolutions: plain(requests.listSolutionsRequest, listSolutions),
  StartEngagementFromOpportunityTask: task(collaboration.startSubmissionRequest, tasks.startSubmission),
  StartEngagementByAcceptingInvitationTask: task(collaboration.startAcceptanceRequest, tasks.startAcceptance),
  StartOpportunityFromEngagementTask: task(collaboration.startFromLeadRequest, tasks.startFromLead),
  ListEngagementFromOpportunityTasks: plain(collaboration.listSubmissionTasksRequest, tasks.listSubmissionTasks),
  ListEngagementByAcceptingInvitationTasks: plain(collaboration.listAcceptanceTasksRequest, tasks.listAcceptanceTasks),
  ListOpportunityFromEngagementTasks: plain(collaboration.listLeadTasksRequest, tasks.listLeadTasks),
  AcceptEngagementInvitation: silent(collaboration.invitationRequest, invitations.acceptInvitation),
  RejectEngagementInvitation: silent(collaboration.rejectInvitationRequest, invitations.rejectInvitation),
  GetEngagementInvitation: plain(collaboration.invitationRequest, invitations.getInvitation),
  ListEngagementInvitations: plain(collaboration.listInvitationsRequest, invitations.listInvitations),
  CreateEngagementInvitation: tokened(engagement.createInvitationRequest, invitations.createInvitation),
  CreateEngagement: tokened(engagement.createEngagementRequest, engagements.createEngagement),
  GetEngagement: plain(collaboration.engagementRequest, engagements.getEngagement),
  ListEngagements: plain(collaboration.listEngagementsRequest, engagements.listEngagements),
  ListEngagementMembers: plain(collaboration.listMembersRequest, engagements.listMembers),
  ListEngagementResourceAssociations: plain(
    collaboration.listAssociationsRequest,
    engagements.listResourceAssociations,
  ),
  CreateEngagementContext: tokened(engagement.createContextRequest, contexts.createContext),
  UpdateEngagementContext: plain(engagement.updateContextRequest, contexts.updateContext),
  CreateResourceSnapshot: tokened(collaboration.createSnapshotRequest, snapshots.createSnapshot),
  GetResourceSnapshot: plain(collaboration.getSnapshotRequest, snapshots.getSnapshot),
  ListResourceSnapshots: plain(collaboration.listSnapshotsRequest, snapshots.listSnapshots),
  CreateResourceSnapshotJob: tokened(collaboration.createJobRequest, snapshots.createJob),
  GetResourceSnapshotJob: plain(collaboration.jobRequest, snapshots.getJob),
  ListResourceSnapshotJobs: plain(collaboration.listJobsRequest, snapshots.listJobs),
  StartResourceSnapshotJob: silent(collaboration.jobRequest, snapshots.startSnapshotJob),
  StopResourceSnapshotJob: silent(collaboration.jobRequest, snapshots.stopSnapshotJob),
  DeleteResourceSnapshotJob: silent(collaboration.jobRequest, snapshots.deleteJob),
  GetSellingSystemSettings: plain(collaboration.settingsRequest, snapshots.getSettings),
  PutSellingSystemSettings: plain(collaboration.putSettingsRequest, snapshots.putSettings),
  ListTagsForResource: plain(collaboration.listTagsRequest, tags.listTags),
  TagResource: plain(collaboration.tagRequest, tags.tagResource),
  UntagResource: plain(collaboration.untagRequest, tags.untagResource),
  StartProspectingFromEngagementTask: tokened(collaboration.startProspectingRequest, prospecting.startProspecting),
  GetProspectingFromEngagementTask: plain(collaboration.getProspectingRequest, prospecting.getProspecting),
  ListProspectingFromEngagementTasks: plain(collaboration.listProspectingRequest, prospecting.listProspecting),
};
