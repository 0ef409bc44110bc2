/** Answers to invitations: each sent once, each found again by what AWS then holds. */
import {
  AcceptEngagementInvitationCommand,
  RejectEngagementInvitationCommand,
  StartEngagementByAcceptingInvitationTaskCommand,
} from '@aws-sdk/client-partnercentral-selling';
import { z } from 'zod';
import type { AwsAccess, CallOptions } from '../aws/access.ts';
import { sendForWire } from '../aws/wire.ts';
import type { CallDecision, CallKind, CallRow } from '../changes/kinds.ts';
import type { OpportunityReading } from '../opportunities/reader.ts';
import { textAt } from '../opportunities/readings.ts';
import { decideByTask, toFoundTask } from '../opportunities/task.ts';
import type { Clock } from '../ports.ts';
import { listAcceptances, listPages, readInvitation } from './reader.ts';
import { createTaskReader, type TaskReader } from './task-reader.ts';

const payloadSchema = z.object({
  catalog: z.enum(['AWS', 'Sandbox']),
  engagementId: z.string(),
  /** Tasks of earlier attempts, which have failed: none of them is this one. */
  earlierTasks: z.array(z.string()),
  /** The request as it is sent, but for its token. */
  request: z.strictObject({
    Catalog: z.enum(['AWS', 'Sandbox']),
    Identifier: z.string(),
    RejectionReason: z.string().optional(),
  }),
});
export type InvitationPayload = z.infer<typeof payloadSchema>;

type Doors = Pick<AwsAccess, 'selling'>;
type Row = CallRow<InvitationPayload>;

export function createInvitationCallKinds(deps: {
  readonly aws: Doors;
  readonly clock: Clock;
}): CallKind<InvitationPayload>[] {
  const { aws } = deps;
  return [acceptKind(aws, createTaskReader(deps)), acceptLeadKind(aws), rejectKind(aws)];
}

const readingOf = (aws: Doors, row: Row, options: CallOptions): OpportunityReading => ({
  door: aws.selling(row.account),
  catalog: row.payload.catalog,
  ...options,
});

/** Accepting is a task of AWS's: started, then followed to its end. */
function acceptKind(aws: Doors, readTask: TaskReader): CallKind<InvitationPayload> {
  async function find(row: Row, options: CallOptions): Promise<unknown> {
    const { request, earlierTasks, catalog } = row.payload;
    if (row.resultId !== null) return readTask({ account: row.account, catalog }, row.resultId, options);
    // An unknown outcome is looked up by itself: the call stands with its write in the history.
    const reading = readingOf(aws, row, options);
    const tasks = await listAcceptances(reading, { EngagementInvitationIdentifier: [request.Identifier] });
    return tasks.find((task) => !earlierTasks.includes(textAt(task, 'TaskId')));
  }
  return {
    kind: 'invitation-accept',
    payload: payloadSchema,
    async send({ account, token, payload }, options) {
      const { Catalog, Identifier } = payload.request;
      const command = new StartEngagementByAcceptingInvitationTaskCommand({ Catalog, Identifier, ClientToken: token });
      const after = await sendForWire(aws.selling(account), command, options);
      return { resultId: textAt(after, 'TaskId'), after };
    },
    async look(row, options) {
      return toFoundTask(await find(row, options));
    },
    async follow(row, options): Promise<CallDecision | null> {
      return decideByTask(await find(row, options), {
        operation: 'StartEngagementByAcceptingInvitationTask',
        passes: true,
      });
    },
  };
}

/** A lead is accepted at once, and without a token. */
function acceptLeadKind(aws: Doors): CallKind<InvitationPayload> {
  return {
    kind: 'lead-accept',
    payload: payloadSchema,
    async send({ account, payload: { request } }, options) {
      const { Catalog, Identifier } = request;
      await aws.selling(account).send(new AcceptEngagementInvitationCommand({ Catalog, Identifier }), options);
      return { resultId: Identifier, after: request };
    },
    async look(row, options) {
      const { Identifier } = row.payload.request;
      const invitation = await readInvitation(readingOf(aws, row, options), Identifier);
      return textAt(invitation, 'Status') === 'ACCEPTED' ? { resultId: Identifier, after: invitation } : null;
    },
  };
}

function rejectKind(aws: Doors): CallKind<InvitationPayload> {
  return {
    kind: 'invitation-reject',
    payload: payloadSchema,
    async send({ account, payload: { request } }, options) {
      await aws.selling(account).send(new RejectEngagementInvitationCommand(request), options);
      return { resultId: request.Identifier, after: request };
    },
    /** There is no token, and a rejected invitation may not be read any more: the list still says how it stands. */
    async look(row, options) {
      const { request, engagementId } = row.payload;
      for await (const entries of listPages(readingOf(aws, row, options), [engagementId])) {
        const mine = entries.find((entry) => textAt(entry, 'Id') === request.Identifier);
        if (mine) return textAt(mine, 'Status') === 'REJECTED' ? { resultId: request.Identifier, after: mine } : null;
      }
      return null;
    },
  };
}
