/** The strings behind the scenes: move the clock, order faults, read what was asked, let a buyer accept. No AWS calls. */
import type { RequestFailure } from '../agreements/controls.ts';
import type { Delivery, DeliveryHabits } from '../eventbridge/delivery.ts';
import type { Fault, Faults } from '../faults.ts';
import type { Quotas } from '../quotas.ts';
import type { JournalEntry, RequestJournal } from '../request-journal.ts';
import {
  ServiceError,
  type AcceptanceRequest,
  type ForcedFailure,
  type OfferSetAcceptance,
  type SimulatedEvent,
} from '../types.ts';
import type { World } from '../world.ts';
import { createSellingControl, type SellingControl } from './selling.ts';

export interface RequestAnswer {
  readonly requestId: string;
  readonly answer: 'accept' | 'reject';
  readonly reason?: string;
}

export interface RenewalDecision {
  readonly agreementId: string;
  readonly party: 'buyer' | 'seller';
  readonly renews: boolean;
}

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
  acceptOfferSet(request: OfferSetAcceptance): Promise<Record<string, unknown>>;
  failNextChangeSet(failure: ForcedFailure): void;
  forgetTokens(accountId: string): void;
  /** How long lists stay behind what was changed, in ms of business time. */
  setIndexLag(ms: number): void;
  /** The buyer answers a payment or cancellation request. */
  answerRequest(answer: RequestAnswer): Promise<Record<string, unknown>>;
  /** Ends an agreement by hand of its buyer or of AWS. */
  endAgreement(request: { agreementId: string; status: 'CANCELLED' | 'TERMINATED' }): Promise<Record<string, unknown>>;
  /** Whether an agreement renews, decided by its buyer, or by its seller for good. */
  decideRenewal(decision: RenewalDecision): Promise<void>;
  /** The next such request of an account ends VALIDATION_FAILED. */
  failNextRequest(failure: RequestFailure): void;
  /** Partner Central, by hand of AWS. */
  readonly selling: SellingControl;
  /** What became of events at the targets of matching rules. */
  deliveries(): readonly Delivery[];
  /** Puts an event on an account's bus, as AWS would. */
  emitEvent(event: SimulatedEvent): void;
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
      world.agreements().settle();
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
    async acceptOfferSet(request) {
      const catalog = world.catalog();
      if (!catalog.acceptOfferSet) throw notOffered('accept offer sets');
      const agreements = await catalog.acceptOfferSet(request);
      await parts.keep();
      return agreements;
    },
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
      world.selling().forgetTokens(accountId);
    },
    setIndexLag(ms) {
      const catalog = world.catalog();
      if (!catalog.setIndexLag) throw notOffered('let its lists stay behind');
      catalog.setIndexLag(ms);
    },
    async answerRequest({ requestId, answer, reason }) {
      const service = world.agreements();
      const agreement = service.requestedAgreement(requestId);
      if (!agreement) throw new ServiceError('ResourceNotFoundException', 404, `There is no request '${requestId}'.`);
      const kind = requestId.startsWith('pr-') ? 'Payment' : 'Cancellation';
      const id = kind === 'Payment' ? { paymentRequestId: requestId } : { agreementCancellationRequestId: requestId };
      const because = answer === 'reject' ? { rejectionReason: reason ?? 'Rejected by the buyer' } : {};
      const caller = { accountId: agreement.acceptor, arn: `arn:aws:iam::${agreement.acceptor}:root`, accessKeyId: '' };
      const operation = `${answer === 'accept' ? 'Accept' : 'Reject'}Agreement${kind}Request`;
      const answered = await service.handle(operation, { agreementId: agreement.id, ...id, ...because }, caller);
      await parts.keep();
      return answered;
    },
    async endAgreement({ agreementId, status }) {
      const ended = world.agreements().endAgreement(agreementId, status);
      await parts.keep();
      return ended;
    },
    async decideRenewal({ agreementId, ...decision }) {
      world.agreements().decideRenewal(agreementId, decision);
      await parts.keep();
    },
    failNextRequest: (failure) => world.agreements().failNextRequest(failure),
    selling: createSellingControl(world, parts.keep),
    deliveries: () => world.messaging().bus.deliveries(),
    emitEvent: (event) => world.emit(event),
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
