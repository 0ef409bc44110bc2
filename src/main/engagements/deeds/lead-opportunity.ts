/** Turns a qualified lead into an opportunity: a task of AWS's, started, found again, followed to its end. */
import {
  ListOpportunityFromEngagementTasksCommand,
  StartOpportunityFromEngagementTaskCommand,
} from '@aws-sdk/client-partnercentral-selling';
import type { DeedOf } from '../../../shared/domain/engagement/deed.ts';
import { fail } from '../../../shared/errors/app-error.ts';
import { sendForWire } from '../../aws/wire.ts';
import { textAt } from '../../opportunities/readings.ts';
import { decideByTask, toFoundTask } from '../../opportunities/task.ts';
import { getEngagement } from '../reader.ts';
import { leadOf, listOf } from '../readings.ts';
import type { DeedKind, DeedReading, DeedRow } from './deed-kind.ts';

const OPERATION = 'StartOpportunityFromEngagementTask';

export const leadOpportunity: DeedKind<DeedOf<'lead-opportunity'>> = {
  operation: OPERATION,
  request: ({ engagementId, contextId }, { place }) => ({
    Catalog: place.catalog,
    Identifier: engagementId,
    ContextIdentifier: contextId,
  }),
  async admit({ engagementId, contextId }, reading) {
    const document = await getEngagement(reading, engagementId);
    const current = leadOf(document);
    if (current?.contextId !== contextId) fail('not-found', { params: { name: engagementId } });
    if (textAt(current.lead, 'QualificationStatus') === 'Disqualified') {
      fail('lead-disqualified', { params: { name: textAt(document, 'Title') || engagementId } });
    }
    const tasks = await listTasks(reading, { EngagementIdentifier: [engagementId] });
    const open = tasks.find((task) => textAt(task, 'TaskStatus') !== 'FAILED');
    // One lead makes one opportunity: a second would be a duplicate of the deal.
    if (open) fail('lead-converted', { params: { opportunityId: textAt(open, 'OpportunityId') || '-' } });
    return {
      title: textAt(document, 'Title') || engagementId,
      entityType: 'Engagement',
      entityId: engagementId,
      before: document,
      earlier: tasks.map((task) => textAt(task, 'TaskId')),
    };
  },
  async send({ token, payload: { request } }, reading) {
    const command = new StartOpportunityFromEngagementTaskCommand({
      ...(request as unknown as Request),
      ClientToken: token,
    });
    const after = await sendForWire(reading.door, command, reading);
    return { resultId: textAt(after, 'TaskId'), after };
  },
  async look(row, reading) {
    return toFoundTask(await find(row, reading));
  },
  async follow(row, reading) {
    return decideByTask(await find(row, reading), { operation: OPERATION, passes: true });
  },
};

interface Request {
  readonly Catalog: string;
  readonly Identifier: string;
  readonly ContextIdentifier: string;
}

async function find(row: DeedRow, reading: DeedReading): Promise<unknown> {
  const { request, earlier } = row.payload;
  if (row.resultId !== null) return (await listTasks(reading, { TaskIdentifier: [row.resultId] }))[0];
  // Not by context: a task names the context that it has made, once it has.
  const tasks = await listTasks(reading, { EngagementIdentifier: [textAt(request, 'Identifier')] });
  return tasks.find((task) => !earlier.includes(textAt(task, 'TaskId')));
}

type Wish = Partial<Record<'TaskIdentifier' | 'EngagementIdentifier', string[]>>;

/** Newest first; one lead has a handful at most. */
async function listTasks(reading: DeedReading, wish: Wish): Promise<readonly unknown[]> {
  const command = new ListOpportunityFromEngagementTasksCommand({
    ...wish,
    Catalog: reading.catalog,
    MaxResults: 100,
    Sort: { SortBy: 'StartTime', SortOrder: 'DESCENDING' },
  });
  return listOf(await sendForWire(reading.door, command, reading), 'TaskSummaries');
}
