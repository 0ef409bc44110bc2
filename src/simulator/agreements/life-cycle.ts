/** What time does to agreements and requests: ends, renewals, silent approvals, starts. Each happens at its own instant, in order. */
import { agreementCreatedEvents, agreementEndedEvents } from '../catalog/agreements/agreement-events.ts';
import { toInstant } from '../catalog/instants.ts';
import type { AgreementRecord, AgreementStatus } from '../catalog/model.ts';
import type { AgreementContext } from './context.ts';
import { endTimeBehavior } from './end-time.ts';
import { adjustmentEvents } from './events.ts';
import { approval, putCancellationRequest } from './put-request.ts';
import { renewed } from './renewal.ts';

/** The buyer's time to answer a cancellation request. */
const ANSWER_MS = 7 * 86_400_000;
/** How long AWS looks at what it validates by itself. */
const PROCESSING_MS = 60_000;
const SHORTEST_WAIT_MS = 1_000;

interface Due {
  readonly at: number;
  readonly run: () => void;
}

export interface Ending {
  readonly status: AgreementStatus;
  readonly at: string;
}

type World = Omit<AgreementContext, 'lifeCycle'>;

export class LifeCycle {
  readonly #world: World;
  readonly #onStart: (agreement: AgreementRecord) => void;
  #stopWaiting: () => void = () => {};
  /** When the next thing falls due; looking at every agreement at every call would be dear. */
  #nextAt = 0;
  readonly #processing = new Set<() => void>();

  constructor(world: World, onStart: (agreement: AgreementRecord) => void) {
    this.#world = world;
    this.#onStart = onStart;
  }

  /** Before each call: mostly nothing has fallen due. */
  settleIfDue(): void {
    if (this.#world.deps.clock.now() >= this.#nextAt) this.settle();
  }

  /** Lets everything happen that has fallen due, then waits for the next. */
  settle(): void {
    const now = this.#world.deps.clock.now();
    for (;;) {
      const due = this.#pending().filter(({ at }) => at <= now);
      if (due.length === 0) break;
      for (const { run } of due.sort((a, b) => a.at - b.at)) run();
    }
    this.arm();
  }

  arm(): void {
    this.#stopWaiting();
    const { clock } = this.#world.deps;
    const next = this.#pending().reduce<number | null>(
      (first, { at }) => (first === null || at < first ? at : first),
      null,
    );
    this.#nextAt = next ?? Number.POSITIVE_INFINITY;
    if (next === null) return;
    // Service time may run faster than the calendar: too early a look waits for the rest.
    this.#stopWaiting = clock.after(Math.max(SHORTEST_WAIT_MS, next - clock.now()), () => this.settle());
  }

  /** What was under way when the world was kept goes on. */
  resume(): void {
    this.stop();
    const { adjustments, paymentRequests } = this.#world.store;
    for (const { id, status } of adjustments.values()) if (status === 'PENDING') this.process(id, null);
    for (const { id, status } of paymentRequests.values()) if (status === 'VALIDATING') this.process(id, null);
    this.arm();
  }

  stop(): void {
    this.#stopWaiting();
    for (const stop of this.#processing) stop();
    this.#processing.clear();
  }

  end(agreement: AgreementRecord, { status, at }: Ending): void {
    const current = this.#world.ledger.agreement(agreement.id) ?? agreement;
    if (current.status !== 'ACTIVE') return;
    const isEarly = current.endTime === null || at < current.endTime;
    const ended: AgreementRecord = { ...current, status, updatedAt: at, endTime: isEarly ? at : current.endTime };
    this.#world.ledger.put(ended);
    this.#tell(agreementEndedEvents(ended, this.#world.deps.randomId(32)), at);
  }

  /** Requests about an agreement that is over have nothing left to decide. */
  closeRequests(agreementId: string, at: string): void {
    const { store, ledger } = this.#world;
    const statusMessage = 'The agreement is no longer active.';
    for (const request of store.paymentRequestsOf(agreementId)) {
      if (request.status !== 'PENDING_APPROVAL' && request.status !== 'VALIDATING') continue;
      store.paymentRequests.set(request.id, { ...request, status: 'CANCELLED', statusMessage, updatedAt: at });
    }
    const agreement = ledger.agreement(agreementId);
    for (const request of store.cancellationRequests.values()) {
      if (!agreement || request.agreementId !== agreementId || request.status !== 'PENDING_APPROVAL') continue;
      const closed = { ...request, status: 'VALIDATION_FAILED' as const, statusMessage, updatedAt: at };
      putCancellationRequest(closed, agreement, this.#world);
    }
  }

  /** AWS looks at a request by itself and says later what became of it. */
  process(id: string, failure: string | null): void {
    const { clock } = this.#world.deps;
    const stop = clock.after(PROCESSING_MS, () => {
      this.#processing.delete(stop);
      this.#conclude(id, failure, toInstant(clock.now()));
    });
    this.#processing.add(stop);
  }

  #conclude(id: string, failure: string | null, at: string): void {
    const { store, ledger, deps } = this.#world;
    const adjustment = store.adjustments.get(id);
    if (adjustment?.status === 'PENDING') {
      const status = failure === null ? 'COMPLETED' : 'VALIDATION_FAILED';
      const done = { ...adjustment, status, statusMessage: failure, updatedAt: at } as const;
      store.adjustments.set(id, done);
      const agreement = ledger.agreement(done.agreementId);
      if (agreement) for (const event of adjustmentEvents(agreement, done, deps.randomId(32))) deps.emit(event);
    }
    const payment = store.paymentRequests.get(id);
    if (payment?.status === 'VALIDATING') {
      const status = failure === null ? 'PENDING_APPROVAL' : 'VALIDATION_FAILED';
      store.paymentRequests.set(id, { ...payment, status, statusMessage: failure, updatedAt: at });
    }
    const cancellation = store.cancellationRequests.get(id);
    const agreement = cancellation && ledger.agreement(cancellation.agreementId);
    if (cancellation?.status === 'PENDING_APPROVAL' && agreement && failure !== null) {
      const failed = { ...cancellation, status: 'VALIDATION_FAILED' as const, statusMessage: failure, updatedAt: at };
      putCancellationRequest(failed, agreement, this.#world);
    }
  }

  #pending(): Due[] {
    const { ledger, store } = this.#world;
    const due: Due[] = [];
    for (const agreement of ledger.agreements()) {
      const { status, endTime } = agreement;
      if (status === 'ACTIVE' && endTime !== null) {
        due.push({ at: Date.parse(endTime), run: () => this.#reachEnd(agreement.id) });
      }
    }
    for (const { id, status, createdAt } of store.cancellationRequests.values()) {
      if (status === 'PENDING_APPROVAL') {
        due.push({ at: Date.parse(createdAt) + ANSWER_MS, run: () => this.#approveCancellation(id) });
      }
    }
    for (const { id, status, approvedAt } of store.paymentRequests.values()) {
      if (status === 'PENDING_APPROVAL' && approvedAt !== null) {
        due.push({ at: Date.parse(approvedAt), run: () => this.#approvePayment(id) });
      }
    }
    for (const id of store.awaitingStart) {
      const start = ledger.agreement(id)?.startTime;
      due.push({ at: start === undefined ? 0 : Date.parse(start), run: () => this.#start(id) });
    }
    return due;
  }

  #reachEnd(id: string): void {
    const { ledger, deps } = this.#world;
    const agreement = ledger.agreement(id);
    if (agreement?.status !== 'ACTIVE' || agreement.endTime === null) return;
    const at = agreement.endTime;
    if (endTimeBehavior(agreement, this.#world)?.type !== 'RENEW')
      return this.end(agreement, { status: 'EXPIRED', at });
    this.end(agreement, { status: 'RENEWED', at });
    const next = renewed(agreement, { id: `agmt-${deps.randomId(25)}`, at });
    ledger.put(next);
    this.#tell(agreementCreatedEvents(next, deps.randomId(32)), at);
  }

  #approveCancellation(id: string): void {
    const { store, ledger } = this.#world;
    const request = store.cancellationRequests.get(id);
    const agreement = request && ledger.agreement(request.agreementId);
    if (!agreement || request.status !== 'PENDING_APPROVAL') return;
    const at = toInstant(Date.parse(request.createdAt) + ANSWER_MS);
    const statusMessage = 'Approved automatically: the buyer did not answer within 7 days.';
    putCancellationRequest({ ...request, status: 'APPROVED', statusMessage, updatedAt: at }, agreement, this.#world);
    this.end(agreement, { status: 'CANCELLED', at });
  }

  #approvePayment(id: string): void {
    const { store, deps } = this.#world;
    const request = store.paymentRequests.get(id);
    if (request?.status !== 'PENDING_APPROVAL' || request.approvedAt === null) return;
    const statusMessage = 'Approved automatically: the buyer did not answer in time.';
    store.paymentRequests.set(id, { ...request, ...approval({ deps }), statusMessage, updatedAt: request.approvedAt });
  }

  #start(id: string): void {
    this.#world.store.awaitingStart.delete(id);
    const agreement = this.#world.ledger.agreement(id);
    if (agreement?.status === 'ACTIVE') this.#onStart(agreement);
  }

  #tell(events: ReturnType<typeof agreementEndedEvents>, at: string): void {
    const time = toInstant(Date.parse(at));
    for (const event of events) this.#world.deps.emit({ ...event, time });
  }
}
