/** SDK clients per account, region and number of attempts; made when first needed, dropped when settings change. */
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { IAMClient } from '@aws-sdk/client-iam';
import { MarketplaceAgreementClient } from '@aws-sdk/client-marketplace-agreement';
import { MarketplaceCatalogClient } from '@aws-sdk/client-marketplace-catalog';
import { PartnerCentralSellingClient } from '@aws-sdk/client-partnercentral-selling';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity, Provider } from '@smithy/types';
import type { ServiceAddress } from './endpoints.ts';
import type { ServiceName } from './quotas.ts';

type CredentialProvider = Provider<AwsCredentialIdentity>;

export const STANDARD_ATTEMPTS = 3;

export interface ClientSettings {
  readonly address: ServiceAddress;
  readonly credentials: CredentialProvider;
  readonly maxAttempts: number;
}

interface ClientTypes {
  catalog: MarketplaceCatalogClient;
  agreement: MarketplaceAgreementClient;
  sts: STSClient;
  s3: S3Client;
  sqs: SQSClient;
  events: EventBridgeClient;
  iam: IAMClient;
  sns: SNSClient;
  selling: PartnerCentralSellingClient;
}

export interface ClientPool {
  get<S extends ServiceName>(
    account: string,
    service: S,
    settings: () => ClientSettings,
    maxAttempts: number,
  ): ClientTypes[S];
  forget(account: string): void;
  close(): void;
}

export function createClientPool(): ClientPool {
  const clients = new Map<string, Map<string, ClientTypes[ServiceName]>>();
  return {
    get(account, service, settings, maxAttempts) {
      const ofAccount = clients.get(account) ?? new Map<string, ClientTypes[ServiceName]>();
      clients.set(account, ofAccount);
      const key = `${service}/${maxAttempts}`;
      const existing = ofAccount.get(key);
      const client = existing ?? createClient(service, { ...settings(), maxAttempts });
      ofAccount.set(key, client);
      return client as ClientTypes[typeof service];
    },
    // Not destroyed: a write may be under way, and cutting it would leave its outcome unknown.
    forget: (account) => void clients.delete(account),
    close() {
      for (const ofAccount of clients.values()) for (const client of ofAccount.values()) client.destroy();
      clients.clear();
    },
  };
}

export function createClient<S extends ServiceName>(service: S, settings: ClientSettings): ClientTypes[S] {
  const common = commonConfig(settings);
  const make: { [N in ServiceName]: () => ClientTypes[N] } = {
    catalog: () => new MarketplaceCatalogClient(common),
    agreement: () => new MarketplaceAgreementClient(common),
    sts: () => new STSClient(common),
    // The queue's own address names AWS's host; the configured one must win, as it does in practice.
    sqs: () => new SQSClient({ ...common, useQueueUrlAsEndpoint: false }),
    events: () => new EventBridgeClient(common),
    iam: () => new IAMClient(common),
    sns: () => new SNSClient(common),
    selling: () => markIntegrator(new PartnerCentralSellingClient(common)),
    s3: () =>
      new S3Client({
        ...common,
        forcePathStyle: settings.address.forcePathStyle,
        // Plain uploads, and presigned addresses without a checksum parameter that the reader would have to repeat.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      }),
  };
  return make[service]();
}

/** AWS asks integrations to say who they are, in a header of its own. */
function markIntegrator(client: PartnerCentralSellingClient): PartnerCentralSellingClient {
  client.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> };
      headers['x-amzn-user-agent'] = 'Offerdeck|Offerdeck';
      return next(args);
    },
    { name: 'offerdeckIntegrator', step: 'build', priority: 'high' },
  );
  return client;
}

/** Every setting that the SDK would otherwise look up in the environment or in the default profile is named. */
function commonConfig({ address, credentials, maxAttempts }: ClientSettings) {
  return {
    endpoint: address.endpoint,
    region: address.region,
    credentials,
    maxAttempts,
    retryMode: 'standard',
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    userAgentAppId: 'offerdeck',
    requestHandler: { connectionTimeout: 10_000, requestTimeout: 60_000, throwOnRequestTimeout: true },
  };
}
