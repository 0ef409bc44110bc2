import {
  CancelChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeEntityCommand,
  ListChangeSetsCommand,
  paginateListEntities,
  StartChangeSetCommand,
  type MarketplaceCatalogClient,
} from '@aws-sdk/client-marketplace-catalog';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedId } from '../../../src/simulator/seed/ids.ts';
import { SCALE, seededCatalog } from '../../../src/simulator/seeded-catalog.ts';
import type { Simulator } from '../../../src/simulator/server.ts';
import { makePdf } from '../../support/pdf.ts';
import { accountsOf, catalogClient, s3Client, startTestSimulator } from '../../support/simulator.ts';

let simulator: Simulator;
let client: MarketplaceCatalogClient;

beforeAll(async () => {
  simulator = await startTestSimulator({ createCatalog: seededCatalog({ scale: true }) });
  client = catalogClient(simulator, accountsOf(simulator).isv);
});
afterAll(() => simulator.stop());

const Catalog = 'AWSMarketplace';
const dateIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function presignedEula(): Promise<string> {
  const { isv } = accountsOf(simulator);
  const s3 = s3Client(simulator, isv);
  const target = { Bucket: isv.eulaBucket ?? '', Key: 'eulas/deal.pdf' };
  await s3.send(new PutObjectCommand({ ...target, Body: makePdf(), ContentType: 'application/pdf' }));
  return getSignedUrl(s3, new GetObjectCommand(target), { expiresIn: 3600 });
}

function eulaChange(url: string) {
  return {
    Catalog,
    ChangeSet: [
      {
        ChangeType: 'UpdateLegalTerms',
        Entity: { Type: 'Offer@1.0', Identifier: seedId('offer', 'harbor draft') },
        DetailsDocument: { Terms: [{ Type: 'LegalTerm', Documents: [{ Type: 'CustomEula', Url: url }] }] },
      },
    ],
  };
}

async function finished(ChangeSetId: string | undefined) {
  simulator.control.advanceClock(120_000);
  for (;;) {
    const answer = await client.send(new DescribeChangeSetCommand({ Catalog, ChangeSetId }));
    if (answer.Status !== 'PREPARING' && answer.Status !== 'APPLYING') return answer;
  }
}

describe('the catalog over the real protocol', () => {
  it('lists all 5,000 offers of the scale world in 100 pages, each once', async () => {
    const ids = new Set<string>();
    let pages = 0;
    for await (const page of paginateListEntities({ client, pageSize: 50 }, { Catalog, EntityType: 'Offer' })) {
      pages += 1;
      for (const { EntityId } of page.EntitySummaryList ?? []) ids.add(EntityId ?? '');
    }
    expect([pages, ids.size]).toEqual([SCALE.offers / 50, SCALE.offers]);
  });

  it('lists all 500 authorizations of the scale world, of which the partner sees its own', async () => {
    const count = async (accountId: 'isv' | 'partner', OwnershipType: 'SELF' | 'SHARED') => {
      const pages = paginateListEntities(
        { client: catalogClient(simulator, accountsOf(simulator)[accountId]), pageSize: 50 },
        { Catalog, EntityType: 'ResaleAuthorization', OwnershipType },
      );
      let found = 0;
      for await (const page of pages) found += page.EntitySummaryList?.length ?? 0;
      return found;
    };
    expect(await count('isv', 'SELF')).toBe(SCALE.authorizations);
    const shared = await count('partner', 'SHARED');
    expect(shared).toBeGreaterThan(400);
    expect(shared).toBeLessThan(SCALE.authorizations);
  });

  it('takes a custom EULA by presigned address, keeps a copy and shows it by a temporary link', async () => {
    const url = await presignedEula();
    const { ChangeSetId } = await client.send(new StartChangeSetCommand(eulaChange(url)));
    expect(await finished(ChangeSetId)).toMatchObject({ Status: 'SUCCEEDED' });
    const EntityId = seedId('offer', 'harbor draft');
    const { DetailsDocument } = await client.send(new DescribeEntityCommand({ Catalog, EntityId }));
    const { Terms } = DetailsDocument as { Terms: { Type: string; Documents?: { Url: string }[] }[] };
    const shown = Terms.find(({ Type }) => Type === 'LegalTerm')?.Documents?.[0]?.Url ?? '';
    expect(shown).not.toContain('deal.pdf');
    const copy = await fetch(shown);
    expect(Buffer.from(await copy.arrayBuffer())).toEqual(makePdf());
  });

  it('refuses a EULA that cannot be read, with the field in the message', async () => {
    const url = (await presignedEula()).replace('deal.pdf', 'missing.pdf');
    const { ChangeSetId } = await client.send(new StartChangeSetCommand(eulaChange(url)));
    const failed = await finished(ChangeSetId);
    expect(failed).toMatchObject({ Status: 'FAILED', FailureCode: 'CLIENT_ERROR' });
    expect(failed.ChangeSet?.[0]?.ErrorDetailList).toEqual([
      { ErrorCode: 'INVALID_LEGAL_DOCUMENTS', ErrorMessage: expect.stringContaining('Documents.Url') },
    ]);
  });

  it('answers modelled errors with their statuses, fields and locks', async () => {
    const change = (date: unknown) => ({
      Catalog,
      ChangeSet: [
        {
          ChangeType: 'UpdateAvailability',
          Entity: { Type: 'Offer@1.0', Identifier: seedId('offer', 'atlas active') },
          DetailsDocument: { AvailabilityEndDate: date as string },
        },
      ],
    });
    await expect(client.send(new StartChangeSetCommand(change('soon')))).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('AvailabilityEndDate'),
      ValidationExceptionFieldList: [{ Field: 'AvailabilityEndDate', ChangeType: 'UpdateAvailability' }],
      $metadata: { httpStatusCode: 422 },
    });
    const { ChangeSetId } = await client.send(new StartChangeSetCommand(change(dateIn(50))));
    await expect(client.send(new StartChangeSetCommand(change(dateIn(51))))).rejects.toMatchObject({
      name: 'ResourceInUseException',
      message: expect.stringContaining(`change sets: ${ChangeSetId}`),
      $metadata: { httpStatusCode: 423 },
    });
    await client.send(new CancelChangeSetCommand({ Catalog, ChangeSetId }));
    const { ChangeSetSummaryList } = await client.send(
      new ListChangeSetsCommand({ Catalog, FilterList: [{ Name: 'Status', ValueList: ['CANCELLED'] }] }),
    );
    expect(ChangeSetSummaryList?.map((summary) => summary.ChangeSetId)).toEqual([ChangeSetId]);
  });

  it('keeps accounts apart: a foreign offer does not exist', async () => {
    const other = catalogClient(simulator, accountsOf(simulator).otherIsv);
    const EntityId = seedId('offer', 'atlas active');
    await expect(other.send(new DescribeEntityCommand({ Catalog, EntityId }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('lets the buyer accept, and tells seller and buyer by event', async () => {
    const offerId = seedId('offer', 'krill contract');
    const agreement = await simulator.control.acceptOffer({ offerId, buyerAccountId: '777788889999' });
    expect(agreement).toMatchObject({ status: 'ACTIVE', offerId });
    const events = simulator.control.events().map(({ accountId, detailType }) => [accountId, detailType]);
    expect(events).toContainEqual(['111122223333', 'Purchase Agreement Created - Proposer']);
    expect(events).toContainEqual(['777788889999', 'Purchase Agreement Created - Acceptor']);
  });
});
