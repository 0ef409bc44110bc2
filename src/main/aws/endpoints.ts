/** Where each service is reached: always named outright, so that nothing in the environment can redirect a call. */
import type { AccountSettings } from '../../shared/domain/account/account.ts';
import type { Ports } from '../ports.ts';
import type { ServiceName } from './quotas.ts';

/** The Marketplace services and their events live in this region only, whatever region a profile names. */
const MARKETPLACE_REGION = 'us-east-1';

export interface ServiceAddress {
  readonly endpoint: string;
  readonly region: string;
  /** The local cloud has one host for all buckets. */
  readonly forcePathStyle: boolean;
}

export type EndpointPorts = Pick<Ports, 'mode' | 'practice' | 'awsEnvironment'>;

/** Explicit endpoints are for practice and tests; a real account never leaves AWS. */
export function mayOverrideEndpoint(ports: EndpointPorts): boolean {
  return ports.mode === 'practice' || ports.awsEnvironment.endpointsAllowed === true;
}

/** The one endpoint that stands in for all of AWS, or null for AWS itself. */
export function localEndpoint(ports: EndpointPorts, settings: AccountSettings): string | null {
  if (!mayOverrideEndpoint(ports)) return null;
  return settings.endpoint ?? (ports.mode === 'practice' ? (ports.practice?.endpoint ?? null) : null);
}

export function addressOf(ports: EndpointPorts, settings: AccountSettings, service: ServiceName): ServiceAddress {
  const region = service === 's3' ? (settings.eulaBucket?.region ?? MARKETPLACE_REGION) : MARKETPLACE_REGION;
  const local = localEndpoint(ports, settings);
  if (local) return { endpoint: local, region, forcePathStyle: true };
  return { endpoint: awsEndpoint(service, region), region, forcePathStyle: false };
}

function awsEndpoint(service: ServiceName, region: string): string {
  switch (service) {
    case 'catalog':
      return `https://catalog.marketplace.${region}.amazonaws.com`;
    case 'agreement':
      return `https://agreement-marketplace.${region}.amazonaws.com`;
    case 'sqs':
      return `https://sqs.${region}.amazonaws.com`;
    case 'events':
      return `https://events.${region}.amazonaws.com`;
    case 'iam':
      return 'https://iam.amazonaws.com';
    case 'sns':
      return `https://sns.${region}.amazonaws.com`;
    case 'selling':
      return `https://partnercentral-selling.${region}.api.aws`;
    case 'sts':
      return `https://sts.${region}.amazonaws.com`;
    case 's3':
      return `https://s3.${region}.amazonaws.com`;
  }
}
