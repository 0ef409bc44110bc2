import { describe, expect, it } from 'vitest';
import { addressOf, type EndpointPorts } from '../../../../src/main/aws/endpoints.ts';
import { sampleAccount } from '../../../support/samples.ts';

const REAL = { mode: 'real', practice: null, awsEnvironment: {} } as unknown as EndpointPorts;
const ELSEWHERE = { ...sampleAccount(), endpoint: 'http://127.0.0.1:9999' };

describe('where AWS is reached', () => {
  it.each([
    ['selling', 'https://partnercentral-selling.us-east-1.api.aws'],
    ['catalog', 'https://catalog.marketplace.us-east-1.amazonaws.com'],
    ['agreement', 'https://agreement-marketplace.us-east-1.amazonaws.com'],
    ['sts', 'https://sts.us-east-1.amazonaws.com'],
  ] as const)('%s is at its production address', (service, endpoint) => {
    expect(addressOf(REAL, sampleAccount(), service)).toEqual({ endpoint, region: 'us-east-1', forcePathStyle: false });
  });

  it('is never turned elsewhere for a real account, unless the program was told that it may', () => {
    expect(addressOf(REAL, ELSEWHERE, 'selling').endpoint).toBe('https://partnercentral-selling.us-east-1.api.aws');
    const told = { ...REAL, awsEnvironment: { ...REAL.awsEnvironment, endpointsAllowed: true } };
    expect(addressOf(told, ELSEWHERE, 'selling').endpoint).toBe('http://127.0.0.1:9999');
  });
});
