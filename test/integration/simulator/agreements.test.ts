import {
  DescribeAgreementCommand,
  GetAgreementTermsCommand,
  paginateSearchAgreements,
  ResourceNotFoundException,
  SearchAgreementsCommand,
  ValidationException,
  type MarketplaceAgreementClient,
} from '@aws-sdk/client-marketplace-agreement';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedId } from '../../../src/simulator/seed/ids.ts';
import type { Simulator } from '../../../src/simulator/server.ts';
import { accountsOf, agreementClient, startTestSimulator } from '../../support/simulator.ts';

let simulator: Simulator;
let client: MarketplaceAgreementClient;
let buyer: MarketplaceAgreementClient;

beforeAll(async () => {
  simulator = await startTestSimulator();
  client = agreementClient(simulator, accountsOf(simulator).isv);
  buyer = agreementClient(simulator, accountsOf(simulator).buyer);
});
afterAll(() => simulator.stop());

const filters = (party: string) => [
  { name: 'PartyType', values: [party] },
  { name: 'AgreementType', values: ['PurchaseAgreement'] },
];

async function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (error: unknown) => error,
  );
}

describe('agreements over the real protocol', () => {
  it('are found and read by seller and buyer', async () => {
    const { buyer: account } = accountsOf(simulator);
    const agreement = await simulator.control.acceptOffer({
      offerId: seedId('offer', 'krill contract'),
      buyerAccountId: account.accountId,
    });
    const agreementId = String(agreement['id']);
    const found: (string | undefined)[] = [];
    for await (const page of paginateSearchAgreements({ client, pageSize: 1 }, { filters: filters('Proposer') })) {
      found.push(...(page.agreementViewSummaries ?? []).map((summary) => summary.agreementId));
    }
    expect(found).toContain(agreementId);
    expect(new Set(found).size).toBe(found.length);
    const bought = await buyer.send(new SearchAgreementsCommand({ filters: filters('Acceptor') }));
    expect(bought.agreementViewSummaries?.map((summary) => summary.agreementId)).toContain(agreementId);

    const described = await client.send(new DescribeAgreementCommand({ agreementId }));
    expect(described).toMatchObject({ agreementId, status: 'ACTIVE', acceptor: { accountId: account.accountId } });
    expect(described.acceptanceTime).toBeInstanceOf(Date);
    const { acceptedTerms } = await client.send(new GetAgreementTermsCommand({ agreementId }));
    expect(acceptedTerms?.find((term) => term.configurableUpfrontPricingTerm)).toMatchObject({
      configurableUpfrontPricingTerm: { configuration: { selectorValue: 'P12M' } },
    });
    expect(acceptedTerms?.every((term) => term.$unknown === undefined)).toBe(true);
  });

  it('are refused in the shapes of the API', async () => {
    const invalid = await failure(client.send(new SearchAgreementsCommand({ filters: filters('Nobody') })));
    expect(invalid).toBeInstanceOf(ValidationException);
    expect(invalid).toMatchObject({
      reason: 'INVALID_FILTER_VALUES',
      fields: [{ name: 'filters' }],
      $metadata: { httpStatusCode: 400 },
    });
    const unknown = await failure(client.send(new DescribeAgreementCommand({ agreementId: 'agmt-unknown' })));
    expect(unknown).toBeInstanceOf(ResourceNotFoundException);
    expect(unknown).toMatchObject({ resourceId: 'agmt-unknown', resourceType: 'Agreement' });
    const missing = await failure(client.send(new DescribeAgreementCommand({ agreementId: undefined })));
    expect(missing).toMatchObject({ name: 'ValidationException', reason: 'MISSING_AGREEMENT_ID' });
  });

  it('are kept from keys without the permission', async () => {
    simulator.control.addFault({ kind: 'access-denied', operation: 'SearchAgreements', times: 1 });
    const denied = await failure(client.send(new SearchAgreementsCommand({ filters: filters('Proposer') })));
    expect(denied).toMatchObject({ name: 'AccessDeniedException' });
    expect(String((denied as Error).message)).toContain('aws-marketplace:SearchAgreements');
  });

  it('meet the faults and the quotas of the service', async () => {
    const search = () => client.send(new SearchAgreementsCommand({ filters: filters('Proposer') }));
    simulator.control.addFault({ kind: 'server-error', status: 500, operation: 'SearchAgreements', times: 1 });
    expect(await failure(search())).toMatchObject({
      name: 'InternalServerException',
      $metadata: { httpStatusCode: 500 },
    });
    simulator.control.enforceQuotas(true);
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => failure(search())));
    simulator.control.enforceQuotas(false);
    const throttled = outcomes.filter((outcome) => outcome !== null);
    // Five a second; a slow machine may earn a few more on the way.
    expect(throttled.length).toBeGreaterThan(0);
    expect(throttled[0]).toMatchObject({ name: 'ThrottlingException', $metadata: { httpStatusCode: 400 } });
  });
});
