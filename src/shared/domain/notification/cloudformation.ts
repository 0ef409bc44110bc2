/** The set-up as a CloudFormation template, for whoever keeps infrastructure in stacks. Built from the same plan's parts. */
import { eventPattern } from './kinds.ts';
import { deadLetterAttributes, EVENTS_PRINCIPAL, SNS_PRINCIPAL, TARGET_ID } from './plan.ts';
import type { QueueConfig } from './queue.ts';

export function toTemplate(config: QueueConfig): string {
  const { deadLetterQueueName, rules, source, topicArns } = config;
  const ruleIds = source === 'rules' ? rules.map((_, index) => `EventRule${index + 1}`) : [];
  const sources = source === 'rules' ? ruleIds.map((id) => `!GetAtt ${id}.Arn`) : topicArns.map((arn) => quote(arn));
  const principal = source === 'rules' ? EVENTS_PRINCIPAL : SNS_PRINCIPAL;
  const lines = [
    "AWSTemplateFormatVersion: '2010-09-09'",
    'Description: AWS Marketplace events for Offerdeck. Deploy in the seller account, region us-east-1.',
    'Resources:',
    ...(deadLetterQueueName === null ? [] : deadLetterQueue(deadLetterQueueName)),
    ...queue(config.queueName, deadLetterQueueName !== null),
    ...queuePolicy('EventQueuePolicy', 'EventQueue', principal, sources),
    ...(deadLetterQueueName !== null && source === 'rules'
      ? queuePolicy('DeadLetterQueuePolicy', 'DeadLetterQueue', principal, sources)
      : []),
    ...(source === 'rules'
      ? rules.flatMap((rule, index) => eventRule(ruleIds[index] ?? '', rule, deadLetterQueueName !== null))
      : topicArns.flatMap((arn, index) => subscription(index + 1, arn))),
    'Outputs:',
    '  QueueUrl:',
    '    Description: Name this queue in Offerdeck',
    '    Value: !Ref EventQueue',
    '  QueueArn:',
    '    Value: !GetAtt EventQueue.Arn',
  ];
  return `${lines.join('\n')}\n`;
}

/** YAML in single quotes: nothing inside is read as anything but text. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function deadLetterQueue(name: string): string[] {
  const attributes = deadLetterAttributes();
  return [
    '  DeadLetterQueue:',
    '    Type: AWS::SQS::Queue',
    '    Properties:',
    `      QueueName: ${quote(name)}`,
    `      MessageRetentionPeriod: ${attributes.MessageRetentionPeriod}`,
    '      SqsManagedSseEnabled: true',
  ];
}

function queue(name: string, hasDeadLetters: boolean): string[] {
  return [
    '  EventQueue:',
    '    Type: AWS::SQS::Queue',
    '    Properties:',
    `      QueueName: ${quote(name)}`,
    '      VisibilityTimeout: 60',
    '      MessageRetentionPeriod: 1209600',
    '      ReceiveMessageWaitTimeSeconds: 20',
    '      SqsManagedSseEnabled: true',
    ...(hasDeadLetters
      ? [
          '      RedrivePolicy:',
          '        deadLetterTargetArn: !GetAtt DeadLetterQueue.Arn',
          '        maxReceiveCount: 5',
        ]
      : []),
  ];
}

function queuePolicy(id: string, queueId: string, principal: string, sources: readonly string[]): string[] {
  return [
    `  ${id}:`,
    '    Type: AWS::SQS::QueuePolicy',
    '    Properties:',
    '      Queues:',
    `        - !Ref ${queueId}`,
    '      PolicyDocument:',
    "        Version: '2012-10-17'",
    '        Statement:',
    '          - Sid: OfferdeckEvents',
    '            Effect: Allow',
    '            Principal:',
    `              Service: ${principal}`,
    '            Action: sqs:SendMessage',
    `            Resource: !GetAtt ${queueId}.Arn`,
    '            Condition:',
    '              ArnEquals:',
    '                aws:SourceArn:',
    ...sources.map((source) => `                  - ${source}`),
  ];
}

function eventRule(id: string, rule: QueueConfig['rules'][number], hasDeadLetters: boolean): string[] {
  return [
    `  ${id}:`,
    '    Type: AWS::Events::Rule',
    '    Properties:',
    `      Name: ${quote(rule.name)}`,
    '      Description: AWS Marketplace events for Offerdeck',
    '      State: ENABLED',
    // JSON is YAML: the pattern stands here letter for letter as an API call would send it.
    `      EventPattern: ${JSON.stringify(eventPattern(rule.kinds))}`,
    '      Targets:',
    `        - Id: ${TARGET_ID}`,
    '          Arn: !GetAtt EventQueue.Arn',
    ...(hasDeadLetters ? ['          DeadLetterConfig:', '            Arn: !GetAtt DeadLetterQueue.Arn'] : []),
  ];
}

function subscription(number: number, topicArn: string): string[] {
  return [
    `  TopicSubscription${number}:`,
    '    Type: AWS::SNS::Subscription',
    '    Properties:',
    '      Protocol: sqs',
    `      TopicArn: ${quote(topicArn)}`,
    '      Endpoint: !GetAtt EventQueue.Arn',
  ];
}
