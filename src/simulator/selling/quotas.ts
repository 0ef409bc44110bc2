/** Calls per second and per 24 hours of the Selling API, shared by the operations of a group. Source: "Quotas" of its developer guide. */
import type { QuotaGroup } from '../quotas.ts';

const READ: QuotaGroup = { name: 'selling read', perSecond: 10, perDay: 100_000 };
const WRITE: QuotaGroup = { name: 'selling write', perSecond: 1, perDay: 10_000 };

const own = (operation: string, perSecond: number): QuotaGroup => ({
  name: `selling ${operation}`,
  perSecond,
  perDay: null,
});

const READS = new Set([
  'GetAwsOpportunitySummary',
  'GetEngagementInvitation',
  'GetOpportunity',
  'ListEngagementInvitations',
  'ListOpportunities',
  'ListSolutions',
]);

const WRITES = new Set([
  'AssignOpportunity',
  'AssociateOpportunity',
  'CreateOpportunity',
  'DisassociateOpportunity',
  'RejectEngagementInvitation',
  'StartEngagementByAcceptingInvitationTask',
  'StartEngagementFromOpportunityTask',
  'UpdateOpportunity',
]);

const RATES: Readonly<Record<string, number>> = {
  CreateEngagement: 15,
  StartProspectingFromEngagementTask: 2,
  GetProspectingFromEngagementTask: 100,
  ListProspectingFromEngagementTasks: 50,
};

/** Operations without a published figure are not limited. */
export function sellingQuota(operation: string): QuotaGroup | null {
  if (READS.has(operation)) return READ;
  if (WRITES.has(operation)) return WRITE;
  const perSecond = RATES[operation];
  return perSecond === undefined ? null : own(operation, perSecond);
}
