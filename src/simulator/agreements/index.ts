/** The Marketplace Agreement service of the local cloud: agreements as their two parties see them, and requests about them. */
import { toInstant } from '../catalog/instants.ts';
import type { AgreementRecord } from '../catalog/model.ts';
import {
  ServiceError,
  type Caller,
  type ServiceDependencies,
  type SimulatedEvent,
  type SimulatedService,
} from '../types.ts';
import { AgreementControls, type RequestFailure } from './controls.ts';
import type { AgreementContext } from './context.ts';
import { amendedEvents, licenseEvents } from './events.ts';
import type { AgreementLedger } from './ledger.ts';
import { LifeCycle } from './life-cycle.ts';
import type { AgreementState } from './model.ts';
import { OPERATIONS } from './operations/table.ts';
import { AgreementStore } from './store.ts';

/** What the product's owner is told beside the events, by the older topics. */
export interface AgreementListener {
  readonly started: (agreement: AgreementRecord) => void;
  readonly ended: (agreement: AgreementRecord) => void;
}

export interface AgreementDependencies extends Pick<ServiceDependencies, 'clock' | 'emit' | 'randomId'> {
  readonly ledger: AgreementLedger;
  /** Requests of the world at the start. */
  readonly seed: AgreementState;
  readonly listener?: AgreementListener;
}

export interface AgreementService extends Pick<SimulatedService, 'handle' | 'save' | 'load'> {
  forgetTokens(accountId: string): void;
  /** Lets happen what has fallen due. */
  settle(): void;
  /** Every event of the world passes here: new and ended agreements have consequences. */
  observe(event: SimulatedEvent): void;
  failNextRequest(failure: RequestFailure): void;
  /** Ends an agreement by hand of its buyer or of AWS. */
  endAgreement(id: string, status: 'CANCELLED' | 'TERMINATED'): Record<string, unknown>;
  /** The buyer, or the seller for good, decides whether an agreement renews. */
  decideRenewal(id: string, decision: { readonly party: 'buyer' | 'seller'; readonly renews: boolean }): void;
  agreement(id: string): AgreementRecord | undefined;
  /** The agreement that a payment or cancellation request is about. */
  requestedAgreement(requestId: string): AgreementRecord | undefined;
  stop(): void;
}

export function createAgreementService(given: AgreementDependencies): AgreementService {
  const { ledger, seed, listener, ...deps } = given;
  const store = new AgreementStore(seed);
  const controls = new AgreementControls();
  const lifeCycle = new LifeCycle({ deps, ledger, store, controls }, (agreement) => listener?.started(agreement));
  const context: AgreementContext = { deps, ledger, store, controls, lifeCycle };
  lifeCycle.resume();
  return {
    async handle(operation, input, caller) {
      lifeCycle.settleIfDue();
      const answer = handle(operation, input, caller, context);
      if (!/^(Get|List|Describe|Search)/.test(operation)) lifeCycle.arm();
      return answer;
    },
    save: () => store.save(),
    load(state) {
      store.load(state as AgreementState);
      lifeCycle.resume();
    },
    forgetTokens(accountId) {
      for (const key of store.tokens.keys()) if (key.startsWith(`${accountId} `)) store.tokens.delete(key);
    },
    settle: () => lifeCycle.settle(),
    observe: (event) => observe(event, context, listener),
    failNextRequest: (failure) => controls.scriptFailure(failure),
    endAgreement(id, status) {
      lifeCycle.end(existing(id, context), { status, at: toInstant(deps.clock.now()) });
      return { ...existing(id, context) };
    },
    decideRenewal: (id, decision) => decideRenewal(id, decision, context),
    agreement: (id) => ledger.agreement(id),
    requestedAgreement(requestId) {
      const request = store.paymentRequests.get(requestId) ?? store.cancellationRequests.get(requestId);
      return request && ledger.agreement(request.agreementId);
    },
    stop: () => lifeCycle.stop(),
  };
}

function handle(
  name: string,
  input: Record<string, unknown>,
  caller: Caller,
  context: AgreementContext,
): Record<string, unknown> {
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!operation) {
    throw new ServiceError('NotSimulatedException', 400, `Marketplace Agreement: ${name} is not simulated.`);
  }
  return operation(input, caller, context);
}

/** The event of the acceptor stands for all: each agreement has exactly one. */
function observe(event: SimulatedEvent, context: AgreementContext, listener: AgreementListener | undefined): void {
  const { detailType, detail } = event;
  const isNew = detailType === 'Purchase Agreement Created - Acceptor';
  if (!isNew && detailType !== 'Purchase Agreement Ended - Acceptor') return;
  const { ledger, deps, store, lifeCycle } = context;
  const agreement = ledger.agreement((detail['agreement'] as { id: string }).id);
  if (!agreement) return;
  const time = event.time ?? toInstant(deps.clock.now());
  const news = { requestId: deps.randomId(32), time, kind: isNew ? 'Updated' : 'Deprovisioned' } as const;
  for (const told of licenseEvents(agreement, ledger.product(agreement.productId), news)) deps.emit(told);
  if (!isNew) {
    store.awaitingStart.delete(agreement.id);
    lifeCycle.closeRequests(agreement.id, time);
    listener?.ended(agreement);
  } else if (Date.parse(agreement.startTime) > Date.parse(time) + 1000) store.awaitingStart.add(agreement.id);
  else listener?.started(agreement);
  lifeCycle.arm();
}

function decideRenewal(
  id: string,
  { party, renews }: { readonly party: 'buyer' | 'seller'; readonly renews: boolean },
  context: AgreementContext,
): void {
  const agreement = existing(id, context);
  const at = toInstant(context.deps.clock.now());
  if (agreement.autoRenew === null) throw new ServiceError('ConflictException', 409, 'There is no renewal term.');
  if (party === 'seller' && renews) throw new ServiceError('ConflictException', 409, 'A seller cannot opt in again.');
  if (party === 'seller') context.store.sellerOptOuts.add(id);
  const changed = { ...agreement, updatedAt: at, autoRenew: party === 'buyer' ? renews : agreement.autoRenew };
  context.ledger.put(changed);
  const news = { requestId: context.deps.randomId(32), time: at };
  for (const event of amendedEvents(changed, news)) context.deps.emit(event);
}

function existing(id: string, { ledger }: AgreementContext): AgreementRecord {
  const agreement = ledger.agreement(id);
  if (agreement) return agreement;
  throw new ServiceError('ResourceNotFoundException', 404, `Agreement '${id}' does not exist.`);
}
