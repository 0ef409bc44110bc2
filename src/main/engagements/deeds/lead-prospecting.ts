/** Lets AWS find out more about leads by itself. Each engagement succeeds or fails for itself; the task ends when all have. */
import {
  GetProspectingFromEngagementTaskCommand,
  ListProspectingFromEngagementTasksCommand,
  StartProspectingFromEngagementTaskCommand,
} from '@aws-sdk/client-partnercentral-selling';
import type { DeedOf } from '../../../shared/domain/engagement/deed.ts';
import { createAppError } from '../../../shared/errors/app-error.ts';
import { sendForWire } from '../../aws/wire.ts';
import { at, textAt } from '../../opportunities/readings.ts';
import { allOf } from '../reader.ts';
import { listOf } from '../readings.ts';
import { isSince, type DeedKind, type DeedReading } from './deed-kind.ts';

const OPERATION = 'StartProspectingFromEngagementTask';
const RUNNING: readonly string[] = ['PENDING', 'IN_PROGRESS'];

interface Request {
  readonly Catalog: string;
  readonly Identifiers: string[];
  readonly TaskName: string;
}

export const leadProspecting: DeedKind<DeedOf<'lead-prospecting'>> = {
  operation: OPERATION,
  request: ({ engagementIds, taskName }, { place }) => ({
    Catalog: place.catalog,
    Identifiers: engagementIds,
    TaskName: taskName,
  }),
  async admit({ engagementIds, taskName }, reading) {
    const tasks = await tasksNamed(reading, taskName);
    const [only] = engagementIds;
    return {
      title: taskName,
      entityType: 'Engagement',
      entityId: engagementIds.length === 1 && only !== undefined ? only : null,
      before: null,
      earlier: tasks.map((task) => textAt(task, 'TaskId')),
    };
  },
  async send({ token, payload: { request } }, reading) {
    const command = new StartProspectingFromEngagementTaskCommand({
      ...(request as unknown as Request),
      ClientToken: token,
    });
    const after = await sendForWire(reading.door, command, reading);
    return { resultId: textAt(after, 'TaskId'), after };
  },
  async look(row, reading) {
    if (row.resultId !== null) return { resultId: row.resultId, after: await readTask(reading, row.resultId) };
    const tasks = await tasksNamed(reading, textAt(row.payload.request, 'TaskName'));
    const mine = tasks.find(
      (task) => !row.payload.earlier.includes(textAt(task, 'TaskId')) && isSince(row, at(task, 'StartTime')),
    );
    return mine ? { resultId: textAt(mine, 'TaskId'), after: mine } : null;
  },
  async follow(row, reading) {
    if (row.resultId === null) return null;
    const task = await readTask(reading, row.resultId);
    const results = listOf(task, 'Engagements');
    if (results.length === 0 || results.some((result) => RUNNING.includes(textAt(result, 'Status')))) return null;
    const failures = results.filter((result) => textAt(result, 'Status') === 'FAILED');
    const [first] = failures;
    if (failures.length < results.length) return { state: 'succeeded', after: task };
    return { state: 'failed', error: toError(first), after: task };
  },
};

function readTask(reading: DeedReading, id: string) {
  const command = new GetProspectingFromEngagementTaskCommand({ Catalog: reading.catalog, TaskIdentifier: id });
  return sendForWire(reading.door, command, reading);
}

function tasksNamed(reading: DeedReading, name: string): Promise<unknown[]> {
  return allOf(
    (token) =>
      sendForWire(
        reading.door,
        new ListProspectingFromEngagementTasksCommand({
          ...token,
          Catalog: reading.catalog,
          TaskName: [name],
          MaxResults: 100,
        }),
        reading,
      ),
    'TaskSummaries',
  );
}

function toError(result: unknown) {
  const reason = textAt(result, 'ReasonCode');
  return createAppError('validation-refused', {
    params: { reason },
    aws: {
      service: 'selling',
      operation: OPERATION,
      code: reason,
      message: textAt(result, 'Message'),
      httpStatus: null,
      requestId: null,
    },
  });
}
