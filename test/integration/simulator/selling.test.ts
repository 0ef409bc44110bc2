import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AccessDeniedException,
  AssignOpportunityCommand,
  AssociateOpportunityCommand,
  ConflictException,
  CreateOpportunityCommand,
  DisassociateOpportunityCommand,
  GetAwsOpportunitySummaryCommand,
  GetOpportunityCommand,
  ListEngagementInvitationsCommand,
  ListOpportunitiesCommand,
  ListSolutionsCommand,
  ResourceNotFoundException,
  UpdateOpportunityCommand,
  ValidationException,
  paginateListOpportunities,
  paginateListSolutions,
  type CreateOpportunityCommandInput,
  type GetOpportunityCommandOutput,
  type ListOpportunitiesCommandInput,
  type OpportunitySummary,
  type PartnerCentralSellingClient,
  type UpdateOpportunityCommandInput,
} from '@aws-sdk/client-partnercentral-selling';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Simulator } from '../../../src/simulator/server.ts';
import { opportunityDraft } from '../../support/opportunity-draft.ts';
import { accountsOf, sellingClient, startTestSimulator } from '../../support/simulator.ts';

let simulator: Simulator;
let client: PartnerCentralSellingClient;

beforeAll(async () => {
  simulator = await startTestSimulator();
  client = sellingClient(simulator, accountsOf(simulator).isv);
});
afterAll(() => simulator.stop());

async function created(changes: Partial<CreateOpportunityCommandInput> = {}): Promise<GetOpportunityCommandOutput> {
  const input = opportunityDraft(changes);
  const { Id } = await client.send(new CreateOpportunityCommand(input));
  return client.send(new GetOpportunityCommand({ Catalog: input.Catalog, Identifier: Id }));
}

/** What a careful client sends back: everything it got. */
function noChange(got: GetOpportunityCommandOutput): UpdateOpportunityCommandInput {
  const { Id, ...rest } = got;
  return { ...rest, Identifier: Id };
}

async function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (error: unknown) => error,
  );
}

async function all(input: ListOpportunitiesCommandInput): Promise<OpportunitySummary[]> {
  const found: OpportunitySummary[] = [];
  for await (const page of paginateListOpportunities({ client, pageSize: 100 }, input)) {
    found.push(...(page.OpportunitySummaries ?? []));
  }
  return found;
}

describe('an opportunity over the real protocol', () => {
  it('is created once for a token, and got with everything that was written', async () => {
    const input = opportunityDraft();
    const first = await client.send(new CreateOpportunityCommand(input));
    const second = await client.send(new CreateOpportunityCommand(input));
    expect(first.Id).toMatch(/^O\d{8}$/);
    expect(second).toMatchObject({ Id: first.Id, LastModifiedDate: first.LastModifiedDate });
    const got = await client.send(new GetOpportunityCommand({ Catalog: 'AWS', Identifier: first.Id }));
    expect(got).toMatchObject({
      PartnerOpportunityIdentifier: 'CRM-1',
      OpportunityType: 'Net New Business',
      LifeCycle: { Stage: 'Prospect', ReviewStatus: 'Pending Submission', NextSteps: 'Call' },
      RelatedEntityIdentifiers: { Solutions: [], AwsMarketplaceOffers: [] },
      Customer: { Contacts: [] },
      OpportunityTeam: [{ BusinessTitle: 'OpportunityOwner' }],
    });
    expect(got).not.toHaveProperty('Origin');
    const other = await refusal(client.send(new CreateOpportunityCommand({ ...input, Origin: undefined })));
    expect(other).toBeInstanceOf(ConflictException);
    expect(other).toHaveProperty('message', 'Conflicting client token submitted for a new request body.');
  });

  it('is replaced as a whole under the lock of its date', async () => {
    const got = await created();
    const update = noChange(got);
    const saved = await client.send(new UpdateOpportunityCommand({ ...update, NationalSecurity: 'No' }));
    expect(Number(saved.LastModifiedDate)).toBeGreaterThan(Number(got.LastModifiedDate));
    const stale = await refusal(client.send(new UpdateOpportunityCommand(update)));
    expect(stale).toBeInstanceOf(ConflictException);
    const { Marketing: _marketing, ...without } = update;
    await client.send(new UpdateOpportunityCommand({ ...without, LastModifiedDate: saved.LastModifiedDate }));
    const after = await client.send(new GetOpportunityCommand({ Catalog: 'AWS', Identifier: got.Id }));
    expect(after.Marketing).toBeUndefined();
    expect(after.NationalSecurity).toBeUndefined();
    expect(after.Customer?.Account?.CompanyName).toBe('Thistledown Freight');
  });

  it('keeps the contract duration when it is left out, and drops it for a null', async () => {
    const spend = [
      { Amount: '36000', CurrencyCode: 'USD', Frequency: 'None', TargetCompany: 'Self' },
    ] as unknown as NonNullable<CreateOpportunityCommandInput['Project']>['ExpectedCustomerSpend'];
    const base = opportunityDraft().Project;
    const got = await created({
      Project: { ...base, ExpectedContractDuration: { Term: 'Months', Value: '36' }, ExpectedCustomerSpend: spend },
    });
    expect(got.Project?.ExpectedCustomerSpend).toMatchObject([
      { Amount: '1000', TargetCompany: 'AWS', Frequency: 'Monthly' },
      { Amount: '36000', TargetCompany: 'Self' },
    ]);
    const { ExpectedContractDuration: _left, ...project } = got.Project ?? {};
    const kept = await client.send(new UpdateOpportunityCommand({ ...noChange(got), Project: project }));
    const withNull = new UpdateOpportunityCommand({
      ...noChange(got),
      LastModifiedDate: kept.LastModifiedDate,
      Project: { ...project, ExpectedCustomerSpend: project.ExpectedCustomerSpend?.slice(0, 1) },
    });
    expect(await get(got.Id)).toMatchObject({ Project: { ExpectedContractDuration: { Value: '36' } } });
    // The SDK drops nulls: the body has to be rewritten before it is signed.
    withNull.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { body: string | Uint8Array<ArrayBuffer> };
        const body = JSON.parse(new TextDecoder().decode(request.body as Uint8Array)) as {
          Project: Record<string, unknown>;
        };
        body.Project['ExpectedContractDuration'] = null;
        request.body = JSON.stringify(body);
        return next(args);
      },
      { step: 'build', priority: 'high' },
    );
    await client.send(withNull);
    expect((await get(got.Id)).Project).not.toHaveProperty('ExpectedContractDuration');
  });

  it('is related to what the account has, moves its date with it, and is unrelated again', async () => {
    const got = await created();
    const { SolutionSummaries = [] } = await client.send(
      new ListSolutionsCommand({ Catalog: 'AWS', Status: ['Active'], MaxResults: 1 }),
    );
    const related = {
      Catalog: 'AWS',
      OpportunityIdentifier: got.Id,
      RelatedEntityType: 'Solutions' as const,
      RelatedEntityIdentifier: SolutionSummaries[0]?.Id,
    };
    await client.send(new AssociateOpportunityCommand(related));
    const after = await get(got.Id);
    expect(after.RelatedEntityIdentifiers?.Solutions).toEqual([SolutionSummaries[0]?.Id]);
    expect(Number(after.LastModifiedDate)).toBeGreaterThan(Number(got.LastModifiedDate));
    await client.send(new DisassociateOpportunityCommand(related));
    expect((await get(got.Id)).RelatedEntityIdentifiers?.Solutions).toEqual([]);
    const unknown = { ...related, RelatedEntityIdentifier: 'S-9999999' };
    expect(await refusal(client.send(new AssociateOpportunityCommand(unknown)))).toMatchObject({
      Reason: 'BUSINESS_VALIDATION_FAILED',
      ErrorList: [{ FieldName: 'relatedEntityIdentifier', Code: 'INVALID_VALUE' }],
    });
  });

  it('is assigned to a user of the partner, and to nobody else', async () => {
    const got = await created();
    const Assignee = {
      Email: 'elif.sorensen@lanternfish.example.com',
      FirstName: 'E',
      LastName: 'S',
      BusinessTitle: 'OpportunityOwner',
    };
    await client.send(new AssignOpportunityCommand({ Catalog: 'AWS', Identifier: got.Id, Assignee }));
    expect((await get(got.Id)).OpportunityTeam).toMatchObject([{ Email: Assignee.Email, FirstName: 'Elif' }]);
    const stranger = { ...Assignee, Email: 'nobody@lanternfish.example.com' };
    const refused = await refusal(
      client.send(new AssignOpportunityCommand({ Catalog: 'AWS', Identifier: got.Id, Assignee: stranger })),
    );
    expect(refused).toMatchObject({ ErrorList: [{ FieldName: 'assignee.email' }] });
  });

  it('tells all breaches of the format at once, then all of the rules', async () => {
    const broken = opportunityDraft({
      OpportunityTeam: [{ Email: 'NOT AN EMAIL' }],
      Project: { ...opportunityDraft().Project, CustomerBusinessProblem: 'too short' },
    });
    const format = await refusal(client.send(new CreateOpportunityCommand(broken)));
    expect(format).toBeInstanceOf(ValidationException);
    expect(format).toMatchObject({
      Reason: 'REQUEST_VALIDATION_FAILED',
      ErrorList: [
        { FieldName: 'project.customerBusinessProblem', Code: 'INVALID_STRING_FORMAT' },
        { FieldName: 'opportunityTeam.1.member.email', Code: 'INVALID_STRING_FORMAT' },
      ],
    });
    const rules = await refusal(client.send(new CreateOpportunityCommand({ Catalog: 'AWS', ClientToken: 'empty' })));
    expect(rules).toMatchObject({ Reason: 'BUSINESS_VALIDATION_FAILED' });
    expect((rules as ValidationException).ErrorList?.map(({ FieldName }) => FieldName)).toEqual([
      'customer.account.companyName',
      'customer.account.industry',
      'customer.account.websiteUrl',
      'customer.account.address.countryCode',
      'project.title',
      'project.customerBusinessProblem',
      'project.expectedCustomerSpend',
      'lifeCycle.targetCloseDate',
    ]);
  });
});

async function get(id: string | undefined): Promise<GetOpportunityCommandOutput> {
  return client.send(new GetOpportunityCommand({ Catalog: 'AWS', Identifier: id }));
}

describe('the seeded opportunities', () => {
  it('are 300 in the catalog AWS over three partners, apart from the Sandbox', async () => {
    const { isv, otherIsv, partner } = accountsOf(simulator);
    let total = 0;
    for (const account of [isv, otherIsv, partner]) {
      client = sellingClient(simulator, account);
      const rows = await all({ Catalog: 'AWS' });
      total += rows.filter(({ PartnerOpportunityIdentifier }) => PartnerOpportunityIdentifier !== 'CRM-1').length;
    }
    client = sellingClient(simulator, isv);
    expect(total).toBe(300);
    const [row] = await all({ Catalog: 'Sandbox' });
    expect(await refusal(get(row?.Id))).toBeInstanceOf(ResourceNotFoundException);
    const buyer = sellingClient(simulator, accountsOf(simulator).buyer);
    const refused = await refusal(buyer.send(new ListOpportunitiesCommand({ Catalog: 'AWS' })));
    expect(refused).toBeInstanceOf(AccessDeniedException);
  });

  it('are filtered, sorted and paged, and a token is good for its own question only', async () => {
    const rows = await all({ Catalog: 'AWS', LifeCycleStage: ['Launched'], LifeCycleReviewStatus: ['Approved'] });
    expect(rows.length).toBeGreaterThan(5);
    expect(new Set(rows.map(({ LifeCycle }) => LifeCycle?.Stage))).toEqual(new Set(['Launched']));
    const sorted = await all({
      Catalog: 'AWS',
      Sort: { SortBy: 'CustomerCompanyName', SortOrder: 'ASCENDING' },
      TargetCloseDate: { AfterTargetCloseDate: '2000-01-01', BeforeTargetCloseDate: '2040-01-01' },
    });
    const names = sorted.map(({ Customer }) => Customer?.Account?.CompanyName ?? '');
    expect(names).toEqual([...names].sort());
    expect(new Set(sorted.map(({ Id }) => Id)).size).toBe(sorted.length);
    const since = rows[2]?.LastModifiedDate;
    const changed = await all({ Catalog: 'AWS', LastModifiedDate: { AfterLastModifiedDate: since } });
    expect(changed.map(({ Id }) => Id)).toContain(rows[2]?.Id);
    expect(changed.every(({ LastModifiedDate }) => Number(LastModifiedDate) >= Number(since))).toBe(true);
    const { NextToken } = await client.send(new ListOpportunitiesCommand({ Catalog: 'AWS', MaxResults: 5 }));
    const foreign = { Catalog: 'Sandbox', MaxResults: 5, NextToken };
    expect(await refusal(client.send(new ListOpportunitiesCommand(foreign)))).toMatchObject({
      ErrorList: [{ FieldName: 'nextToken' }],
    });
  });

  it('can be saved unchanged wherever AWS does not look at them, and in no other state', async () => {
    for (const row of await all({ Catalog: 'AWS' })) {
      const status = row.LifeCycle?.ReviewStatus ?? '';
      const saved = await refusal(client.send(new UpdateOpportunityCommand(noChange(await get(row.Id)))));
      if (['Submitted', 'In review', 'Rejected'].includes(status)) {
        expect(saved).toMatchObject({ ErrorList: [{ Code: 'INVALID_RESOURCE_STATE' }] });
      } else
        expect(saved, `${row.Id} ${status} ${JSON.stringify((saved as ValidationException)?.ErrorList)}`).toBeNull();
    }
  });

  it('have a summary by AWS once they were submitted', async () => {
    const approved = await all({ Catalog: 'AWS', LifeCycleReviewStatus: ['Approved'] });
    const summaries = await Promise.all(
      approved
        .slice(0, 40)
        .map(({ Id }) =>
          client.send(new GetAwsOpportunitySummaryCommand({ Catalog: 'AWS', RelatedOpportunityIdentifier: Id })),
        ),
    );
    expect(new Set(summaries.map(({ Origin }) => Origin))).toEqual(new Set(['AWS Referral', 'Partner Referral']));
    expect(summaries[0]?.Insights?.EngagementScore).toMatch(/High|Medium|Low/);
    const [drafted] = await all({ Catalog: 'AWS', LifeCycleReviewStatus: ['Pending Submission'] });
    const none = new GetAwsOpportunitySummaryCommand({
      Catalog: 'AWS',
      RelatedOpportunityIdentifier: drafted?.Id,
    });
    expect(await refusal(client.send(none))).toBeInstanceOf(ResourceNotFoundException);
  });

  it('come with several hundred solutions', async () => {
    let count = 0;
    for await (const page of paginateListSolutions({ client, pageSize: 100 }, { Catalog: 'AWS', Status: ['Active'] })) {
      count += page.SolutionSummaries?.length ?? 0;
    }
    expect(count).toBeGreaterThan(300);
    const sandbox = await client.send(new ListSolutionsCommand({ Catalog: 'Sandbox' }));
    expect(sandbox.SolutionSummaries?.map(({ Id }) => Id)).toEqual(['S-1234567']);
  });
});

describe('the world of Partner Central', () => {
  it('is kept between runs, with what was under way', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'offerdeck-selling-'));
    const stateFile = join(folder, 'simulator.json');
    let kept = await startTestSimulator({ stateFile });
    const { isv } = accountsOf(kept);
    await kept.control.selling.refer({ accountId: isv.accountId, companyName: 'Kept Goods', days: 3 });
    const made = await sellingClient(kept, isv).send(new CreateOpportunityCommand(opportunityDraft()));
    await kept.stop();
    kept = await startTestSimulator({ stateFile });
    const again = sellingClient(kept, isv);
    const got = await again.send(new GetOpportunityCommand({ Catalog: 'AWS', Identifier: made.Id }));
    expect(got.LastModifiedDate).toEqual(made.LastModifiedDate);
    kept.control.advanceClock(3 * 86_400_000);
    const list = await again.send(
      new ListEngagementInvitationsCommand({
        Catalog: 'AWS',
        ParticipantType: 'RECEIVER',
        Status: ['EXPIRED'],
        MaxResults: 100,
      }),
    );
    expect(list.EngagementInvitationSummaries?.map(({ EngagementTitle }) => EngagementTitle)).toContain(
      'Move the order desk of Kept Goods',
    );
    await kept.stop();
    await rm(folder, { recursive: true });
  });

  it('of 20,000 starts quickly and answers page after page without sorting anew', async () => {
    const large = await startTestSimulator({ opportunities: 20_000 });
    client = sellingClient(large, accountsOf(large).isv);
    const question = { Catalog: 'AWS', MaxResults: 100 } as const;
    const first = await client.send(new ListOpportunitiesCommand(question));
    const second = await client.send(new ListOpportunitiesCommand({ ...question, NextToken: first.NextToken }));
    const rows = [...(first.OpportunitySummaries ?? []), ...(second.OpportunitySummaries ?? [])];
    expect(new Set(rows.map(({ Id }) => Id)).size).toBe(200);
    const byAge = new ListOpportunitiesCommand({
      ...question,
      Identifier: ['O10020000'],
      Sort: { SortBy: 'CreatedDate', SortOrder: 'ASCENDING' },
    });
    expect((await client.send(byAge)).OpportunitySummaries).toHaveLength(1);
    client = sellingClient(simulator, accountsOf(simulator).isv);
    await large.stop();
  });
});
