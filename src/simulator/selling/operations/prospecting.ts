/** Prospecting tasks: AWS looks at leads by itself, each engagement for its own. */
import { nanosOf, type Asked, type Operation, type SellingContext } from '../context.ts';
import { changeEngagement } from '../engagements.ts';
import { businessRefusal, notFound } from '../errors.ts';
import { AWS, type ContextRecord, type ProspectingRecord } from '../model-engagement.ts';
import { pageOf } from '../paging.ts';
import { ordered } from '../partition.ts';
import { present } from '../rules/stored-content.ts';

const TAKES_MS = 10_000;
const DEFAULT_PAGE = 20;

export const startProspecting: Operation = (asked, context) => {
  const { input, partner, catalog } = asked;
  const ids = [...new Set(input['Identifiers'] as string[])];
  if (ids.length === 0) {
    const message = 'identifiers must name at least one engagement.';
    throw businessRefusal([{ field: 'identifiers', code: 'NOT_ENOUGH_VALUES', message }]);
  }
  const task: ProspectingRecord = {
    id: `task-${context.deps.randomId(14)}`,
    owner: partner.accountId,
    catalog,
    name: String(input['TaskName']),
    startTime: nanosOf(context),
    endTime: null,
    engagements: ids.map((EngagementIdentifier) => ({ EngagementIdentifier, Status: 'PENDING' })),
  };
  context.shared.prospecting.set(task.id, task);
  context.agenda.put({ kind: 'prospecting', id: task.id }, TAKES_MS);
  return {
    Identifiers: ids,
    TaskName: task.name,
    TaskId: task.id,
    TaskArn: taskArn(task),
    StartTime: task.startTime,
    TaskStatus: 'PENDING',
  };
};

function taskArn({ owner, catalog, id }: ProspectingRecord): string {
  return `arn:aws:partnercentral-selling:us-east-1:${owner}:catalog/${catalog}/prospecting-from-engagement-task/${id}`;
}

/** Each engagement succeeds or fails for itself. */
export function endProspecting(id: string, context: SellingContext): void {
  const task = context.shared.prospecting.get(id);
  if (!task) return;
  const engagements = task.engagements.map(({ EngagementIdentifier }) => {
    const engagement = context.shared.engagements.get(EngagementIdentifier);
    const isMember = engagement?.members.some(({ accountId }) => accountId === task.owner) === true;
    const fail = (ReasonCode: string, Message: string) =>
      ({ EngagementIdentifier, Status: 'FAILED', ReasonCode, Message }) as const;
    if (!engagement || !isMember || engagement.catalog !== task.catalog) {
      return fail('EngagementAccessDenied', `Resource with Identifier ${EngagementIdentifier} is not accessible.`);
    }
    const lead = engagement.contexts.find(({ Type }) => Type === 'Lead');
    if (!lead) return fail('ContextNotFound', 'The engagement has no lead.');
    const EngagementContextId = `ctx-${context.deps.randomId(14)}`;
    const result = prospected(lead, { id: EngagementContextId, task, endTime: nanosOf(context) });
    changeEngagement(engagement.id, { by: AWS, contexts: [...engagement.contexts, result] }, context);
    return { EngagementIdentifier, EngagementContextId, Status: 'COMPLETED' } as const;
  });
  context.shared.prospecting.set(id, { ...task, engagements, endTime: nanosOf(context) });
}

function prospected(
  lead: ContextRecord,
  { id, task, endTime }: { readonly id: string; readonly task: ProspectingRecord; readonly endTime: string },
): ContextRecord {
  const { Customer } = lead.Payload['Lead'] as { Customer?: { CompanyName?: string } };
  return {
    Id: id,
    Type: 'ProspectingResult',
    Payload: {
      ProspectingResult: {
        Aws: {
          Customer: { AccountName: Customer?.CompanyName },
          StartTime: task.startTime,
          EndTime: endTime,
          TaskId: task.id,
          TaskArn: taskArn(task),
          TaskName: task.name,
        },
      },
    },
  };
}

export const getProspecting: Operation = (asked, context) => {
  const task = taskOf(asked, context);
  return present({
    TaskId: task.id,
    TaskArn: taskArn(task),
    TaskName: task.name,
    StartTime: task.startTime,
    EndTime: task.endTime ?? undefined,
    Engagements: task.engagements,
  });
};

function taskOf({ input, partner, catalog }: Asked, { shared }: SellingContext): ProspectingRecord {
  const id = String(input['TaskIdentifier']);
  const task = shared.prospecting.get(id);
  if (task && task.owner === partner.accountId && task.catalog === catalog) return task;
  throw notFound(id);
}

const KEYS: Readonly<Record<string, (task: ProspectingRecord) => string>> = {
  StartTime: ({ startTime }) => startTime,
  TaskName: ({ name }) => name,
  FailedEngagementCount: (task) => String(countOf(task, 'FAILED')).padStart(4, '0'),
};

export const listProspecting: Operation = ({ input, partner, catalog }, { shared }) => {
  const { SortBy = 'StartTime', SortOrder } = (input['Sort'] ?? {}) as Record<string, string>;
  const ids = new Set((input['TaskIdentifier'] ?? []) as string[]);
  const names = new Set((input['TaskName'] ?? []) as string[]);
  const after = Date.parse(String(input['StartAfter'] ?? ''));
  const before = Date.parse(String(input['StartBefore'] ?? ''));
  const page = pageOf(
    {
      order: ordered(shared.prospecting.values(), KEYS[SortBy] ?? (({ startTime }) => startTime)),
      descending: SortOrder !== 'ASCENDING',
      keep: (task) =>
        task.owner === partner.accountId &&
        task.catalog === catalog &&
        (ids.size === 0 || ids.has(task.id)) &&
        (names.size === 0 || names.has(task.name)) &&
        !(Date.parse(task.startTime) < after) &&
        !(Date.parse(task.startTime) > before),
      defaultSize: DEFAULT_PAGE,
    },
    input,
  );
  return { TaskSummaries: page.items.map(summarized), NextToken: page.nextToken };
};

function countOf({ engagements }: ProspectingRecord, status: string): number {
  return engagements.filter(({ Status }) => Status === status).length;
}

function summarized(task: ProspectingRecord): Record<string, unknown> {
  return present({
    TaskId: task.id,
    TaskArn: taskArn(task),
    TaskName: task.name,
    StartTime: task.startTime,
    EndTime: task.endTime ?? undefined,
    TotalEngagementCount: task.engagements.length,
    CompletedEngagementCount: countOf(task, 'COMPLETED'),
    FailedEngagementCount: countOf(task, 'FAILED'),
  });
}
