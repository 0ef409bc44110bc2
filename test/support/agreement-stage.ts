/** The simulated Agreement service over the simulated catalog, with a clock that a test moves. */
import { createAgreementService, type AgreementService } from '../../src/simulator/agreements/index.ts';
import { NO_REQUESTS, type AgreementState } from '../../src/simulator/agreements/model.ts';
import type { AgreementRecord } from '../../src/simulator/catalog/model.ts';
import type { AcceptanceRequest, SimulatedEvent } from '../../src/simulator/types.ts';
import { BUYER, createCatalogStage, LANTERNFISH, type CatalogStage, type StageOptions } from './catalog-stage.ts';

type Json = Record<string, unknown>;

export interface AgreementStage extends CatalogStage {
  readonly agreements: AgreementService;
  /** A call of the Agreement API. */
  ask(operation: string, input?: Json, accountId?: string): Promise<Json>;
  /** The buyer accepts; answers the agreement. */
  accept(offerId: string, more?: Partial<AcceptanceRequest>): Promise<AgreementRecord>;
  /** Puts an agreement in place of what it was, or a new one. */
  put(agreement: AgreementRecord): AgreementRecord;
}

export interface AgreementStageOptions extends StageOptions {
  readonly requests?: Partial<AgreementState>;
}

export function createAgreementStage(options: AgreementStageOptions = {}): AgreementStage {
  const late: { observe: (event: SimulatedEvent) => void } = { observe: () => {} };
  const catalog = createCatalogStage({ ...options, onEvent: (event) => late.observe(event) });
  let counter = 0;
  const agreements = createAgreementService({
    clock: catalog.clock,
    emit(event) {
      catalog.events.push(event);
      late.observe(event);
    },
    randomId: (length) => (++counter).toString(36).padStart(length, 'y'),
    ledger: catalog.service.ledger,
    seed: { ...NO_REQUESTS, ...options.requests },
  });
  late.observe = (event) => agreements.observe(event);
  return {
    ...catalog,
    agreements,
    ask: (operation, input = {}, accountId = LANTERNFISH) =>
      agreements.handle(operation, input, {
        accountId,
        arn: `arn:aws:iam::${accountId}:user/test`,
        accessKeyId: 'AKIATEST',
      }),
    accept: async (offerId, more) =>
      (await catalog.service.acceptOffer({
        offerId,
        buyerAccountId: BUYER,
        ...more,
      })) as unknown as AgreementRecord,
    put(agreement) {
      catalog.service.ledger.put(agreement);
      agreements.settle();
      return agreement;
    },
  };
}
