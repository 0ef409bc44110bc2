import { describe, expect, it } from 'vitest';
import { createSyncStore } from '../../../src/main/entities/sync-store.ts';
import { createOpportunityStore } from '../../../src/main/opportunities/store.ts';
import { syncKind, syncOpportunities } from '../../../src/main/opportunities/sync.ts';
import { startPartnerCentralAnswers, type WireRequest } from '../../support/partner-central-answers.ts';
import { sampleAccount } from '../../support/samples.ts';
import { startTestAws } from '../../support/test-aws.ts';

type Answered = { status?: number; body: unknown };

const GONE: Answered = { status: 400, body: { __type: 'ResourceNotFoundException', Message: 'does not exist' } };

function deal(number: number, second = number): Record<string, unknown> {
  return {
    Catalog: 'AWS',
    Id: `O${number}`,
    LastModifiedDate: `2026-01-05T10:00:${String(second).padStart(2, '0')}.5Z`,
    CreatedDate: '2026-01-05T10:00:00Z',
    LifeCycle: { Stage: 'Prospect' },
    Customer: { Account: { CompanyName: 'Customer Example' } },
  };
}

async function open(answers: (request: WireRequest) => Answered) {
  const cloud = await startPartnerCentralAnswers(answers);
  const test = startTestAws({ practice: cloud.practice });
  const account = test.addAccount(sampleAccount());
  const place = { account, catalog: 'AWS' } as const;
  const sync = createSyncStore(test.database);
  const copy = createOpportunityStore(test.database);
  const run = (full = false) =>
    syncOpportunities({
      database: test.database,
      clock: test.ports.clock,
      sync,
      copy,
      place,
      full,
      reading: { door: test.aws.access.selling(account), catalog: 'AWS', priority: 'user' },
      report: () => {},
    });
  const rows = () =>
    test.database
      .all<{ id: string; gone_at: string | null; stale: number }>(
        'SELECT id, gone_at, stale FROM opportunities ORDER BY id',
      )
      .map(({ id, gone_at, stale }) => ({ id, gone: gone_at !== null, stale }));
  const problems = () => sync.problems(account, [syncKind('AWS')]);
  return { ...cloud, run, rows, problems, place, copy };
}

const list = (...entries: unknown[]): Answered => ({ body: { OpportunitySummaries: entries } });

describe('a sync of opportunities', () => {
  it('tells which AWS does not show any more, after asking for them by id, and shows them again when they are back', async () => {
    let shown = [deal(1), deal(2), deal(3)];
    const { run, rows, requests } = await open(({ operation, body }) => {
      const id = body['Identifier'];
      if (operation === 'ListOpportunities') {
        return list(...shown.filter((each) => !Array.isArray(id) || id.includes(each['Id'])));
      }
      if (operation === 'GetOpportunity') return { body: shown.find((each) => each['Id'] === id) };
      return GONE;
    });
    await run();
    shown = [deal(1), deal(3)];
    await run();
    // A short look cannot know.
    expect(rows().map(({ gone }) => gone)).toEqual([false, false, false]);
    requests.length = 0;
    await run(true);
    expect(rows()).toEqual([
      { id: 'O1', gone: false, stale: 0 },
      { id: 'O2', gone: true, stale: 0 },
      { id: 'O3', gone: false, stale: 0 },
    ]);
    expect(requests.filter(({ body }) => Array.isArray(body['Identifier']))).toHaveLength(1);
    shown = [deal(1), deal(2, 30), deal(3)];
    await run();
    expect(rows().every(({ gone }) => !gone)).toBe(true);
  });

  it('notes a record that AWS cannot give and entries that make no sense, and reads the rest', async () => {
    const { run, rows, problems } = await open(({ operation, body }) => {
      if (operation === 'ListOpportunities') return list(deal(1), { Id: 'O7' }, deal(2));
      if (body['Identifier'] === 'O1') {
        return {
          status: 400,
          body: { __type: 'ValidationException', Message: 'no', Reason: 'REQUEST_VALIDATION_FAILED' },
        };
      }
      return operation === 'GetOpportunity' ? { body: deal(2) } : GONE;
    });
    await run();
    expect(rows()).toEqual([
      { id: 'O1', gone: false, stale: 1 },
      { id: 'O2', gone: false, stale: 0 },
    ]);
    expect(problems().map(({ entityId, code }) => [entityId, code])).toEqual([
      ['O1', 'ValidationException'],
      ['O7', 'malformed-answer'],
    ]);
  });

  it('takes up a list that AWS breaks off below what it has seen', async () => {
    let broken = 0;
    const { run, rows, requests } = await open(({ operation, body }) => {
      if (operation === 'GetOpportunity') return { body: deal(Number(String(body['Identifier']).slice(1))) };
      if (operation !== 'ListOpportunities') return GONE;
      if (body['NextToken'] !== undefined) {
        broken += 1;
        return { status: 400, body: { __type: 'ValidationException', Message: 'Invalid NextToken' } };
      }
      if (body['LastModifiedDate'] === undefined) {
        return { body: { OpportunitySummaries: [deal(9), deal(8)], NextToken: 'old' } };
      }
      return list(deal(8), deal(7));
    });
    await run();
    expect(broken).toBe(1);
    expect(rows().map(({ id }) => id)).toEqual(['O7', 'O8', 'O9']);
    const resumed = requests.filter(({ operation }) => operation === 'ListOpportunities').at(-1);
    expect(resumed?.body['LastModifiedDate']).toEqual({ BeforeLastModifiedDate: '2026-01-05T10:00:09.500Z' });
  });

  it('refuses a token that leads to itself', async () => {
    const { run } = await open(() => ({ body: { OpportunitySummaries: [deal(1)], NextToken: 'again' } }));
    await expect(run()).rejects.toMatchObject({ data: { code: 'malformed-answer' } });
  });
});
