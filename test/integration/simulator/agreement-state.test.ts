import { PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  DescribeAgreementCommand,
  GetAgreementCancellationRequestCommand,
  SendAgreementCancellationRequestCommand,
} from '@aws-sdk/client-marketplace-agreement';
import { CreateQueueCommand, ReceiveMessageCommand, SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { seedId } from '../../../src/simulator/seed/ids.ts';
import type { Simulator } from '../../../src/simulator/server.ts';
import {
  accountsOf,
  agreementClient,
  eventBridgeClient,
  sqsClient,
  startTestSimulator,
} from '../../support/simulator.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

const agreementId = seedId('agmt', 'atlas installments');

async function setUp(simulator: Simulator): Promise<string> {
  const { isv } = accountsOf(simulator);
  const sqs = sqsClient(simulator, isv);
  const events = eventBridgeClient(simulator, isv);
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'kept' }));
  const Policy = JSON.stringify({
    Statement: [{ Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:*', Resource: '*' }],
  });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  await events.send(new PutRuleCommand({ Name: 'kept', EventPattern: '{"source":["aws.agreement-marketplace"]}' }));
  const Arn = `arn:aws:sqs:us-east-1:${isv.accountId}:kept`;
  await events.send(new PutTargetsCommand({ Rule: 'kept', Targets: [{ Id: 'q', Arn }] }));
  return QueueUrl;
}

describe('a restart', () => {
  it('keeps requests, rules, queues and what lies in them, on another port too', async () => {
    const stateFile = join(makeTempFolder(), 'world.json');
    const first = await startTestSimulator({ stateFile });
    const QueueUrl = await setUp(first);
    const sent = await agreementClient(first, accountsOf(first).isv).send(
      new SendAgreementCancellationRequestCommand({ agreementId, reasonCode: 'TEST_AGREEMENT' }),
    );
    const { agreementCancellationRequestId } = sent;
    await first.stop();

    // Holds the old port, so that the second run must take another.
    const blocker = await startTestSimulator({ port: Number(new URL(first.endpoint).port) });
    const second = await startTestSimulator({ stateFile });
    try {
      expect(second.endpoint).not.toBe(first.endpoint);
      const agreements = agreementClient(second, accountsOf(second).isv);
      const got = await agreements.send(
        new GetAgreementCancellationRequestCommand({ agreementId, agreementCancellationRequestId }),
      );
      expect(got.status).toBe('PENDING_APPROVAL');
      second.control.advanceClock(8 * 86_400_000);
      const described = await agreements.send(new DescribeAgreementCommand({ agreementId }));
      expect(described.status).toBe('CANCELLED');
      const received = await sqsClient(second, accountsOf(second).isv).send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
      );
      const kinds = (received.Messages ?? []).map(
        ({ Body }) => (JSON.parse(Body ?? '') as Record<string, unknown>)['detail-type'],
      );
      expect(kinds).toContain('Agreement Cancellation Request Approved - Proposer');
      expect(kinds).toContain('Purchase Agreement Ended - Proposer');
    } finally {
      await second.stop();
      await blocker.stop();
    }
  });
});
