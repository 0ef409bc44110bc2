import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AwsAccess, CallOptions } from '../../../../src/main/aws/access.ts';
import { createDriver } from '../../../../src/main/changes/driver.ts';
import { createJournal } from '../../../../src/main/changes/journal.ts';
import type { CallDecision, CallKind, CallRow, Kinds } from '../../../../src/main/changes/kinds.ts';
import { proveLog } from '../../../../src/main/changes/log.ts';
import { createChangeStore } from '../../../../src/main/changes/store.ts';
import { createWrites, type CallWish } from '../../../../src/main/changes/writes.ts';
import { createEventBus } from '../../../../src/main/events.ts';
import { createLeases } from '../../../../src/main/storage/leases.ts';
import { openDatabase } from '../../../../src/main/storage/open.ts';
import type { Change, ChangeState } from '../../../../src/shared/domain/change/change.ts';
import { createAppError, OfferdeckError } from '../../../../src/shared/errors/app-error.ts';
import type { ErrorCode } from '../../../../src/shared/errors/codes.ts';
import { sampleAccount } from '../../../support/samples.ts';
import { silentLogger } from '../../../support/silent-logger.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const ENDED: readonly ChangeState[] = ['verified', 'failed', 'cancelled', 'refused'];
const WISH: CallWish = {
  account: 'acme',
  kind: 'offer-release',
  title: 'Cancel the agreement',
  entityType: 'Agreement',
  entityId: 'agmt-1',
  payload: { reason: 'Moved' },
};

/** A service that makes something new at every call: only what the journal asks of a call kind. */
class CountingService implements CallKind<{ reason: string }> {
  readonly kind = 'offer-release' as const;
  readonly payload = z.object({ reason: z.string() });
  readonly made: { readonly reason: string; readonly token: string }[] = [];
  readonly attemptsAsked: (number | undefined)[] = [];
  /** Failures of the next sends; `done` = the work was done all the same. */
  readonly failures: { readonly code: ErrorCode; readonly done: boolean }[] = [];
  readonly decisions: (CallDecision | null)[] = [];
  looks = 0;
  follow?: CallKind['follow'];

  async send(row: CallRow<{ reason: string }>, options: CallOptions) {
    this.attemptsAsked.push(options.maxAttempts);
    const failure = this.failures.shift();
    if (!failure || failure.done) this.made.push({ reason: row.payload.reason, token: row.token });
    if (failure) throw new OfferdeckError(createAppError(failure.code, { retryable: true }));
    return this.#result();
  }

  async look() {
    this.looks += 1;
    return this.made.length === 0 ? null : this.#result();
  }

  #result() {
    return { resultId: `request-${this.made.length}`, after: { requests: this.made.length } };
  }
}

function setUp(prepare: (service: CountingService) => void = () => {}) {
  const clock = createVirtualClock();
  const { database } = openDatabase(makeTempFolder(), clock.realNow());
  const events = createEventBus();
  const leases = createLeases({ database, clock });
  const journal = createJournal({ database, events, leases, store: createChangeStore({ database, clock }) });
  const service = new CountingService();
  prepare(service);
  const kinds: Kinds = { entities: [], calls: [service] };
  const identities: string[] = [];
  const aws = {
    async confirmIdentity(account: string) {
      identities.push(account);
      return { awsAccountId: sampleAccount().awsAccountId, arn: 'arn:aws:iam::012345678901:user/test' };
    },
  } as unknown as AwsAccess;
  const accounts = { getSettings: () => sampleAccount() };
  const eulaFiles = { get: () => new Uint8Array(), has: () => true };
  const driver = createDriver({ journal, aws, accounts, kinds, eulaFiles, clock, logger: silentLogger });
  const writes = createWrites({ journal, driver, aws, accounts, eulaFiles, kinds });
  const options = { confirmedAccountId: sampleAccount().awsAccountId, signal: new AbortController().signal };
  const ended = (id: string): Promise<Change> =>
    new Promise((resolve) => {
      const stop = new AbortController();
      // The lease is renewed meanwhile, as the core does.
      const beat = async (): Promise<void> => {
        await clock.sleep(leases.lastsMs / 3, stop.signal);
        leases.renewAll();
        return beat();
      };
      beat().catch(() => {});
      const look = () => {
        const row = journal.get(id);
        if (!ENDED.includes(row.state) && !row.paused) return;
        stop.abort();
        resolve(row);
      };
      events.subscribe((name) => name === 'changes.changed' && look());
      look();
    });
  return {
    database,
    service,
    identities,
    journal,
    writes,
    options,
    async run(wish: CallWish = WISH) {
      const { id } = await writes.beginCall(wish, options);
      return clock.run(ended(id));
    },
  };
}

describe('a direct call', () => {
  it('is sent once, after the identity, and read back', async () => {
    const { run, service, identities, database } = setUp();
    expect(await run()).toMatchObject({
      state: 'verified',
      resultId: 'request-1',
      entityType: 'Agreement',
      entityId: 'agmt-1',
      offerId: null,
      differences: [],
    });
    expect(service.made).toHaveLength(1);
    expect(service.attemptsAsked).toEqual([1]);
    // Once when it was begun, once before it left.
    expect(identities).toEqual(['acme', 'acme']);
    expect(await proveLog(database)).toMatchObject({ brokenAt: null });
  });

  it('is looked up after an answer that was lost, and not sent again', async () => {
    const { run, service } = setUp(({ failures }) => failures.push({ code: 'network-unreachable', done: true }));
    expect(await run()).toMatchObject({ state: 'verified', resultId: 'request-1' });
    expect(service.made).toHaveLength(1);
  });

  it('is sent again when nothing came of the first, with the same token', async () => {
    const { run, service } = setUp(({ failures }) => failures.push({ code: 'aws-unavailable', done: false }));
    expect(await run()).toMatchObject({ state: 'verified' });
    expect(service.attemptsAsked).toHaveLength(2);
    expect(service.made).toHaveLength(1);
    expect(service.looks).toBeGreaterThan(1);
  });

  it('ends as refused when AWS says no, and nothing was made', async () => {
    const { run, service } = setUp(({ failures }) => failures.push({ code: 'access-denied', done: false }));
    expect(await run()).toMatchObject({ state: 'refused', error: { code: 'access-denied' }, resultId: null });
    expect(service.made).toEqual([]);
  });

  it('waits for a person where only a person can mend it', async () => {
    const { run } = setUp(({ failures }) => failures.push({ code: 'resource-in-use', done: false }));
    expect(await run()).toMatchObject({ state: 'intended', paused: true });
  });

  it('follows a request that AWS decides later', async () => {
    const decided = setUp((service) => {
      service.decisions.push(null, null, { state: 'succeeded', after: { status: 'APPROVED' } });
      service.follow = async () => service.decisions.shift() ?? null;
    });
    expect(await decided.run()).toMatchObject({ state: 'verified', error: null });
    const rejected = setUp((service) => {
      const error = createAppError('validation-refused');
      service.decisions.push(null, { state: 'failed', error });
      service.follow = async () => service.decisions.shift() ?? null;
    });
    expect(await rejected.run()).toMatchObject({ state: 'failed', error: { code: 'validation-refused' } });
  });

  it('says so when what was answered is not to be seen', async () => {
    const { run } = setUp((service) => {
      service.look = async () => null;
    });
    expect(await run()).toMatchObject({
      state: 'verified',
      differences: [{ path: 'result', meant: 'request-1', found: null }],
    });
  });
});

describe('beginning a write', () => {
  it('refuses the wrong account before it asks anybody', async () => {
    const { writes, options, identities } = setUp();
    const other = { ...options, confirmedAccountId: '999999999999' };
    await expect(writes.beginCall(WISH, other)).rejects.toMatchObject({ data: { code: 'wrong-account' } });
    expect(identities).toEqual([]);
  });

  it('refuses a second write about the same entity while one is under way, unless told otherwise', async () => {
    const { writes, options, journal } = setUp();
    const { id } = await writes.beginCall(WISH, options);
    await expect(writes.beginCall(WISH, options)).rejects.toMatchObject({ data: { code: 'already-under-way' } });
    const beside = await writes.beginCall({ ...WISH, bulkId: 'bulk-1' }, { ...options, alongside: true });
    const filter = { account: null, states: [], kinds: [], entityId: null, bulkId: null, page: 1, pageSize: 10 };
    const idsOf = (part: object) => journal.store.list({ ...filter, ...part }).items.map((change) => change.id);
    expect(idsOf({ entityId: 'agmt-1' })).toEqual([beside.id, id]);
    expect(idsOf({ bulkId: 'bulk-1' })).toEqual([beside.id]);
  });

  it('takes no payload that the kind does not know, and none with a secret', async () => {
    const { writes, options } = setUp();
    await expect(writes.beginCall({ ...WISH, payload: {} }, options)).rejects.toThrow(/reason/);
    const signed = { reason: 'https://b.example/x?X-Amz-Signature=abcdef' };
    await expect(writes.beginCall({ ...WISH, payload: signed }, options)).rejects.toThrow(/secret/);
  });
});
