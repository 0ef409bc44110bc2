import { describe, expect, it } from 'vitest';
import { readList } from '../../../../src/main/opportunities/backfill/listing.ts';
import { below, decide, toQuestions } from '../../../../src/main/opportunities/backfill/selection.ts';
import { createBackfillStore } from '../../../../src/main/opportunities/backfill/store.ts';
import { readListed } from '../../../../src/main/opportunities/readings.ts';
import { backfillWishSchema, isWhole, type BackfillWish } from '../../../../src/shared/domain/opportunity/backfill.ts';
import { startPartnerCentralAnswers } from '../../../support/partner-central-answers.ts';
import { sampleAccount } from '../../../support/samples.ts';
import { startTestAws } from '../../../support/test-aws.ts';

const wish = (input: object): BackfillWish => backfillWishSchema.parse({ mode: 'all', ...input });

function entry(number: number): Record<string, unknown> {
  return {
    Id: `O${number}`,
    LastModifiedDate: `2026-01-05T10:00:${String(number).padStart(2, '0')}.500Z`,
    LifeCycle: { Stage: 'Prospect' },
    Customer: { Account: { CompanyName: 'Ｅxample Corp', Industry: 'Retail', Address: { CountryCode: 'JP' } } },
  };
}

const listed = readListed(entry(1));
if (!listed) throw new Error('no entry');

describe('what a backfill asks AWS for', () => {
  it('is one question with the filters that AWS has, days from their first to their last instant', () => {
    const filter = {
      stages: ['Launched'],
      modified: { from: '2026-01-01', to: '2026-01-31' },
      close: { to: '2026-12-31' },
    };
    expect(toQuestions(wish({ filter }))).toEqual([
      {
        LifeCycleStage: ['Launched'],
        LastModifiedDate: {
          AfterLastModifiedDate: new Date('2026-01-01T00:00:00.000Z'),
          BeforeLastModifiedDate: new Date('2026-01-31T23:59:59.999Z'),
        },
        TargetCloseDate: { BeforeTargetCloseDate: '2026-12-31' },
      },
    ]);
    expect(toQuestions(wish({ filter: { countries: ['JP'], customerPart: 'a' } }))).toEqual([{}]);
  });

  it('is a question for each 20 ids, none twice', () => {
    const identifiers = Array.from({ length: 45 }, (_, index) => `O${index % 41}`);
    const questions = toQuestions(wish({ filter: { identifiers } }));
    expect(questions.map(({ Identifier }) => Identifier?.length)).toEqual([20, 20, 1]);
  });

  it('never reaches beyond what was asked where the rest of a list is asked for', () => {
    const [question = {}] = toQuestions(wish({ filter: { modified: { to: '2026-01-04' } } }));
    expect(below(question, '2026-01-05T10:00:00.000Z').LastModifiedDate?.BeforeLastModifiedDate).toEqual(
      new Date('2026-01-04T23:59:59.999Z'),
    );
    expect(below({}, '2026-01-05T10:00:00.000Z').LastModifiedDate?.BeforeLastModifiedDate).toEqual(
      new Date('2026-01-05T10:00:01.000Z'),
    );
  });

  it('is whole only without any filter', () => {
    expect(isWhole(wish({}))).toBe(true);
    expect(isWhole(wish({ filter: { created: { from: '2026-01-01' } } }))).toBe(false);
    expect(isWhole(wish({ filter: { customerPart: 'a' } }))).toBe(false);
    expect(backfillWishSchema.safeParse({ mode: 'all', filter: { identifiers: ['x'] } }).success).toBe(false);
    expect(backfillWishSchema.safeParse({ mode: 'all', filter: { owner: 'me' } }).success).toBe(false);
  });
});

describe('which opportunities of the list are read', () => {
  const held = { modifiedAt: listed.modifiedAt, isDoubtful: false };

  it('are by their mode all, those held here, or those whose date is missing or another', () => {
    expect(decide(wish({}), listed, held)).toBe('queued');
    expect(decide(wish({ mode: 'held' }), listed, undefined)).toBe('left-out');
    expect(decide(wish({ mode: 'held' }), listed, held)).toBe('queued');
    const stale = wish({ mode: 'stale' });
    expect(decide(stale, listed, held)).toBe('current');
    expect(decide(stale, listed, undefined)).toBe('queued');
    expect(decide(stale, listed, { ...held, modifiedAt: null })).toBe('queued');
    // Newer here than in a list that lags is another date as well.
    expect(decide(stale, listed, { ...held, modifiedAt: '2026-02-01T00:00:00.000Z' })).toBe('queued');
    expect(decide(stale, listed, { ...held, isDoubtful: true })).toBe('queued');
  });

  it.each([
    [{ countries: ['JP'] }, 'queued'],
    [{ countries: ['US'] }, 'left-out'],
    [{ industries: ['Retail'], customerPart: 'example' }, 'queued'],
    [{ types: ['Expansion'] }, 'left-out'],
    [{ customerPart: 'nobody' }, 'left-out'],
  ])('are by the filters that AWS has not: %j', (filter, state) => {
    expect(decide(wish({ filter }), listed, undefined)).toBe(state);
  });
});

describe('the list of a backfill', () => {
  it('goes on below what was seen where AWS takes its token no more, and keeps each once', async () => {
    const cloud = await startPartnerCentralAnswers(({ body }) => {
      if (body['NextToken'] !== undefined) {
        return { status: 400, body: { __type: 'ValidationException', Message: 'Invalid NextToken' } };
      }
      if (body['LastModifiedDate'] === undefined) {
        return { body: { OpportunitySummaries: [entry(9), entry(8), { Id: 'O7' }, {}], NextToken: 'old' } };
      }
      return { body: { OpportunitySummaries: [entry(8), entry(6)] } };
    });
    const test = startTestAws({ practice: cloud.practice });
    const account = test.addAccount(sampleAccount());
    const store = createBackfillStore(test.database);
    const place = { account, catalog: 'AWS' } as const;
    store.insert({ id: 'run', ...place, wish: wish({}), countOnly: false, createdAt: '2026-01-06T00:00:00.000Z' });
    const reading = { door: test.aws.access.selling(account), catalog: 'AWS', priority: 'user' } as const;
    const isListed = await readList({ database: test.database, store, runId: 'run', place, reading, goOn: () => true });
    expect(isListed).toBe(true);
    // An entry that makes no sense may stand for a record that does; one without an id cannot be asked for.
    expect(store.queued('run', 0, 10).map(({ opportunityId }) => opportunityId)).toEqual(['O9', 'O8', 'O7', 'O6']);
    expect(store.counts('run')).toMatchObject({ queued: 4, failed: 1 });
    expect(store.get('run')).toMatchObject({ pages: 2, listing: { ceiling: '2026-01-05T10:00:09.500Z' } });
    expect(store.requeueFailed('run')).toBe(0);
  });
});
