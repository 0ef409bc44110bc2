/** The strings behind the scenes: move the clock, order faults, read what was asked, let a buyer accept. No AWS calls. */
import type { Delivery, DeliveryHabits } from '../eventbridge/delivery.ts';
import type { Fault, Faults } from '../faults.ts';
import type { Quotas } from '../quotas.ts';
import type { JournalEntry, RequestJournal } from '../request-journal.ts';
import { ServiceError, type AcceptanceRequest, type ForcedFailure, type SimulatedEvent } from '../types.ts';
import type { World } from '../world.ts';

export interface SimulatorControl {
  /** Moves business time ahead; what falls due on the way happens. Answers the new offset from real time. */
  advanceClock(ms: number): number;
  businessNow(): number;
  addFault(fault: Fault): void;
  faults(): readonly Fault[];
  clearFaults(): void;
  enforceQuotas(enforced: boolean): void;
  requests(): readonly JournalEntry[];
  clearRequests(): void;
  events(): readonly SimulatedEvent[];
  acceptOffer(request: AcceptanceRequest): Promise<Record<string, unknown>>;
  failNextChangeSet(failure: ForcedFailure): void;
  forgetTokens(accountId: string): void;
  /** How long lists stay behind what was changed, in ms of business time. */
  setIndexLag(ms: number): void;
  /** What became of events at the targets of matching rules. */
  deliveries(): readonly Delivery[];
  /** Lets events come late, or more than once. */
  setDeliveryHabits(habits: DeliveryHabits): void;
  /** Back to the seed world; faults, requests and the moved clock are gone. */
  reset(): void;
}

export function createControl(parts: {
  world: World;
  faults: Faults;
  quotas: Quotas;
  journal: RequestJournal;
  keep: () => Promise<void>;
}): SimulatorControl {
  const { world, faults, quotas, journal } = parts;
  return {
    advanceClock(ms) {
      world.clock.advance(ms);
      return world.clock.offsetMs;
    },
    businessNow: () => world.clock.now(),
    addFault: (fault) => faults.add(fault),
    faults: () => faults.list(),
    clearFaults: () => faults.clear(),
    enforceQuotas: (enforced) => quotas.enforce(enforced),
    requests: () => journal.list(),
    clearRequests: () => journal.clear(),
    events: () => [...world.events],
    async acceptOffer(request) {
      const catalog = world.catalog();
      if (!catalog.acceptOffer) throw notOffered('accept offers');
      const agreement = await catalog.acceptOffer(request);
      await parts.keep();
      return agreement;
    },
    failNextChangeSet(failure) {
      const catalog = world.catalog();
      if (!catalog.failNextChangeSet) throw notOffered('fail change sets on request');
      catalog.failNextChangeSet(failure);
    },
    forgetTokens(accountId) {
      const catalog = world.catalog();
      if (!catalog.forgetTokens) throw notOffered('forget client request tokens');
      catalog.forgetTokens(accountId);
      world.agreements().forgetTokens(accountId);
    },
    setIndexLag(ms) {
      const catalog = world.catalog();
      if (!catalog.setIndexLag) throw notOffered('let its lists stay behind');
      catalog.setIndexLag(ms);
    },
    deliveries: () => world.messaging().bus.deliveries(),
    setDeliveryHabits: (habits) => world.messaging().bus.setHabits(habits),
    reset() {
      faults.clear();
      journal.clear();
      world.reset();
    },
  };
}

function notOffered(what: string): ServiceError {
  return new ServiceError('NotSimulatedException', 501, `The catalog service of this simulator cannot ${what}.`);
}
