/** Asks Partner Central once for each thing that the app reads there, to see what the credentials may read. */
import {
  GetAwsOpportunitySummaryCommand,
  GetEngagementCommand,
  GetEngagementInvitationCommand,
  GetOpportunityCommand,
  GetProspectingFromEngagementTaskCommand,
  ListEngagementByAcceptingInvitationTasksCommand,
  ListEngagementFromOpportunityTasksCommand,
  ListEngagementInvitationsCommand,
  ListEngagementMembersCommand,
  ListEngagementResourceAssociationsCommand,
  ListEngagementsCommand,
  ListOpportunitiesCommand,
  ListOpportunityFromEngagementTasksCommand,
  ListProspectingFromEngagementTasksCommand,
  ListSolutionsCommand,
} from '@aws-sdk/client-partnercentral-selling';
import type { PartnerCatalog } from '../../shared/domain/account/account.ts';
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import type { CallOptions, SellingDoor } from '../aws/access.ts';

type Seen = 'allowed' | 'denied';

/** AWS's own words for a refusal of rights. */
export function isDenied(error: unknown): error is OfferdeckError {
  return error instanceof OfferdeckError && error.data.code === 'access-denied';
}

/** By IAM action. A record is asked for only where a list has shown one: of one that is not there AWS may refuse to speak at all. */
export async function probeReads(
  door: SellingDoor,
  Catalog: PartnerCatalog,
  options: CallOptions,
): Promise<ReadonlyMap<string, Seen>> {
  const seen = new Map<string, Seen>();
  const row = { Catalog, MaxResults: 1 } as const;
  const ask = async <O>(operation: string, send: () => Promise<O>): Promise<O | null> => {
    try {
      const answer = await send();
      seen.set(`partnercentral:${operation}`, 'allowed');
      return answer;
    } catch (error) {
      if (isDenied(error)) seen.set(`partnercentral:${operation}`, 'denied');
      // A list lags: what it shows may be gone by now, and AWS has looked at the rights before it says so.
      else if (isNotThere(error)) seen.set(`partnercentral:${operation}`, 'allowed');
      else throw error;
      return null;
    }
  };

  const deals = await ask('ListOpportunities', () => door.send(new ListOpportunitiesCommand(row), options));
  const deal = deals?.OpportunitySummaries?.[0]?.Id;
  if (deal) {
    const record = new GetOpportunityCommand({ Catalog, Identifier: deal });
    await ask('GetOpportunity', () => door.send(record, options));
    const summary = new GetAwsOpportunitySummaryCommand({ Catalog, RelatedOpportunityIdentifier: deal });
    await ask('GetAwsOpportunitySummary', () => door.send(summary, options));
  }
  await ask('ListSolutions', () => door.send(new ListSolutionsCommand(row), options));

  const inbox = new ListEngagementInvitationsCommand({ ...row, ParticipantType: 'RECEIVER' });
  const invitations = await ask('ListEngagementInvitations', () => door.send(inbox, options));
  const invitation = invitations?.EngagementInvitationSummaries?.[0]?.Id;
  if (invitation) {
    const command = new GetEngagementInvitationCommand({ Catalog, Identifier: invitation });
    await ask('GetEngagementInvitation', () => door.send(command, options));
  }
  const shares = new ListEngagementFromOpportunityTasksCommand(row);
  await ask('ListEngagementFromOpportunityTasks', () => door.send(shares, options));
  const acceptances = new ListEngagementByAcceptingInvitationTasksCommand(row);
  await ask('ListEngagementByAcceptingInvitationTasks', () => door.send(acceptances, options));

  const engagements = await ask('ListEngagements', () => door.send(new ListEngagementsCommand(row), options));
  const engagement = engagements?.EngagementSummaryList?.[0]?.Id;
  if (engagement) {
    const command = new GetEngagementCommand({ Catalog, Identifier: engagement });
    await ask('GetEngagement', () => door.send(command, options));
    const members = new ListEngagementMembersCommand({ ...row, Identifier: engagement });
    await ask('ListEngagementMembers', () => door.send(members, options));
  }
  const resources = new ListEngagementResourceAssociationsCommand(row);
  await ask('ListEngagementResourceAssociations', () => door.send(resources, options));
  const ofLeads = new ListOpportunityFromEngagementTasksCommand(row);
  await ask('ListOpportunityFromEngagementTasks', () => door.send(ofLeads, options));
  const prospecting = new ListProspectingFromEngagementTasksCommand(row);
  const tasks = await ask('ListProspectingFromEngagementTasks', () => door.send(prospecting, options));
  const task = tasks?.TaskSummaries?.[0]?.TaskId;
  if (task) {
    const command = new GetProspectingFromEngagementTaskCommand({ Catalog, TaskIdentifier: task });
    await ask('GetProspectingFromEngagementTask', () => door.send(command, options));
  }
  return seen;
}

function isNotThere(error: unknown): boolean {
  return error instanceof OfferdeckError && ['resource-not-found', 'validation-refused'].includes(error.data.code);
}
