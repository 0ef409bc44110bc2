/** The call kinds that notifications bring to the journal: a call of a set-up, of a removal, and a test message. */
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { z } from 'zod';
import { plannedCallSchema } from '../../shared/contract/notifications.ts';
import { TEST_SOURCE } from '../../shared/domain/notification/kinds.ts';
import { EVENT_REGION } from '../../shared/domain/notification/queue.ts';
import type { AwsAccess } from '../aws/access.ts';
import type { CallKind } from '../changes/kinds.ts';
import type { Database } from '../storage/database.ts';
import { createSetupCalls, findSetupCall } from './calls.ts';

const testPayloadSchema = z.object({ queueUrl: z.string(), eventId: z.string(), time: z.string() });

export function createNotificationCallKinds(deps: { readonly aws: AwsAccess; readonly database: Database }) {
  const calls = createSetupCalls(deps.aws);
  const planned = (
    kind: 'notification-setup' | 'notification-removal',
  ): CallKind<z.infer<typeof plannedCallSchema>> => ({
    kind,
    payload: plannedCallSchema,
    async send({ account, payload }, options) {
      const call = findSetupCall(calls, payload);
      const after = await call.send(account, payload.request as never, options);
      return { resultId: null, after };
    },
    look: ({ account, payload }, options) =>
      findSetupCall(calls, payload).look(account, payload.request as never, options),
  });
  return [planned('notification-setup'), planned('notification-removal'), createTestKind(deps)];
}

/** A message has come back once the inbox has it: nothing else can be seen of it. */
function createTestKind({
  aws,
  database,
}: {
  readonly aws: AwsAccess;
  readonly database: Database;
}): CallKind<z.infer<typeof testPayloadSchema>> {
  return {
    kind: 'notification-test',
    payload: testPayloadSchema,
    async send({ account, awsAccountId, payload }, options) {
      const body = JSON.stringify({
        version: '0',
        id: payload.eventId,
        'detail-type': 'test-message',
        source: TEST_SOURCE,
        account: awsAccountId,
        time: payload.time,
        region: EVENT_REGION,
        resources: [],
        detail: {},
      });
      const answer = await aws
        .sqs(account)
        .send(new SendMessageCommand({ QueueUrl: payload.queueUrl, MessageBody: body }), options);
      return { resultId: answer.MessageId ?? null, after: { MessageId: answer.MessageId } };
    },
    async look({ account, payload, resultId }) {
      const row = database.get(
        'SELECT 1 FROM notifications WHERE account = ? AND dedupe_key = ?',
        account,
        payload.eventId,
      );
      return row === undefined ? null : { resultId, after: { received: payload.eventId } };
    },
  };
}
