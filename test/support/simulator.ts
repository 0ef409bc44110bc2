/** A simulator for one test: any free port, repeatable ids, and clients that talk to it as they would to AWS. */
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { MarketplaceAgreementClient } from '@aws-sdk/client-marketplace-agreement';
import { MarketplaceCatalogClient } from '@aws-sdk/client-marketplace-catalog';
import { PartnerCentralSellingClient } from '@aws-sdk/client-partnercentral-selling';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { STSClient } from '@aws-sdk/client-sts';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../src/simulator/server.ts';
import type { SeedAccount } from '../../src/simulator/types.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export function startTestSimulator(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  return startSimulator({ randomSeed: 'test', ...options });
}

/** The seed accounts by what they are good for in tests. */
export function accountsOf(simulator: Pick<Simulator, 'accounts'>): {
  isv: SeedAccount;
  otherIsv: SeedAccount;
  partner: SeedAccount;
  buyer: SeedAccount;
} {
  const isvs = simulator.accounts.filter((account) => account.role === 'isv');
  const [isv, otherIsv] = isvs;
  const partner = simulator.accounts.find((account) => account.role === 'channel-partner');
  const buyer = simulator.accounts.find((account) => account.role === 'buyer');
  if (!isv || !otherIsv || !partner || !buyer) throw new Error('the seed world lacks an account');
  return { isv, otherIsv, partner, buyer };
}

/** Settings of an SDK client that talks to the simulator; one attempt, so that a test sees each answer. */
export function clientSettings(simulator: Pick<Simulator, 'endpoint' | 'region'>, credentials: Credentials) {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  return {
    endpoint: simulator.endpoint,
    region: simulator.region,
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
  };
}

export function stsClient(simulator: Simulator, credentials: Credentials): STSClient {
  return new STSClient(clientSettings(simulator, credentials));
}

export function s3Client(simulator: Simulator, credentials: Credentials): S3Client {
  return new S3Client({ ...clientSettings(simulator, credentials), forcePathStyle: true });
}

export function catalogClient(simulator: Simulator, credentials: Credentials): MarketplaceCatalogClient {
  return new MarketplaceCatalogClient(clientSettings(simulator, credentials));
}

export function agreementClient(simulator: Simulator, credentials: Credentials): MarketplaceAgreementClient {
  return new MarketplaceAgreementClient(clientSettings(simulator, credentials));
}

export function sellingClient(simulator: Simulator, credentials: Credentials): PartnerCentralSellingClient {
  return new PartnerCentralSellingClient(clientSettings(simulator, credentials));
}

export function sqsClient(simulator: Simulator, credentials: Credentials): SQSClient {
  return new SQSClient(clientSettings(simulator, credentials));
}

export function eventBridgeClient(simulator: Simulator, credentials: Credentials): EventBridgeClient {
  return new EventBridgeClient(clientSettings(simulator, credentials));
}

export function snsClient(simulator: Simulator, credentials: Credentials): SNSClient {
  return new SNSClient(clientSettings(simulator, credentials));
}
