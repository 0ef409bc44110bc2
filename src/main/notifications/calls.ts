/** The calls of a set-up or removal as the journal makes them: how each is sent, and how to see that it has happened. */
import {
  DeleteRuleCommand,
  DescribeRuleCommand,
  ListTargetsByRuleCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  type DescribeRuleCommandOutput,
  type PutRuleCommandInput,
  type PutTargetsCommandInput,
  type RemoveTargetsCommandInput,
  type Target,
} from '@aws-sdk/client-eventbridge';
import { ListSubscriptionsByTopicCommand, SubscribeCommand, UnsubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  SetQueueAttributesCommand,
  type CreateQueueCommandInput,
  type SetQueueAttributesCommandInput,
} from '@aws-sdk/client-sqs';
import type { PlannedCall } from '../../shared/domain/notification/plan.ts';
import { fail, OfferdeckError } from '../../shared/errors/app-error.ts';
import type { AwsAccess, CallOptions } from '../aws/access.ts';

export interface SetupCall {
  send(account: string, request: never, options: CallOptions): Promise<unknown>;
  /** What shows that it has happened; null where nothing does. */
  look(
    account: string,
    request: never,
    options: CallOptions,
  ): Promise<{ resultId: string | null; after: unknown } | null>;
}

const GONE = { resultId: null, after: null };

/** One entry an operation. Each looks at what the call is for, so that it says the same for a call of this machine or of anybody. */
export function createSetupCalls(aws: AwsAccess) {
  const state = createQueueState(aws);
  return {
    'sqs:CreateQueue': {
      send: (account, request: CreateQueueCommandInput, options) =>
        aws.sqs(account).send(new CreateQueueCommand(request), options),
      async look(account, { QueueName }: CreateQueueCommandInput, options) {
        const url = await state.queueUrl(account, QueueName ?? '', options);
        return url === null ? null : { resultId: url, after: { QueueUrl: url } };
      },
    },
    'sqs:SetQueueAttributes': {
      send: (account, request: SetQueueAttributesCommandInput, options) =>
        aws.sqs(account).send(new SetQueueAttributesCommand(request), options),
      async look(account, { QueueUrl, Attributes = {} }: SetQueueAttributesCommandInput, options) {
        const found = await state.attributes(account, QueueUrl ?? '', options);
        const isSet = Object.entries(Attributes).every(([name, value]) => sameJson(found[name], value));
        return isSet ? { resultId: null, after: Attributes } : null;
      },
    },
    'sqs:DeleteQueue': {
      send: (account, request: { QueueUrl: string }, options) =>
        aws.sqs(account).send(new DeleteQueueCommand(request), options),
      async look(account, { QueueUrl }: { QueueUrl: string }, options) {
        const name = QueueUrl.split('/').at(-1) ?? '';
        return (await state.queueUrl(account, name, options)) === null ? GONE : null;
      },
    },
    'events:PutRule': {
      send: (account, request: PutRuleCommandInput, options) =>
        aws.events(account).send(new PutRuleCommand(request), options),
      async look(account, request: PutRuleCommandInput, options) {
        const rule = await state.rule(account, request.Name ?? '', options);
        const isSame = rule?.State === 'ENABLED' && sameJson(rule.EventPattern, request.EventPattern);
        return isSame ? { resultId: rule.Arn ?? null, after: { RuleArn: rule.Arn } } : null;
      },
    },
    'events:DeleteRule': {
      send: (account, request: { Name: string }, options) =>
        aws.events(account).send(new DeleteRuleCommand(request), options),
      look: async (account, { Name }: { Name: string }, options) =>
        (await state.rule(account, Name, options)) === null ? GONE : null,
    },
    'events:PutTargets': {
      async send(account, request: PutTargetsCommandInput, options) {
        const answer = await aws.events(account).send(new PutTargetsCommand(request), options);
        // AWS answers 200 even when it has taken none of them.
        refuseFailedEntries(request.Rule ?? '', answer);
        return answer;
      },
      async look(account, { Rule, Targets = [] }: PutTargetsCommandInput, options) {
        const known = await state.targets(account, Rule ?? '', options);
        const isThere = Targets.every(({ Id, Arn }) => known?.some((target) => target.Id === Id && target.Arn === Arn));
        return isThere ? { resultId: null, after: { Targets: known } } : null;
      },
    },
    'events:RemoveTargets': {
      async send(account, request: RemoveTargetsCommandInput, options) {
        const answer = await aws.events(account).send(new RemoveTargetsCommand(request), options);
        refuseFailedEntries(request.Rule ?? '', answer);
        return answer;
      },
      async look(account, { Rule, Ids = [] }: RemoveTargetsCommandInput, options) {
        const known = await state.targets(account, Rule ?? '', options);
        return known?.some(({ Id }) => Ids.includes(Id ?? '')) ? null : GONE;
      },
    },
    'sns:Subscribe': {
      send: (account, request: SubscribeRequest, options) =>
        aws.sns(account).send(new SubscribeCommand(request), options),
      async look(account, { TopicArn, Endpoint }: SubscribeRequest, options) {
        const found = (await state.subscriptions(account, TopicArn, options)).find(
          (each) => each.endpoint === Endpoint,
        );
        return found ? { resultId: found.arn, after: { SubscriptionArn: found.arn } } : null;
      },
    },
    'sns:Unsubscribe': {
      send: (account, request: { SubscriptionArn: string }, options) =>
        aws.sns(account).send(new UnsubscribeCommand(request), options),
      async look(account, { SubscriptionArn }: { SubscriptionArn: string }, options) {
        const topic = SubscriptionArn.split(':').slice(0, -1).join(':');
        const known = await state.subscriptions(account, topic, options);
        return known.some(({ arn }) => arn === SubscriptionArn) ? null : GONE;
      },
    },
  } satisfies Record<string, SetupCall>;
}

interface SubscribeRequest {
  TopicArn: string;
  Protocol: string;
  Endpoint: string;
  ReturnSubscriptionArn: boolean;
}

export function findSetupCall(calls: ReturnType<typeof createSetupCalls>, call: PlannedCall): SetupCall {
  const name = `${call.service}:${call.operation}`;
  return name in calls ? calls[name as keyof typeof calls] : fail('not-supported', { params: { name } });
}

/** What AWS holds of queues, rules and topics now; what is not there is null, never a failure. */
export function createQueueState(aws: AwsAccess) {
  return {
    queueUrl: (account: string, name: string, options: CallOptions) =>
      orNull(async () => (await aws.sqs(account).send(new GetQueueUrlCommand({ QueueName: name }), options)).QueueUrl),
    async attributes(account: string, url: string, options: CallOptions): Promise<Record<string, string>> {
      const command = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] });
      return (await aws.sqs(account).send(command, options)).Attributes ?? {};
    },
    rule: (account: string, name: string, options: CallOptions): Promise<DescribeRuleCommandOutput | null> =>
      orNull(() => aws.events(account).send(new DescribeRuleCommand({ Name: name }), options)),
    targets: (account: string, rule: string, options: CallOptions): Promise<Target[] | null> =>
      orNull(
        async () =>
          (await aws.events(account).send(new ListTargetsByRuleCommand({ Rule: rule }), options)).Targets ?? [],
      ),
    async subscriptions(account: string, topicArn: string, options: CallOptions) {
      const found: { arn: string; endpoint: string }[] = [];
      let NextToken: string | undefined;
      do {
        const page = await aws
          .sns(account)
          .send(
            new ListSubscriptionsByTopicCommand({ TopicArn: topicArn, ...(NextToken ? { NextToken } : {}) }),
            options,
          );
        for (const { SubscriptionArn, Endpoint } of page.Subscriptions ?? []) {
          if (SubscriptionArn && Endpoint) found.push({ arn: SubscriptionArn, endpoint: Endpoint });
        }
        NextToken = page.NextToken;
      } while (NextToken);
      return found;
    },
  };
}

export type QueueState = ReturnType<typeof createQueueState>;

async function orNull<T>(read: () => Promise<T | undefined>): Promise<T | null> {
  try {
    return (await read()) ?? null;
  } catch (error) {
    if (error instanceof OfferdeckError && error.data.code === 'resource-not-found') return null;
    throw error;
  }
}

function refuseFailedEntries(
  rule: string,
  answer: { FailedEntryCount?: number; FailedEntries?: readonly { ErrorCode?: string; ErrorMessage?: string }[] },
): void {
  const [first] = answer.FailedEntries ?? [];
  if (!answer.FailedEntryCount && !first) return;
  const reason = [first?.ErrorCode, first?.ErrorMessage].filter(Boolean).join(': ');
  fail('event-target-refused', { params: { rule, reason } });
}

/** Policies and patterns come back with another spacing or order of members. */
export function sameJson(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonical(one) === canonical(other);
}

function canonical(text: string): string {
  try {
    return JSON.stringify(sorted(JSON.parse(text)));
  } catch {
    return text;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? sorted(value[0]) : value.map(sorted);
  if (value === null || typeof value !== 'object') return typeof value === 'number' ? String(value) : value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
