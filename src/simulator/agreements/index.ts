/** The Marketplace Agreement service of the local cloud: agreements as their two parties see them, and requests about them. */
import { ServiceError, type Caller, type ServiceDependencies, type SimulatedService } from '../types.ts';
import type { AgreementContext } from './context.ts';
import type { AgreementLedger } from './ledger.ts';
import type { AgreementState } from './model.ts';
import { OPERATIONS } from './operations/table.ts';
import { AgreementStore } from './store.ts';

export interface AgreementDependencies extends Pick<ServiceDependencies, 'clock' | 'emit' | 'randomId'> {
  readonly ledger: AgreementLedger;
  /** Requests of the world at the start. */
  readonly seed: AgreementState;
}

export interface AgreementService extends Pick<SimulatedService, 'handle' | 'save' | 'load'> {
  forgetTokens(accountId: string): void;
}

export function createAgreementService({ ledger, seed, ...deps }: AgreementDependencies): AgreementService {
  const store = new AgreementStore(seed);
  const context: AgreementContext = { deps, ledger, store };
  return {
    handle: async (operation, input, caller) => handle(operation, input, caller, context),
    save: () => store.save(),
    load: (state) => store.load(state as AgreementState),
    forgetTokens(accountId) {
      for (const key of store.tokens.keys()) if (key.startsWith(`${accountId} `)) store.tokens.delete(key);
    },
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
