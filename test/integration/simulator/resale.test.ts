/** A deal of three parties over the real protocols: authorize, share, offer with a markup, accept, amend, restrict. */
import { CreateServiceLinkedRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  DescribeChangeSetCommand,
  DescribeEntityCommand,
  ListEntitiesCommand,
  StartChangeSetCommand,
  type Change,
} from '@aws-sdk/client-marketplace-catalog';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedId } from '../../../src/simulator/seed/ids.ts';
import type { Simulator } from '../../../src/simulator/server.ts';
import type { SeedAccount } from '../../../src/simulator/types.ts';
import { makePdf } from '../../support/pdf.ts';
import { accountsOf, catalogClient, clientSettings, s3Client, startTestSimulator } from '../../support/simulator.ts';

const Catalog = 'AWSMarketplace';
const AWSServiceName = 'resale-authorization.marketplace.amazonaws.com';
const dateIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let simulator: Simulator;
let accounts: ReturnType<typeof accountsOf>;
beforeAll(async () => {
  simulator = await startTestSimulator();
  accounts = accountsOf(simulator);
});
afterAll(() => simulator.stop());

/** Runs a change set to its end and answers the id of what its first change was about. */
async function run(account: SeedAccount, ChangeSet: Change[]): Promise<string> {
  const client = catalogClient(simulator, account);
  const { ChangeSetId } = await client.send(new StartChangeSetCommand({ Catalog, ChangeSet }));
  simulator.control.advanceClock(120_000);
  for (;;) {
    const answer = await client.send(new DescribeChangeSetCommand({ Catalog, ChangeSetId }));
    if (answer.Status === 'PREPARING' || answer.Status === 'APPLYING') continue;
    const errors = (answer.ChangeSet ?? []).flatMap(({ ErrorDetailList }) => ErrorDetailList ?? []);
    expect(errors).toEqual([]);
    expect(answer.Status).toBe('SUCCEEDED');
    return answer.ChangeSet?.[0]?.Entity?.Identifier?.split('@')[0] ?? '';
  }
}

async function document(account: SeedAccount, EntityId: string): Promise<Record<string, unknown>> {
  const answer = await catalogClient(simulator, account).send(new DescribeEntityCommand({ Catalog, EntityId }));
  return answer.DetailsDocument as Record<string, unknown>;
}

async function sharedIds(account: SeedAccount): Promise<string[]> {
  const answer = await catalogClient(simulator, account).send(
    new ListEntitiesCommand({ Catalog, EntityType: 'ResaleAuthorization', OwnershipType: 'SHARED', MaxResults: 50 }),
  );
  return (answer.EntitySummaryList ?? []).map(({ EntityId }) => EntityId ?? '');
}

function changes(Type: string, create: readonly [string, object], updates: Readonly<Record<string, object>>): Change[] {
  const Entity = { Type, Identifier: '$Made.Entity.Identifier' };
  const [ChangeType, DetailsDocument] = create;
  const rest = Object.entries(updates).map(([type, details]) => ({
    ChangeType: type,
    Entity,
    DetailsDocument: { ...details },
  }));
  return [{ ChangeType, ChangeName: 'Made', Entity: { Type }, DetailsDocument: { ...DetailsDocument } }, ...rest];
}

async function presigned(account: SeedAccount, Key: string): Promise<string> {
  const s3 = s3Client(simulator, account);
  const target = { Bucket: account.eulaBucket ?? '', Key };
  await s3.send(new PutObjectCommand({ ...target, Body: makePdf(), ContentType: 'application/pdf' }));
  return getSignedUrl(s3, new GetObjectCommand(target), { expiresIn: 3600 });
}

const charges = (Type: string, first: string, second: string) => ({
  Terms: [
    {
      Type,
      CurrencyCode: 'USD',
      Schedule: [
        { ChargeDate: dateIn(60), ChargeAmount: first },
        { ChargeDate: dateIn(150), ChargeAmount: second },
      ],
    },
  ],
});

/** Paid in parts, with a licence and a contract of its own. */
async function authorizationFor(reseller: SeedAccount, product: string): Promise<Change[]> {
  const [licence, contract] = await Promise.all([
    presigned(accounts.isv, 'resale/eula.pdf'),
    presigned(accounts.isv, 'resale/contract.pdf'),
  ]);
  return changes(
    'ResaleAuthorization@1.0',
    [
      'CreateResaleAuthorization',
      { ProductId: seedId('prod', product), Name: 'Over the wire', ResellerAccountId: reseller.accountId },
    ],
    {
      UpdatePricingTerms: {
        PricingModel: 'Contract',
        Terms: [
          {
            ...{ Type: 'ResaleFixedUpfrontPricingTerm', CurrencyCode: 'USD', Price: '0.00', Duration: 'P12M' },
            Grants: [{ DimensionKey: 'channels', MaxQuantity: 10 }],
          },
        ],
      },
      UpdatePaymentScheduleTerms: charges('ResalePaymentScheduleTerm', '200.00', '250.00'),
      UpdateLegalTerms: {
        Terms: [
          { Type: 'BuyerLegalTerm', Documents: [{ Type: 'CustomEula', Url: licence }] },
          { Type: 'ResaleLegalTerm', Documents: [{ Type: 'CustomResellerContract', Url: contract }] },
        ],
      },
      UpdateAvailability: { AvailabilityEndDate: dateIn(30), OffersMaxQuantity: 1 },
      ReleaseResaleAuthorization: {},
    },
  );
}

describe('resale over the real protocols', () => {
  it('goes from the authorization to an agreement that all three know of', async () => {
    const { isv, otherIsv: partner, buyer } = accounts;
    const authorization = await run(isv, await authorizationFor(partner, 'relay-b'));
    expect(await sharedIds(partner)).not.toContain(authorization);
    const iam = new IAMClient(clientSettings(simulator, partner));
    await iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName }));
    expect(await sharedIds(partner)).toContain(authorization);
    const seen = await document(partner, authorization);
    expect(seen).toMatchObject({ Status: 'Active', ManufacturerAccountId: isv.accountId });
    for (const term of seen['Terms'] as { Documents?: { Url: string }[] }[]) {
      for (const { Url } of term.Documents ?? []) {
        const copy = await fetch(Url);
        expect([
          copy.status,
          Buffer.from(await copy.arrayBuffer())
            .subarray(0, 5)
            .toString(),
        ]).toEqual([200, '%PDF-']);
      }
    }

    const offer = await run(
      partner,
      changes(
        'Offer@1.0',
        [
          'CreateOfferUsingResaleAuthorization',
          { ResaleAuthorizationId: authorization, Name: 'Resold', Description: 'x' },
        ],
        {
          UpdateMarkup: { Percentage: '10' },
          UpdateTargeting: { PositiveTargeting: { BuyerAccounts: [buyer.accountId] } },
          UpdateAvailability: { AvailabilityEndDate: dateIn(20) },
          ReleaseOffer: {},
        },
      ),
    );
    const resold = await document(partner, offer);
    expect(resold).toMatchObject({ ResaleAuthorizationId: authorization, MarkupPercentage: '10', State: 'Released' });
    expect(JSON.stringify(resold['Terms'])).toContain('"ChargeAmount":"275"');
    expect(await document(isv, authorization)).toMatchObject({
      OfferDetails: { OfferExtendedStatus: 'Completed-Used', OfferCreatedCount: 1 },
    });

    const agreement = await simulator.control.acceptOffer({ offerId: offer, buyerAccountId: buyer.accountId });
    expect(agreement).toMatchObject({ resaleAuthorizationId: authorization, manufacturer: isv.accountId });
    const created = simulator.control.events().filter(({ detailType }) => detailType.includes('Agreement Created'));
    expect(created.map(({ accountId, detailType }) => [accountId, detailType.split(' - ')[1]])).toEqual([
      [partner.accountId, 'Proposer'],
      [isv.accountId, 'Manufacturer'],
      [buyer.accountId, 'Acceptor'],
    ]);

    await run(isv, [
      {
        ChangeType: 'RestrictResaleAuthorization',
        Entity: { Type: 'ResaleAuthorization@1.0', Identifier: authorization },
        DetailsDocument: {},
      },
    ]);
    expect(await document(partner, authorization)).toMatchObject({ Status: 'Restricted' });
    expect(await document(partner, offer)).toMatchObject({ State: 'Released' });
  });

  it('lets the partner amend what it sold, by a new authorization', async () => {
    const { partner, buyer } = accounts;
    const sold = seedId('offer', 'relay-a sold by partner');
    const offer = await run(
      partner,
      changes(
        'Offer@1.0',
        [
          'CreateReplacementOfferUsingResaleAuthorization',
          {
            ResaleAuthorizationId: seedId('resaleauthz', 'relay-a amendment'),
            AgreementId: seedId('agmt', sold),
            Name: 'Two more',
          },
        ],
        {
          UpdateInformation: { Description: 'two channels more' },
          UpdateValidityTerms: { Terms: [{ Type: 'ValidityTerm', AgreementEndDate: dateIn(200) }] },
          UpdateAvailability: { AvailabilityEndDate: dateIn(20) },
          ReleaseOffer: {},
        },
      ),
    );
    const agreement = await simulator.control.acceptOffer({ offerId: offer, buyerAccountId: buyer.accountId });
    expect(agreement).toMatchObject({ intent: 'REPLACE', initialAgreementId: seedId('agmt', sold) });
  });
});
