import {
  GetOpportunityCommand,
  ListOpportunitiesCommand,
  UpdateOpportunityCommand,
} from '@aws-sdk/client-partnercentral-selling';
import { describe, expect, it } from 'vitest';
import type { OfferdeckError } from '../../../src/shared/errors/app-error.ts';
import { sendForWire, withWireBody } from '../../../src/main/aws/wire.ts';
import { startPartnerCentralAnswers, type Answer } from '../../support/partner-central-answers.ts';
import { sampleAccount } from '../../support/samples.ts';
import { startTestAws } from '../../support/test-aws.ts';

const options = { priority: 'user' } as const;
const OPPORTUNITY = {
  Catalog: 'AWS',
  Id: 'O5465588',
  CreatedDate: '2026-01-05T10:00:00Z',
  LastModifiedDate: '2026-01-05T10:00:00.368914936Z',
  RelatedEntityIdentifiers: {},
  SomethingNew: { Kept: true },
  Customer: {
    Contacts: [{ Email: 'jane.doe@customer.example', FirstName: 'Jane', LastName: 'Doe', Phone: '+14155550100' }],
  },
};

async function open(answer: Answer) {
  const cloud = await startPartnerCentralAnswers(answer);
  const test = startTestAws({ practice: cloud.practice });
  const account = test.addAccount(sampleAccount());
  return { ...cloud, test, account, door: test.aws.access.selling(account) };
}

describe('the door to Partner Central', () => {
  it('says who integrates, and answers with all that came, beyond what the SDK knows', async () => {
    const { door, requests } = await open(() => ({ body: OPPORTUNITY }));
    const wire = await sendForWire(
      door,
      new GetOpportunityCommand({ Catalog: 'AWS', Identifier: 'O5465588' }),
      options,
    );
    expect(wire).toEqual(OPPORTUNITY);
    expect(requests[0]?.headers['x-amzn-user-agent']).toBe('Offerdeck|Offerdeck');
    expect(requests[0]?.headers.authorization).toContain('us-east-1/partnercentral-selling/aws4_request');
    expect(requests[0]?.headers.authorization).toContain('x-amzn-user-agent');
  });

  it('sends members that are null or that the SDK does not know, and instants unrounded', async () => {
    const { door, requests } = await open(() => ({
      body: { Id: 'O5465588', LastModifiedDate: '2026-01-05T10:00:01Z' },
    }));
    const body = {
      Catalog: 'AWS',
      Identifier: 'O5465588',
      LastModifiedDate: '2026-01-05T10:00:00.368914936Z',
      Project: { ExpectedContractDuration: null },
      SomethingNew: { Kept: true },
    };
    const command = new UpdateOpportunityCommand({
      Catalog: 'AWS',
      Identifier: 'O5465588',
      LastModifiedDate: new Date(0),
    });
    await door.send(withWireBody(command, body), options);
    expect(requests[0]?.body).toEqual(body);
  });

  it('records calls without showing people', async () => {
    const { door, test } = await open(() => ({ body: OPPORTUNITY }));
    await door.send(new GetOpportunityCommand({ Catalog: 'AWS', Identifier: 'O5465588' }), options);
    const [call] = test.recordedCalls('GetOpportunity');
    expect(call?.response).toContain('O5465588');
    for (const personal of ['jane.doe', 'Jane', 'Doe', '14155550100']) expect(call?.response).not.toContain(personal);
  });

  it('says which fields AWS refuses, and that a version is outdated', async () => {
    const refusal = {
      __type: 'ValidationException',
      Message: 'Validation failed',
      Reason: 'BUSINESS_VALIDATION_FAILED',
      ErrorList: [
        { FieldName: 'lifeCycle.targetCloseDate', Code: 'INVALID_VALUE', Message: 'Invalid date selection.' },
      ],
    };
    const { door } = await open(({ operation }) => ({
      status: 400,
      body: operation === 'UpdateOpportunity' ? { __type: 'ConflictException', Message: 'stale' } : refusal,
    }));
    const failed = async (work: Promise<unknown>) =>
      ((await work.catch((error: unknown) => error)) as OfferdeckError).data;
    const refused = await failed(door.send(new GetOpportunityCommand({ Catalog: 'AWS', Identifier: 'O1' }), options));
    expect(refused).toMatchObject({
      code: 'validation-refused',
      params: { reason: 'BUSINESS_VALIDATION_FAILED' },
      fields: [{ path: 'lifeCycle.targetCloseDate', params: { reason: 'INVALID_VALUE' } }],
    });
    const update = new UpdateOpportunityCommand({ Catalog: 'AWS', Identifier: 'O1', LastModifiedDate: new Date(0) });
    expect(await failed(door.send(update, options))).toMatchObject({ code: 'opportunity-conflict', retryable: false });
  });

  it('stops before AWS does when the calls of a day are used up, also those of an earlier run', async () => {
    const { door, test, account, requests } = await open(() => ({ body: { OpportunitySummaries: [] } }));
    const at = new Date(test.ports.clock.realNow() - 60_000).toISOString();
    test.database.run(
      `INSERT INTO calls (account, service, operation, at, attempts, outcome)
       SELECT ?, 'selling', 'GetOpportunity', ?, 1, 'ok' FROM json_each(?)`,
      account,
      at,
      JSON.stringify(Array<number>(99_999).fill(0)),
    );
    expect(test.aws.access.leftToday(account, 'ListOpportunities')).toBe(1);
    await door.send(new ListOpportunitiesCommand({ Catalog: 'AWS' }), options);
    await expect(door.send(new ListOpportunitiesCommand({ Catalog: 'AWS' }), options)).rejects.toMatchObject({
      data: { code: 'day-quota-spent', params: { limit: 100_000 } },
    });
    expect(requests).toHaveLength(1);
    // Writes have a budget of their own.
    expect(test.aws.access.leftToday(account, 'UpdateOpportunity')).toBe(10_000);
  });
});
