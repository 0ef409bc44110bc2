/** Sharing is a task of AWS's: started once, then followed to its end. Which task is ours is told by those that were there before. */
import {
  ListEngagementFromOpportunityTasksCommand,
  StartEngagementFromOpportunityTaskCommand,
} from '@aws-sdk/client-partnercentral-selling';
import { z } from 'zod';
import type { AwsAccess, CallOptions } from '../aws/access.ts';
import { sendForWire, withWireBody } from '../aws/wire.ts';
import type { CallDecision, CallKind, CallRow } from '../changes/kinds.ts';
import { textAt } from './readings.ts';
import { decideByTask, toFoundTask } from './task.ts';

const payloadSchema = z.object({
  catalog: z.enum(['AWS', 'Sandbox']),
  /** The request as it is sent, but for its token. */
  request: z.record(z.string(), z.unknown()),
  /** Tasks that AWS had of the opportunity before: none of them is this one, whatever the clocks say. */
  tasksBefore: z.array(z.string()).optional(),
});
type SharePayload = z.infer<typeof payloadSchema>;

type Doors = Pick<AwsAccess, 'selling'>;
type Row = CallRow<SharePayload>;

/** Where the tasks before are not known: a listing's clock and ours differ by a little. */
const CLOCK_SLACK_MS = 5000;

interface Place {
  readonly account: string;
  readonly catalog: SharePayload['catalog'];
}

/** Every attempt to share the opportunity that AWS knows, newest first. */
async function listTasks(aws: Doors, place: Place, id: string, options: CallOptions): Promise<unknown[]> {
  const command = new ListEngagementFromOpportunityTasksCommand({
    Catalog: place.catalog,
    OpportunityIdentifier: [id],
    MaxResults: 1000,
    Sort: { SortBy: 'StartTime', SortOrder: 'DESCENDING' },
  });
  const tasks = (await sendForWire(aws.selling(place.account), command, options))['TaskSummaries'];
  return Array.isArray(tasks) ? tasks : [];
}

/** Ids of the tasks that stand before sharing begins. */
export async function tasksBefore(aws: Doors, place: Place, id: string, options: CallOptions): Promise<string[]> {
  return (await listTasks(aws, place, id, options)).map((task) => textAt(task, 'TaskId'));
}

export function createShareKind(aws: Doors): CallKind<SharePayload> {
  const find = async (row: Row, options: CallOptions) => {
    const { account, payload } = row;
    const place = { account, catalog: payload.catalog };
    return (await listTasks(aws, place, textAt(payload.request, 'Identifier'), options)).findLast(isOf(row));
  };
  return {
    kind: 'opportunity-share',
    payload: payloadSchema,
    async send({ account, token, payload }, options) {
      const body = { ...payload.request, ClientToken: token };
      const command = withWireBody(new StartEngagementFromOpportunityTaskCommand(body as never), body);
      const after = await sendForWire(aws.selling(account), command, options);
      return { resultId: textAt(after, 'TaskId'), after };
    },
    async look(row, options) {
      return toFoundTask(await find(row, options));
    },
    async follow(row, options): Promise<CallDecision | null> {
      return decideByTask(await find(row, options), { operation: 'StartEngagementFromOpportunityTask', passes: false });
    },
  };
}

/** By its id once AWS has given one; until then the first that was not there before. */
function isOf({ resultId, createdAt, payload }: Row): (task: unknown) => boolean {
  if (resultId !== null) return (task) => textAt(task, 'TaskId') === resultId;
  const before = payload.tasksBefore;
  if (before) return (task) => !before.includes(textAt(task, 'TaskId'));
  return (task) => Date.parse(textAt(task, 'StartTime')) >= Date.parse(createdAt) - CLOCK_SLACK_MS;
}
