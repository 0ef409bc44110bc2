/** What all tasks have in common: started under a token, followed in a list, ended by the clock. */
import { sharedArn } from '../arns.ts';
import { nowOf, type Asked, type SellingContext } from '../context.ts';
import type { TaskKind, TaskRecord } from '../model-engagement.ts';
import { present } from '../rules/stored-content.ts';

const SEGMENTS: Readonly<Record<TaskKind, string>> = {
  acceptance: 'engagement-by-accepting-invitation-task',
  submission: 'engagement-from-opportunity-task',
  lead: 'opportunity-from-engagement-task',
};

type TaskDraft = Pick<TaskRecord, 'kind' | 'order'> & Partial<TaskRecord>;

export function startTask(given: TaskDraft, { partner, catalog }: Asked, context: SellingContext): TaskRecord {
  const { controls, shared, agenda, deps } = context;
  const task: TaskRecord = {
    opportunityId: null,
    jobId: null,
    engagementId: null,
    invitationId: null,
    contextId: null,
    ...given,
    id: `task-${deps.randomId(13)}`,
    owner: partner.accountId,
    catalog,
    startTime: nowOf(context),
    status: 'IN_PROGRESS',
    message: null,
    reasonCode: null,
    ordered: controls.takeFailure(partner.accountId, given.kind),
  };
  shared.tasks.set(task.id, task);
  agenda.put({ kind: 'task', id: task.id }, controls.taskMs);
  return task;
}

export function described(task: TaskRecord): Record<string, unknown> {
  const isAcceptance = task.kind === 'acceptance';
  return present({
    TaskId: task.id,
    TaskArn: sharedArn(task.catalog, SEGMENTS[task.kind], task.id),
    StartTime: task.startTime,
    TaskStatus: task.status,
    Message: task.message ?? undefined,
    ReasonCode: task.reasonCode ?? undefined,
    OpportunityId: task.opportunityId ?? undefined,
    ResourceSnapshotJobId: task.jobId ?? undefined,
    EngagementInvitationId: task.kind === 'lead' ? undefined : (task.invitationId ?? undefined),
    EngagementId: isAcceptance ? undefined : (task.engagementId ?? undefined),
    ContextId: task.kind === 'lead' ? (task.contextId ?? undefined) : undefined,
  });
}

export type TaskEnd = Partial<
  Pick<TaskRecord, 'opportunityId' | 'jobId' | 'engagementId' | 'invitationId' | 'contextId'>
>;

export function endTask(
  task: TaskRecord,
  end: TaskEnd & { readonly failure?: { readonly reasonCode: TaskRecord['reasonCode']; readonly message: string } },
  { shared }: SellingContext,
): void {
  const { failure, ...found } = end;
  const ended: TaskRecord = failure
    ? { ...task, ...found, status: 'FAILED', ...failure }
    : { ...task, ...found, status: 'COMPLETE' };
  shared.tasks.set(task.id, ended);
}
