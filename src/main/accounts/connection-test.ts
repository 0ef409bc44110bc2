/** Tests an account step by step; each step says what was seen, and which IAM action is missing where AWS names it. */
import { ListEntitiesCommand } from '@aws-sdk/client-marketplace-catalog';
import { CONNECTION_TEST_STEPS, type ConnectionTestStep } from '../../shared/domain/account/account.ts';
import { OfferdeckError, type MessageParams } from '../../shared/errors/app-error.ts';
import type { CallOptions } from '../aws/access.ts';
import type { Aws } from '../aws/index.ts';
import { testBucket } from './bucket-test.ts';
import { testPartnerLink, testPartnerRights } from './partner-test.ts';
import type { AccountRecord } from './store.ts';

export interface ConnectionTestRequest {
  readonly aws: Aws;
  readonly record: AccountRecord;
  readonly signal: AbortSignal;
  readonly onStep: (step: ConnectionTestStep) => void;
}

type StepName = ConnectionTestStep['step'];
export type Outcome = Pick<ConnectionTestStep, 'state' | 'messageKey'> & {
  readonly params?: MessageParams;
  readonly missingAction?: string;
};

export async function testConnection(request: ConnectionTestRequest): Promise<ConnectionTestStep[]> {
  const steps = new Map<StepName, ConnectionTestStep>(CONNECTION_TEST_STEPS.map((step) => [step, newStep(step)]));
  const set = (step: StepName, change: Partial<ConnectionTestStep>): void => {
    const next = { ...newStep(step), ...change };
    steps.set(step, next);
    request.onStep(next);
  };
  let goOn = true;
  for (const name of CONNECTION_TEST_STEPS) {
    if (!goOn) {
      set(name, { state: 'skipped', messageKey: key(name, 'skipped') });
      continue;
    }
    set(name, { state: 'running' });
    try {
      set(name, await runStep(name, request, (change) => set(name, { state: 'running', ...change })));
    } catch (error) {
      set(name, failedStep(name, error));
      // Without proven identity nothing may be asked of, let alone written to, an account.
      if (name === 'credentials' || name === 'identity' || request.signal.aborted) goOn = false;
    }
  }
  return CONNECTION_TEST_STEPS.map((name) => steps.get(name) ?? newStep(name));
}

async function runStep(
  name: StepName,
  request: ConnectionTestRequest,
  announce: (change: Partial<ConnectionTestStep>) => void,
): Promise<Outcome> {
  const { aws, record, signal } = request;
  const options: CallOptions = { priority: 'user', signal };
  switch (name) {
    case 'credentials':
      await findCredentials(request, announce);
      return { state: 'passed', messageKey: key(name, 'passed') };
    case 'identity': {
      const { awsAccountId, arn } = await aws.access.confirmIdentity(record.key, options);
      return { state: 'passed', messageKey: key(name, 'passed'), params: { awsAccountId, arn } };
    }
    case 'catalog': {
      const command = new ListEntitiesCommand({ Catalog: 'AWSMarketplace', EntityType: 'Offer', MaxResults: 1 });
      await aws.access.catalog(record.key).send(command, options);
      return { state: 'passed', messageKey: key(name, 'passed') };
    }
    case 'bucket': {
      const bucket = record.settings.eulaBucket;
      if (!bucket) return { state: 'skipped', messageKey: key(name, 'none') };
      const { leftBehind } = await testBucket(aws.access, record.key, bucket, options);
      const params = { bucket: bucket.bucket };
      if (leftBehind === null) return { state: 'passed', messageKey: key(name, 'passed'), params };
      return { state: 'passed', messageKey: key(name, 'leftBehind'), params: { ...params, key: leftBehind } };
    }
    case 'write':
      return describeWriteRights(aws, record.key);
    case 'partnerLink':
      return testPartnerLink(aws, record, options);
    case 'partnerRights':
      return testPartnerRights(aws, record, options);
  }
}

/** An expired SSO login is the daily case: the step names the command, waits, and goes on by itself. */
async function findCredentials(
  { aws, record, signal }: ConnectionTestRequest,
  announce: (change: Partial<ConnectionTestStep>) => void,
): Promise<void> {
  try {
    await aws.checkCredentials(record.key);
  } catch (error) {
    if (!(error instanceof OfferdeckError) || error.data.code !== 'sso-login-needed') throw error;
    announce({ messageKey: key('credentials', 'ssoLogin'), params: error.data.params, error: error.data });
    await aws.ssoLogin.whenBack(String(error.data.params['profile']), signal);
    await aws.checkCredentials(record.key);
  }
}

/** A test must not write to the Marketplace: the right is known only from earlier use. */
function describeWriteRights(aws: Aws, account: string): Outcome {
  const action = 'aws-marketplace:StartChangeSet';
  const seen = aws.capabilities.list(account, [action]).find((capability) => capability.action === action);
  const at = seen?.seenAt ?? '';
  if (seen?.state === 'allowed')
    return { state: 'passed', messageKey: key('write', 'allowed'), params: { action, at } };
  if (seen?.state === 'denied') return { state: 'failed', messageKey: key('write', 'denied'), params: { action, at } };
  return { state: 'unknown', messageKey: key('write', 'unknown'), params: { action } };
}

function failedStep(name: StepName, error: unknown): Partial<ConnectionTestStep> {
  if (!(error instanceof OfferdeckError)) throw error;
  const { data } = error;
  const action = data.params['action'];
  return {
    state: 'failed',
    messageKey: data.messageKey,
    params: data.params,
    missingAction: data.code === 'access-denied' && typeof action === 'string' ? action : null,
    error: data,
  };
}

function newStep(step: StepName): ConnectionTestStep {
  return { step, state: 'pending', messageKey: null, params: {}, missingAction: null, error: null };
}

function key(step: StepName, result: string): string {
  return `accounts-core:test.${step}.${result}`;
}
