/** SNS over the Query protocol, as far as the topics of SaaS products go. */
import type { ProductEntity } from '../catalog/model.ts';
import type { Principal } from '../identity/principals.ts';
import { readParameters, type Parameters } from '../sts/parameters.ts';
import { ServiceError } from '../types.ts';
import { frontDoorRefusal } from '../wire/refusals.ts';
import type { WireService } from '../wire/service.ts';
import { formatXml, type XmlValue } from '../wire/xml.ts';
import { productCodeOf, type Subscription, type Topics } from './topics.ts';

const NAMESPACE = 'http://sns.amazonaws.com/doc/2010-03-31/';
export const SNS_VERSION = '2010-03-31';

export interface SnsDependencies {
  readonly topics: () => Topics;
  readonly productByCode: (code: string) => ProductEntity | undefined;
}

type Operation = (parameters: Parameters, principal: Principal, deps: SnsDependencies) => XmlValue;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  Subscribe: subscribe,
  Unsubscribe: unsubscribe,
  ListSubscriptions: (_parameters, { accountId }, deps) => described(deps.topics().of(accountId)),
  ListSubscriptionsByTopic(parameters, principal, deps) {
    const arn = ownTopic(parameters, principal, 'ListSubscriptionsByTopic', deps);
    return described(
      deps
        .topics()
        .of(principal.accountId)
        .filter(({ topicArn }) => topicArn === arn),
    );
  },
};

const WRITES = new Set(['Subscribe', 'Unsubscribe']);

export function createSns(deps: SnsDependencies): WireService {
  return {
    name: 'sns',
    protocol: 'query',
    signingName: 'sns',
    // The topics of Marketplace live in this region alone.
    regions: ['us-east-1'],
    allowsAnonymous: false,
    async identify(request) {
      const parameters = readParameters(request);
      const operation = parameters.get('Action') ?? '';
      return {
        operation,
        action: `sns:${operation}`,
        resource: () => parameters.get('TopicArn') ?? parameters.get('SubscriptionArn') ?? '*',
        writes: WRITES.has(operation),
        input: Object.fromEntries(parameters),
      };
    },
    async handle({ operation }, { request, principal, requestId }) {
      if (principal === null) throw frontDoorRefusal('query', 'missing');
      const perform = Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : undefined;
      if (!perform) throw new ServiceError('NotSimulatedException', 400, `Amazon SNS: ${operation} is not simulated.`);
      const result = perform(readParameters(request), principal, deps);
      const body = formatXml(
        `${operation}Response`,
        { [`${operation}Result`]: result, ResponseMetadata: { RequestId: requestId } },
        NAMESPACE,
      );
      return { status: 200, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }, body };
    },
  };
}

function subscribe(parameters: Parameters, principal: Principal, deps: SnsDependencies): XmlValue {
  const topicArn = ownTopic(parameters, principal, 'Subscribe', deps);
  const protocol = parameters.get('Protocol');
  const endpoint = parameters.get('Endpoint') ?? '';
  if (protocol !== 'sqs') throw invalid(`Protocol '${String(protocol)}' is not simulated; only sqs is.`);
  const match = /^arn:aws:sqs:us-east-1:(\d{12}):[A-Za-z0-9_-]{1,80}$/.exec(endpoint);
  if (!match) throw invalid('Endpoint must be the ARN of an SQS queue in us-east-1.');
  if (match[1] !== principal.accountId) throw invalid('A queue of another account is not simulated.');
  const topics = deps.topics();
  const earlier = topics.of(principal.accountId).find((one) => one.topicArn === topicArn && one.endpoint === endpoint);
  const subscription: Subscription = earlier ?? {
    arn: `${topicArn}:${crypto.randomUUID()}`,
    topicArn,
    accountId: principal.accountId,
    endpoint,
    isRaw: attribute(parameters, 'RawMessageDelivery') === 'true',
  };
  topics.put(subscription);
  return { SubscriptionArn: subscription.arn };
}

/** A subscription that is not there counts as ended. */
function unsubscribe(parameters: Parameters, { accountId }: Principal, { topics }: SnsDependencies): XmlValue {
  const arn = parameters.get('SubscriptionArn') ?? '';
  if (productCodeOf(arn.slice(0, arn.lastIndexOf(':'))) === null) throw invalid('SubscriptionArn is not valid.');
  const subscription = topics().get(arn);
  if (subscription && subscription.accountId !== accountId) throw notAllowed(accountId, 'Unsubscribe', arn);
  topics().remove(arn);
  return {};
}

/** Only the account that sells the product may listen. */
function ownTopic(
  parameters: Parameters,
  { accountId, arn: caller }: Principal,
  operation: string,
  { productByCode }: SnsDependencies,
): string {
  const arn = parameters.get('TopicArn');
  if (arn === undefined || !/^arn:aws:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,256}$/.test(arn)) {
    throw invalid('TopicArn is not valid.');
  }
  const code = productCodeOf(arn);
  const product = code === null ? undefined : productByCode(code);
  if (product?.type !== 'SaaSProduct') throw new ServiceError('NotFound', 404, 'Topic does not exist');
  if (product.owner !== accountId) throw notAllowed(caller, operation, arn);
  return arn;
}

function described(subscriptions: readonly Subscription[]): XmlValue {
  return {
    Subscriptions: {
      member: subscriptions.map(({ arn, topicArn, accountId, endpoint }) => ({
        SubscriptionArn: arn,
        Owner: accountId,
        Protocol: 'sqs',
        Endpoint: endpoint,
        TopicArn: topicArn,
      })),
    },
  };
}

function attribute(parameters: Parameters, name: string): string | undefined {
  for (let index = 1; parameters.has(`Attributes.entry.${index}.key`); index += 1) {
    if (parameters.get(`Attributes.entry.${index}.key`) === name)
      return parameters.get(`Attributes.entry.${index}.value`);
  }
  return undefined;
}

function invalid(reason: string): ServiceError {
  return new ServiceError('InvalidParameter', 400, `Invalid parameter: ${reason}`);
}

function notAllowed(caller: string, operation: string, resource: string): ServiceError {
  const message = `User: ${caller} is not authorized to perform: SNS:${operation} on resource: ${resource}`;
  return new ServiceError('AuthorizationError', 403, message);
}
