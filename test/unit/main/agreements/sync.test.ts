import {
  GetAgreementTermsCommand,
  SearchAgreementsCommand,
  type AgreementViewSummary,
} from '@aws-sdk/client-marketplace-agreement';
import { describe, expect, it } from 'vitest';
import type { AgreementDoor } from '../../../../src/main/aws/access.ts';
import { listAgreements } from '../../../../src/main/agreements/list-query.ts';
import { createAgreementStore } from '../../../../src/main/agreements/store.ts';
import { syncAgreements } from '../../../../src/main/agreements/sync.ts';
import { createSyncStore } from '../../../../src/main/entities/sync-store.ts';
import { agreementFilterSchema } from '../../../../src/shared/contract/agreements.ts';
import { createAppError, OfferdeckError } from '../../../../src/shared/errors/app-error.ts';
import { createVersionStore } from '../../../../src/main/versions/store.ts';
import { openTestDatabase } from '../../../support/entity-copy.ts';
import { createManualClock } from '../../../support/manual-clock.ts';

const START = Date.parse('2027-01-01T00:00:00Z');
const entry = (number: number): AgreementViewSummary => ({
  agreementId: `agmt-${String(number).padStart(3, '0')}`,
  lastUpdateTime: new Date(START + number * 60_000),
  acceptanceTime: new Date(START),
  status: 'ACTIVE',
  acceptor: { accountId: '000011112222' },
  proposer: { accountId: '333344445555' },
  proposalSummary: { offerId: 'offer-one', resources: [{ id: 'prod-one', type: 'SaaSProduct' }] },
});

interface Told {
  readonly refuses?: readonly string[];
  readonly failAtPage?: number;
}

/** The API as far as a sync asks it: pages of two, newest update first when asked for. */
function createDoor(entries: AgreementViewSummary[], { refuses = [], failAtPage }: Told = {}) {
  const calls: string[] = [];
  const door = {
    async send(command: { readonly input: unknown }) {
      if (command instanceof GetAgreementTermsCommand) {
        calls.push('terms');
        return { acceptedTerms: [{ supportTerm: { refundPolicy: 'None' } }] };
      }
      if (!(command instanceof SearchAgreementsCommand)) throw new Error('not asked for in a sync');
      const { filters = [], sort, nextToken } = command.input;
      calls.push(`search ${filters.map(({ name }) => name?.slice(0, 5)).join()}${sort ? ' sorted' : ''}`);
      const used = [...filters.map(({ name }) => name ?? ''), ...(sort ? ['sort'] : [])];
      if (used.some((name) => refuses.includes(name))) {
        const reason = sort && refuses.includes('sort') ? 'INVALID_SORT_BY' : 'UNSUPPORTED_FILTERS';
        throw new OfferdeckError(createAppError('validation-refused', { params: { reason } }));
      }
      const limit = (name: string) => Date.parse(filters.find((filter) => filter.name === name)?.values?.[0] ?? '');
      const found = entries
        .filter((each) => !(Number(each.lastUpdateTime) < limit('AfterLastUpdateTime')))
        .filter((each) => !(Number(each.lastUpdateTime) > limit('BeforeLastUpdateTime')))
        .toSorted((one, other) => (sort ? Number(other.lastUpdateTime) - Number(one.lastUpdateTime) : 0));
      const start = Number(nextToken ?? 0);
      if (failAtPage !== undefined && start / 2 + 1 === failAtPage) {
        throw new OfferdeckError(createAppError('aws-unavailable'));
      }
      const next = start + 2;
      return {
        agreementViewSummaries: found.slice(start, next),
        ...(next < found.length ? { nextToken: String(next) } : {}),
      };
    },
  };
  return { door: door as unknown as AgreementDoor, calls };
}

function createStage() {
  const database = openTestDatabase('acme');
  const sync = createSyncStore(database);
  const copy = createAgreementStore(database, createVersionStore(database));
  const run = (door: AgreementDoor, full = false) =>
    syncAgreements({
      database,
      clock: createManualClock(START),
      sync,
      copy,
      account: 'acme',
      full,
      reading: { door, priority: 'background' },
      report: () => {},
    });
  const total = () =>
    listAgreements(
      database,
      {
        filter: agreementFilterSchema.parse({ account: null }),
        page: 1,
        pageSize: 10,
        sortBy: 'id',
        direction: 'ascending',
      },
      '2027-01-01T00:00:00Z',
    ).total;
  return { run, total, copy, sync };
}

const entries = [1, 2, 3, 4, 5].map((number) => entry(number * 60));

describe('reading agreements', () => {
  it('searches once, then reads the terms of what changed, and nothing else', async () => {
    const stage = createStage();
    const first = createDoor(entries);
    await stage.run(first.door);
    expect(stage.total()).toBe(5);
    expect(first.calls.filter((call) => call === 'terms')).toHaveLength(5);
    const again = createDoor([...entries, { ...entry(60), lastUpdateTime: new Date(START + 400 * 60_000) }].slice(1));
    await stage.run(again.door);
    expect(again.calls).toEqual(['search Party,Agree,After sorted', 'terms']);
    const quiet = createDoor(entries);
    await stage.run(quiet.door);
    expect(quiet.calls.filter((call) => call === 'terms')).toEqual([]);
  });

  it('does itself what AWS refuses: first the range, then the order', async () => {
    const stage = createStage();
    await stage.run(createDoor(entries).door);
    const noRange = createDoor(entries, { refuses: ['AfterLastUpdateTime'] });
    await stage.run(noRange.door);
    expect(noRange.calls).toEqual(['search Party,Agree,After sorted', 'search Party,Agree sorted']);
    const neither = createDoor(entries, { refuses: ['AfterLastUpdateTime', 'sort'] });
    await stage.run(neither.door);
    expect(neither.calls.slice(0, 3)).toEqual([
      'search Party,Agree,After sorted',
      'search Party,Agree sorted',
      'search Party,Agree',
    ]);
    expect(stage.total()).toBe(5);
  });

  it('does not take a refusal for another reason as a lack of filters', async () => {
    const stage = createStage();
    const door = {
      send: async () => {
        throw new OfferdeckError(createAppError('validation-refused', { params: { reason: 'INVALID_CATALOG' } }));
      },
    } as unknown as AgreementDoor;
    await expect(stage.run(door)).rejects.toThrow('validation-refused');
  });

  it('goes on where it was stopped', async () => {
    const stage = createStage();
    const broken = createDoor(entries, { failAtPage: 2 });
    await expect(stage.run(broken.door)).rejects.toThrow('aws-unavailable');
    expect(stage.total()).toBe(2);
    const rest = createDoor(entries);
    await stage.run(rest.door);
    expect(rest.calls[0]).toBe('search Party,Agree,Befor sorted');
    expect(stage.total()).toBe(5);
    expect(stage.copy.stale('acme')).toEqual([]);
    expect(stage.sync.completedAt('acme', ['agreements'])).not.toBeNull();
  });
});
