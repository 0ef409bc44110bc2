import { describe, expect, it } from 'vitest';
import type { AwsAccess } from '../../../../src/main/aws/access.ts';
import { createJournal } from '../../../../src/main/changes/journal.ts';
import { createSending } from '../../../../src/main/changes/sending.ts';
import { createChangeStore, type JournalRow } from '../../../../src/main/changes/store.ts';
import { createWaitingRoom } from '../../../../src/main/changes/waiting.ts';
import { createEventBus } from '../../../../src/main/events.ts';
import { createLeases } from '../../../../src/main/storage/leases.ts';
import { openDatabase } from '../../../../src/main/storage/open.ts';
import { createAppError, OfferdeckError } from '../../../../src/shared/errors/app-error.ts';
import type { ErrorCode } from '../../../../src/shared/errors/codes.ts';
import { sampleAccount } from '../../../support/samples.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';
import { createVirtualClock, type VirtualClock } from '../../../support/virtual-clock.ts';

const MINUTE_MS = 60_000;
const NAME = 'ACME change-1 Offer';

interface ChangeSet {
  readonly id: string;
  readonly name: string;
  /** From when on lists show it. */
  readonly visibleAt: number;
}

/** A catalog whose lists lag behind, which the local cloud's do not: only what the journal asks of it. */
class LaggingCatalog {
  readonly sends: number[] = [];
  readonly changeSets: ChangeSet[] = [];
  /** Failures of the next sends; `done` = the work was done all the same. */
  readonly failures: { readonly code: ErrorCode; readonly done: boolean }[] = [];
  /** Change sets of others on pages before ours. */
  emptyPages = 0;
  readonly #clock: VirtualClock;
  readonly #lagMs: number;

  constructor(clock: VirtualClock, lagMs: number) {
    this.#clock = clock;
    this.#lagMs = lagMs;
  }

  async send(command: { constructor: { name: string }; input: Record<string, unknown> }): Promise<unknown> {
    if (command.constructor.name === 'ListChangeSetsCommand') return this.#list(command.input);
    this.sends.push(this.#clock.realNow());
    const failure = this.failures.shift();
    if (!failure || failure.done) {
      const id = `set-${this.changeSets.length + 1}`;
      const visibleAt = this.#clock.realNow() + this.#lagMs;
      this.changeSets.push({ id, name: String(command.input['ChangeSetName']), visibleAt });
    }
    if (failure) throw new OfferdeckError(createAppError(failure.code, { retryable: true }));
    return { ChangeSetId: this.changeSets.at(-1)?.id };
  }

  #list(input: Record<string, unknown>): unknown {
    const page = Number(input['NextToken'] ?? 0);
    if (page < this.emptyPages) return { ChangeSetSummaryList: [], NextToken: String(page + 1) };
    const visible = this.changeSets.filter(({ visibleAt }) => visibleAt <= this.#clock.realNow());
    return {
      ChangeSetSummaryList: visible.map(({ id, name }) => ({
        ChangeSetId: id,
        ChangeSetName: name,
        Status: 'APPLYING',
      })),
    };
  }
}

function setUp({ lagMs = 0, clock = createVirtualClock() } = {}) {
  const { database } = openDatabase(makeTempFolder(), clock.realNow());
  const catalog = new LaggingCatalog(clock, lagMs);
  const leases = createLeases({ database, clock });
  const journal = createJournal({
    database,
    events: createEventBus(),
    leases,
    store: createChangeStore({ database, clock }),
  });
  const cut = new AbortController();
  const identity = { awsAccountId: sampleAccount().awsAccountId, arn: 'arn:aws:iam::012345678901:user/test' };
  const aws = {
    catalog: () => catalog,
    confirmIdentity: async () => identity,
  } as unknown as AwsAccess;
  const sending = createSending({
    journal,
    aws,
    accounts: { getSettings: () => sampleAccount() },
    clock,
    kinds: { entities: [], calls: [] },
    eulaFiles: { get: () => new Uint8Array() },
    cut: cut.signal,
  });
  const row = begin(journal);
  const waiting = createWaitingRoom(clock, cut.signal).enter(row.id);
  /** As the driver does: on until AWS has it, or it stands still. The lease is renewed meanwhile. */
  async function carryOn(from: JournalRow): Promise<JournalRow> {
    let current = from;
    while (!current.paused && ['intended', 'sending'].includes(current.state)) {
      journal.take(current.id);
      const next = current.state === 'sending' ? sending.lookThenSend : sending.send;
      current = await next(current, waiting, true);
    }
    return current;
  }
  const heartbeat = async (until: Promise<unknown>) => {
    const stop = new AbortController();
    const beat = async () => {
      while (!stop.signal.aborted) {
        leases.renewAll();
        await clock.sleep(leases.lastsMs / 3, stop.signal).catch(() => {});
      }
    };
    const beating = beat();
    await until.catch(() => {});
    stop.abort();
    await beating;
  };
  return {
    catalog,
    clock,
    row,
    journal,
    async run(from: JournalRow) {
      const work = carryOn(from);
      const beating = heartbeat(work);
      const result = await clock.run(work);
      await beating;
      return result;
    },
  };
}

function begin(journal: ReturnType<typeof createJournal>): JournalRow {
  return journal.begin(
    {
      id: 'change-1',
      account: 'acme',
      awsAccountId: '012345678901',
      kind: 'offer-release',
      draftId: null,
      title: 'Offer',
      token: 'token-1',
      intent: {
        form: 'change-set',
        document: null,
        revision: null,
        request: { Catalog: 'AWSMarketplace', ChangeSetName: NAME, ClientRequestToken: 'token-1', ChangeSet: [] },
      },
      before: null,
      documents: [],
      entityType: 'Offer',
      entityId: null,
      productId: null,
      bulkId: null,
    },
    () => {},
  );
}

describe('looking before sending again', () => {
  it('looks again until a lagging index shows what an answer hid', async () => {
    const { catalog, row, run } = setUp({ lagMs: 45_000 });
    catalog.failures.push({ code: 'network-unreachable', done: true });
    expect(await run(row)).toMatchObject({ state: 'sent', changeSetId: 'set-1', attempts: 1, error: null });
    expect(catalog.sends).toHaveLength(1);
  });

  it('sends again only when an index could no longer lag, and then with the same name', async () => {
    const { catalog, row, run } = setUp();
    catalog.failures.push({ code: 'aws-unavailable', done: false }, { code: 'malformed-answer', done: false });
    expect(await run(row)).toMatchObject({ state: 'sent', changeSetId: 'set-1', attempts: 3 });
    const [first = 0, second = 0, third = 0] = catalog.sends;
    expect(second - first).toBeGreaterThanOrEqual(MINUTE_MS);
    expect(third - second).toBeGreaterThanOrEqual(MINUTE_MS);
    expect(catalog.changeSets).toMatchObject([{ name: NAME }]);
  });

  it('goes through all pages, empty ones too', async () => {
    const { catalog, row, run } = setUp();
    catalog.emptyPages = 3;
    catalog.failures.push({ code: 'network-unreachable', done: true });
    expect(await run(row)).toMatchObject({ state: 'sent', changeSetId: 'set-1' });
    expect(catalog.sends).toHaveLength(1);
  });

  it('is not fooled by a change set of another name', async () => {
    const { catalog, row, run, clock } = setUp();
    catalog.changeSets.push({ id: 'other', name: `${NAME} 2`, visibleAt: clock.realNow() });
    catalog.failures.push({ code: 'network-unreachable', done: false });
    expect(await run(row)).toMatchObject({ state: 'sent', changeSetId: 'set-2', attempts: 2 });
  });

  it('takes "you have sent this before" for what it is', async () => {
    // The first send was done but stays hidden longer than any index should lag; the second is refused over its other address.
    const { catalog, row, run } = setUp({ lagMs: 85_000 });
    catalog.failures.push({ code: 'network-unreachable', done: true }, { code: 'validation-refused', done: false });
    expect(await run(row)).toMatchObject({ state: 'sent', changeSetId: 'set-1', error: null });
    expect(catalog.changeSets).toHaveLength(1);
  });

  it('takes a refusal of a first send for final', async () => {
    const { catalog, row, run } = setUp();
    catalog.failures.push({ code: 'validation-refused', done: false });
    expect(await run(row)).toMatchObject({ state: 'refused', error: { code: 'validation-refused' } });
    expect(catalog.sends).toHaveLength(1);
  });

  it('does not wait for the future after the clock was set back', async () => {
    const { catalog, row, run, clock, journal } = setUp();
    const sendingSince = clock.realNow() + 24 * 60 * MINUTE_MS;
    const dead = journal.move(row, 'sending', { attempts: 1, sendingSince });
    const before = clock.realNow();
    expect(await run(dead)).toMatchObject({ state: 'sent', attempts: 2 });
    expect((catalog.sends[0] ?? 0) - before).toBeLessThan(3 * MINUTE_MS);
  });

  it('does not send late when the process slept after it had written that it would', async () => {
    const { catalog, row, run, clock, journal } = setUp();
    const asleep = journal.move(row, 'sending', { attempts: 1, sendingSince: clock.realNow() - 10 * MINUTE_MS });
    catalog.changeSets.push({ id: 'by-another-process', name: NAME, visibleAt: clock.realNow() });
    expect(await run(asleep)).toMatchObject({ state: 'sent', changeSetId: 'by-another-process' });
    expect(catalog.sends).toEqual([]);
  });
});
