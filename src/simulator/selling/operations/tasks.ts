/** Starting tasks and following them. */
import type { Asked, Operation, SellingContext } from '../context.ts';
import { idOf, opportunityOf } from '../context.ts';
import { businessRefusal, conflict, notFound } from '../errors.ts';
import { engagementOf } from '../engagements.ts';
import { invitationOf } from '../invitations.ts';
import type { TaskKind, TaskRecord } from '../model-engagement.ts';
import { pageOf } from '../paging.ts';
import { ordered } from '../partition.ts';
import { runTask } from '../tasks/run.ts';
import { described, startTask } from '../tasks/task.ts';

export const startSubmission: Operation = (asked, context) => {
  const { input } = asked;
  const record = opportunityOf(input['Identifier'], asked, context);
  if (record.review.status !== 'Pending Submission') {
    const message = `The opportunity is ${record.review.status}; only a draft can be submitted.`;
    throw businessRefusal([{ field: 'identifier', code: 'INVALID_RESOURCE_STATE', message }]);
  }
  refuseSecond('submission', (task) => task.opportunityId === record.id, context);
  const { InvolvementType, Visibility = 'Full' } = input['AwsSubmission'] as Record<string, string>;
  const order = { involvement: String(InvolvementType), visibility: String(Visibility) };
  return started(startTask({ kind: 'submission', opportunityId: record.id, order }, asked, context), context);
};

export const startAcceptance: Operation = (asked, context) => {
  const invitation = invitationOf(asked.input['Identifier'], asked, context);
  if (invitation.receiver.accountId !== asked.partner.accountId) throw notFound(String(asked.input['Identifier']));
  if (invitation.payloadType === 'LeadInvitation') {
    const message = 'An invitation to a lead is accepted by AcceptEngagementInvitation.';
    throw businessRefusal([{ field: 'identifier', code: 'ACTION_NOT_PERMITTED', message }]);
  }
  if (invitation.status !== 'PENDING') throw conflict(`The invitation is ${invitation.status}.`);
  refuseSecond('acceptance', (task) => task.invitationId === invitation.id, context);
  return started(startTask({ kind: 'acceptance', invitationId: invitation.id, order: {} }, asked, context), context);
};

export const startFromLead: Operation = (asked, context) => {
  const engagement = engagementOf(asked.input['Identifier'], asked, context);
  const order = { contextId: String(asked.input['ContextIdentifier']) };
  const draft = { kind: 'lead' as const, engagementId: engagement.id, contextId: order.contextId, order };
  return started(startTask(draft, asked, context), context);
};

/** A task that takes no time is over before it is answered. */
function started(task: TaskRecord, context: SellingContext): Record<string, unknown> {
  if (context.controls.taskMs === 0) {
    context.agenda.drop({ kind: 'task', id: task.id });
    runTask(task.id, context);
  }
  return described(context.shared.tasks.get(task.id) ?? task);
}

/** What a repeat with the same token is told: how the task stands now. */
export const taskNow: Repeat = (first, context) => {
  const task = context.shared.tasks.get(String(first['TaskId']));
  return task ? described(task) : first;
};

export type Repeat = (first: Readonly<Record<string, unknown>>, context: SellingContext) => Record<string, unknown>;

function refuseSecond(kind: TaskKind, isSame: (task: TaskRecord) => boolean, { shared }: SellingContext): void {
  for (const task of shared.tasks.values()) {
    if (task.kind === kind && task.status === 'IN_PROGRESS' && isSame(task)) {
      throw conflict(`Task ${task.id} is under way.`);
    }
  }
}

export const listSubmissionTasks: Operation = (asked, context) => listTasks('submission', asked, context);
export const listAcceptanceTasks: Operation = (asked, context) => listTasks('acceptance', asked, context);
export const listLeadTasks: Operation = (asked, context) => listTasks('lead', asked, context);

const DEFAULT_PAGE = 20;

function listTasks(kind: TaskKind, { input, partner, catalog }: Asked, { shared }: SellingContext) {
  const sort = (input['Sort'] ?? {}) as Record<string, string>;
  const wanted = (name: string) => new Set(((input[name] ?? []) as string[]).map(idOf));
  const filters: readonly (readonly [Set<string>, (task: TaskRecord) => string | null])[] = [
    [wanted('TaskStatus'), ({ status }) => status],
    [wanted('TaskIdentifier'), ({ id }) => id],
    [wanted('OpportunityIdentifier'), ({ opportunityId }) => opportunityId],
    [wanted('EngagementIdentifier'), ({ engagementId }) => engagementId],
    [wanted('EngagementInvitationIdentifier'), ({ invitationId }) => invitationId],
    [wanted('ContextIdentifier'), ({ contextId }) => contextId],
  ];
  const page = pageOf(
    {
      order: ordered(shared.tasks.values(), ({ startTime }) => startTime),
      descending: sort['SortOrder'] !== 'ASCENDING',
      keep: (task) =>
        task.kind === kind &&
        task.owner === partner.accountId &&
        task.catalog === catalog &&
        filters.every(([values, of]) => values.size === 0 || values.has(of(task) ?? '')),
      defaultSize: DEFAULT_PAGE,
    },
    input,
  );
  return { TaskSummaries: page.items.map(described), NextToken: page.nextToken };
}
