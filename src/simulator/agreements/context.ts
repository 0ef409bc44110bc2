/** What an operation of the Agreement service gets to work with, and who may ask about what. */
import { toInstant } from '../catalog/instants.ts';
import type { AgreementRecord } from '../catalog/model.ts';
import type { Caller, ServiceDependencies } from '../types.ts';
import type { AgreementControls } from './controls.ts';
import { invalid, notFound, wrongParty } from './errors.ts';
import type { AgreementLedger } from './ledger.ts';
import type { LifeCycle } from './life-cycle.ts';
import type { AgreementStore } from './store.ts';

export interface AgreementContext {
  readonly deps: Pick<ServiceDependencies, 'clock' | 'emit' | 'randomId'>;
  readonly ledger: AgreementLedger;
  readonly store: AgreementStore;
  readonly lifeCycle: LifeCycle;
  readonly controls: AgreementControls;
}

export type OperationInput = Readonly<Record<string, unknown>>;

export type Operation = (input: OperationInput, caller: Caller, context: AgreementContext) => Record<string, unknown>;

export type Party = 'Proposer' | 'Acceptor';

const AGREEMENT_ID = /^agmt-[a-zA-Z0-9]{1,64}$/;

/** The agreement that the request names, for one of its two parties. */
export function agreementFor(input: OperationInput, caller: Caller, { ledger }: AgreementContext): AgreementRecord {
  const id = String(input['agreementId'] ?? '');
  if (!AGREEMENT_ID.test(id)) {
    throw invalid({ reason: 'INVALID_AGREEMENT_ID', field: 'agreementId', message: `'${id}' is not an agreement id.` });
  }
  const agreement = ledger.agreement(id);
  if (!agreement || partyOf(agreement, caller) === null) throw notFound('Agreement', id);
  return agreement;
}

/** The agreement for the one party that may do this. */
export function agreementOf(
  party: Party,
  input: OperationInput,
  caller: Caller,
  context: AgreementContext,
): AgreementRecord {
  const agreement = agreementFor(input, caller, context);
  const owner = party === 'Proposer' ? agreement.proposer : agreement.acceptor;
  if (owner === caller.accountId) return agreement;
  throw wrongParty(`Only the ${party.toLowerCase()} of agreement ${agreement.id} may do this.`);
}

export function partyOf(agreement: AgreementRecord, caller: Pick<Caller, 'accountId'>): Party | null {
  if (agreement.proposer === caller.accountId) return 'Proposer';
  return agreement.acceptor === caller.accountId ? 'Acceptor' : null;
}

export function requireActive(agreement: AgreementRecord): void {
  if (agreement.status === 'ACTIVE') return;
  throw invalid({
    reason: 'INACTIVE_AGREEMENT',
    field: 'agreementId',
    message: `Agreement ${agreement.id} is ${agreement.status}; this needs an active agreement.`,
  });
}

export function nowOf({ deps }: Pick<AgreementContext, 'deps'>): string {
  return toInstant(deps.clock.now());
}

export function dateOf(instant: string | null | undefined): Date | undefined {
  return instant === null || instant === undefined ? undefined : new Date(instant);
}

/** The one catalog and the one type of agreement there are; both may be left out. */
export function checkScope(input: OperationInput): void {
  const { catalog, agreementType } = input;
  if (catalog !== undefined && catalog !== null && catalog !== 'AWSMarketplace') {
    throw invalid({ reason: 'INVALID_CATALOG', field: 'catalog', message: 'catalog must be AWSMarketplace.' });
  }
  if (agreementType !== undefined && agreementType !== null && agreementType !== 'PurchaseAgreement') {
    const message = 'agreementType must be PurchaseAgreement.';
    throw invalid({ reason: 'INVALID_AGREEMENT_TYPE', field: 'agreementType', message });
  }
}
