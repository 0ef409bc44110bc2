/** The simulated catalog by itself, with a clock that a test moves and documents that a test lays out. */
import { setImmediate } from 'node:timers/promises';
import { createCatalogService, type CatalogService } from '../../src/simulator/catalog/index.ts';
import type { CatalogState } from '../../src/simulator/catalog/store.ts';
import { RESALE_ROLE_NAME, RESALE_SERVICE } from '../../src/simulator/iam/linked-roles.ts';
import { addDays, toDay } from '../../src/simulator/catalog/instants.ts';
import { seedAccounts } from '../../src/simulator/seed/accounts.ts';
import { createSeedWorld } from '../../src/simulator/seed/world.ts';
import { ServiceError, type SimulatedEvent, type SimulatorClock } from '../../src/simulator/types.ts';
import { makePdf } from './pdf.ts';

export const LANTERNFISH = '111122223333';
export const QUILLMOOR = '012345678901';
export const BRAMBLEGATE = '444455556666';
export const BUYER = '777788889999';

/** A change as a test writes it. */
export interface Change {
  readonly ChangeType: string;
  readonly ChangeName?: string;
  readonly Entity: { readonly Type: string; readonly Identifier?: string };
  readonly DetailsDocument?: unknown;
  readonly Details?: string;
  readonly EntityTags?: unknown;
}

export interface DescribedChangeSet {
  readonly ChangeSetId: string;
  readonly Status: string;
  readonly FailureCode: string | null;
  readonly FailureDescription: string | null;
  readonly ChangeSet: readonly {
    readonly ChangeType: string;
    readonly ChangeName: string | null;
    readonly Entity: { readonly Identifier: string | null };
    readonly DetailsDocument: unknown;
    readonly ErrorDetailList: readonly { readonly ErrorCode: string; readonly ErrorMessage: string }[];
  }[];
}

type Json = Record<string, unknown>;

export interface CatalogStage {
  readonly service: CatalogService;
  readonly events: SimulatedEvent[];
  /** What can be fetched, by address. */
  readonly documents: Map<string, Uint8Array>;
  /** What AWS kept, by address. */
  readonly kept: Map<string, Uint8Array>;
  readonly clock: SimulatorClock & { advance(ms: number): Promise<void> };
  /** A day counted from today. */
  day(offset: number): string;
  call(operation: string, input?: Json, accountId?: string): Promise<Json>;
  start(changes: readonly Change[], more?: Json, accountId?: string): Promise<string>;
  describe(changeSetId: string, accountId?: string): Promise<DescribedChangeSet>;
  /** Starts a change set and lets time pass until it has ended. */
  run(changes: readonly Change[], accountId?: string): Promise<DescribedChangeSet>;
  /** Error codes by change type of a change set that ran. */
  codes(changes: readonly Change[], accountId?: string): Promise<Record<string, string[]>>;
  entity(id: string, accountId?: string): Promise<Json>;
  /** Lets AWS share authorizations with and from an account. */
  giveResaleRole(accountId: string): void;
}

export interface StageOptions {
  readonly now?: number;
  readonly change?: (state: CatalogState) => CatalogState;
  readonly onEvent?: (event: SimulatedEvent) => void;
}

export const EULA_URL = 'https://lanternfish-sample-eulas.s3.us-east-1.amazonaws.com/eula.pdf';

export function createCatalogStage({
  now = Date.now(),
  change = (state) => state,
  onEvent = () => {},
}: StageOptions = {}): CatalogStage {
  const clock = createStageClock(now);
  const events: SimulatedEvent[] = [];
  const documents = new Map<string, Uint8Array>([[EULA_URL, makePdf()]]);
  const world = seedWorldOn(toDay(now));
  const kept = new Map(world.kept);
  let counter = 0;
  const service = createCatalogService({
    clock,
    rehost: keepIn(kept),
    randomId: (length) => (++counter).toString(36).padStart(length, 'x'),
    emit(event) {
      events.push(event);
      onEvent(event);
    },
    fetchDocument: async (url) => {
      const bytes = documents.get(url);
      return bytes ? { ok: true, contentType: 'application/pdf', bytes } : { ok: false, reason: 'NoSuchKey' };
    },
    seed: change(world.state),
  });
  const stage: CatalogStage = {
    ...{ service, events, documents, kept, clock },
    day: (offset) => addDays(toDay(now), offset),
    call: (operation, input = {}, accountId = LANTERNFISH) =>
      service.handle(
        operation,
        { Catalog: 'AWSMarketplace', ...input },
        { accountId, arn: `arn:aws:iam::${accountId}:user/test`, accessKeyId: 'AKIATEST' },
      ),
    async start(changes, more = {}, accountId) {
      const answer = await stage.call('StartChangeSet', { ...more, ChangeSet: changes }, accountId);
      return String(answer['ChangeSetId']);
    },
    async describe(ChangeSetId, accountId) {
      return (await stage.call('DescribeChangeSet', { ChangeSetId }, accountId)) as unknown as DescribedChangeSet;
    },
    async run(changes, accountId) {
      const id = await stage.start(changes, {}, accountId);
      await clock.advance(3_600_000);
      return stage.describe(id, accountId);
    },
    async codes(changes, accountId) {
      const { ChangeSet } = await stage.run(changes, accountId);
      const guilty = ChangeSet.filter(({ ErrorDetailList }) => ErrorDetailList.length > 0);
      return Object.fromEntries(
        guilty.map(({ ChangeType, ErrorDetailList }) => [
          ChangeType,
          ErrorDetailList.map(({ ErrorCode }) => ErrorCode),
        ]),
      );
    },
    async entity(EntityId, accountId) {
      return (await stage.call('DescribeEntity', { EntityId }, accountId))['DetailsDocument'] as Json;
    },
    giveResaleRole: (accountId) =>
      service.linkedRoles.add({
        ...{ accountId, serviceName: RESALE_SERVICE, roleName: RESALE_ROLE_NAME, roleId: 'AROATEST' },
        ...{ description: null, createdAt: '2026-01-01T00:00:00Z' },
      }),
  };
  return stage;
}

interface SeedWorld {
  readonly state: CatalogState;
  readonly kept: ReadonlyMap<string, Uint8Array>;
}

const worlds = new Map<string, SeedWorld>();

/** Made once a day of the calendar, as all of it counts from the day; frozen, so that no stage sees what another did. */
function seedWorldOn(day: string): SeedWorld {
  const known = worlds.get(day);
  if (known) return known;
  const kept = new Map<string, Uint8Array>();
  const nowMs = Date.parse(`${day}T12:00:00Z`);
  const state = createSeedWorld({ accounts: seedAccounts, nowMs, rehost: keepIn(kept) });
  freezeDeep(state);
  const world = { state, kept };
  worlds.set(day, world);
  return world;
}

const keepIn = (kept: Map<string, Uint8Array>) => (path: string, _contentType: string, bytes: Uint8Array) => {
  kept.set(`http://127.0.0.1:1/${path}`, bytes);
  return `http://127.0.0.1:1/${path}`;
};

function freezeDeep(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) freezeDeep(inner);
}

/** The refusal of a call that must not succeed. */
export async function refusal(call: Promise<unknown>): Promise<ServiceError> {
  const outcome = await call.then(
    (answer) => new Error(`Not refused: ${JSON.stringify(answer)}`),
    (error: unknown) => error,
  );
  if (outcome instanceof ServiceError) return outcome;
  throw outcome;
}

/** Time stands still until a test lets it pass. */
export function createStageClock(start: number): CatalogStage['clock'] {
  let time = start;
  let waiting: { due: number; callback: () => void }[] = [];
  return {
    now: () => time,
    realNow: () => time,
    after(ms, callback) {
      const entry = { due: time + ms, callback };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    async advance(ms) {
      const end = time + ms;
      for (;;) {
        const next = waiting.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
        if (!next) break;
        waiting = waiting.filter((entry) => entry !== next);
        time = Math.max(time, next.due);
        next.callback();
        // Lets the asynchronous evaluation come to its end.
        await setImmediate();
      }
      time = end;
    },
  };
}
