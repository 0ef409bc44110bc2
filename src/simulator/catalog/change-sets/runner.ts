/** Moves change sets through their states on the simulator's clock, and goes on with them after a restart. */
import type { ServiceDependencies } from '../../types.ts';
import { changeSetEvent, offerReleasedEvents, offerSetReleasedEvent } from '../events.ts';
import { toInstant } from '../instants.ts';
import type { Entity, OfferEntity } from '../model.ts';
import type { CatalogStore } from '../store.ts';
import { entityArn } from '../arns.ts';
import { evaluate, type Evaluation } from './evaluate.ts';
import { isOpen, type ChangeRecord, type ChangeSetRecord, type ForcedOutcome } from './record.ts';

export class ChangeSetRunner {
  readonly #store: CatalogStore;
  readonly #deps: ServiceDependencies;
  readonly #timers = new Map<string, () => void>();

  constructor(store: CatalogStore, deps: ServiceDependencies) {
    this.#store = store;
    this.#deps = deps;
  }

  start(record: ChangeSetRecord): void {
    this.#store.changeSets.set(record.id, record);
    this.#schedule(record);
  }

  cancel(id: string): void {
    const record = this.#store.changeSets.get(id);
    if (record) this.#end({ ...record, status: 'CANCELLED' });
  }

  /** Takes up every unfinished change set in the store. */
  resume(): void {
    this.stop();
    for (const record of this.#store.changeSets.values()) if (isOpen(record)) this.#schedule(record);
  }

  stop(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #schedule(record: ChangeSetRecord): void {
    const delay = Math.max(0, record.nextStepAt - this.#deps.clock.now());
    this.#timers.set(
      record.id,
      this.#deps.clock.after(delay, () => this.#step(record.id)),
    );
  }

  #step(id: string): void {
    this.#timers.delete(id);
    const record = this.#store.changeSets.get(id);
    if (record?.status === 'PREPARING') {
      this.start({ ...record, status: 'APPLYING', nextStepAt: record.nextStepAt + record.applyMs });
    } else if (record?.status === 'APPLYING') {
      void this.#finish(record);
    }
  }

  async #finish(record: ChangeSetRecord): Promise<void> {
    try {
      if (record.forced) this.#end(forcedFailure(record, record.forced));
      else this.#conclude(record, await evaluate(record, this.#store, this.#deps));
    } catch (error) {
      const failureDescription = `Internal failure: ${error instanceof Error ? error.message : String(error)}`;
      this.#end({ ...record, status: 'FAILED', failureCode: 'SERVER_FAULT', failureDescription });
    }
  }

  /** All changes or none. */
  #conclude(record: ChangeSetRecord, evaluation: Evaluation): void {
    if (!evaluation.ok) {
      const changes = record.changes.map((change, index) => ({
        ...change,
        errors: (evaluation.errors.get(index) ?? []).slice(0, 20),
      }));
      this.#end({ ...record, changes, status: 'FAILED', failureCode: 'CLIENT_ERROR' });
      return;
    }
    for (const entity of evaluation.entities) this.#store.put(entity);
    for (const [id, offers] of evaluation.drawn) this.#draw(id, offers);
    this.#tagNewEntities(evaluation.changes);
    this.#end({ ...record, changes: evaluation.changes, status: 'SUCCEEDED' });
    for (const entity of evaluation.released) this.#announceRelease(entity);
  }

  /** Counts offers on the authorization they came from: whoever lists it by its last change sees that it was used. */
  #draw(authorizationId: string, offers: number): void {
    const authorization = this.#store.authorization(authorizationId);
    if (!authorization) return;
    this.#store.put({
      ...authorization,
      offersCreated: authorization.offersCreated + offers,
      revision: authorization.revision + 1,
      modifiedAt: toInstant(this.#deps.clock.now()),
    });
  }

  #tagNewEntities(changes: readonly ChangeRecord[]): void {
    for (const { identifier, entityTags } of changes) {
      const entity = this.#store.entity(identifier?.split('@')[0] ?? '');
      const tags = Object.entries(entityTags);
      if (!entity || tags.length === 0) continue;
      const arn = entityArn(entity);
      this.#store.tags.set(arn, new Map([...(this.#store.tags.get(arn) ?? []), ...tags]));
    }
  }

  #end(record: ChangeSetRecord): void {
    this.#timers.get(record.id)?.();
    this.#timers.delete(record.id);
    const ended = { ...record, endTime: toInstant(this.#deps.clock.now()) };
    this.#store.changeSets.set(record.id, ended);
    this.#deps.emit(changeSetEvent(ended, this.#deps.randomId(32)));
  }

  #announceRelease(entity: Entity): void {
    if (entity.type === 'Offer') this.#announceOffer(entity);
    if (entity.type !== 'OfferSet') return;
    const offers = entity.offerIds.flatMap((id) => {
      const offer = this.#store.entity(id);
      return offer?.type === 'Offer' ? [offer] : [];
    });
    this.#deps.emit(offerSetReleasedEvent(entity, offers, this.#deps.randomId(32)));
  }

  #announceOffer(offer: OfferEntity): void {
    const product = this.#store.product(offer.productId);
    if (!product) return;
    const { sellers } = this.#store;
    const parties = { seller: sellers.get(offer.owner), manufacturer: sellers.get(product.owner) };
    const requestId = this.#deps.randomId(32);
    for (const event of offerReleasedEvents({ offer, product, ...parties, requestId })) this.#deps.emit(event);
  }
}

function forcedFailure(record: ChangeSetRecord, forced: ForcedOutcome): ChangeSetRecord {
  const failed = { ...record, status: 'FAILED', failureCode: forced.failureCode } as const;
  if (forced.kind === 'described') return { ...failed, failureDescription: forced.description };
  const guilty = record.changes.findIndex(({ changeType }) => changeType === forced.changeType);
  const changes = record.changes.map((change, index) =>
    index === Math.max(0, guilty) ? { ...change, errors: forced.errors } : change,
  );
  return { ...failed, changes };
}
