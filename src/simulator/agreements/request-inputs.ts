/** What requests about agreements have in common: their texts, their lists. */
import type { Caller } from '../types.ts';
import { checkScope, partyOf, type AgreementContext, type OperationInput, type Party } from './context.ts';
import { invalid } from './errors.ts';

interface TextRule {
  readonly reason: string;
  readonly min: number;
  readonly max: number;
}

/** A text that may be left out. */
export function optionalText(input: OperationInput, member: string, rule: TextRule): string | null {
  const value = input[member];
  return value === undefined || value === null ? null : requiredText(input, member, rule);
}

export function requiredText(input: OperationInput, member: string, { reason, min, max }: TextRule): string {
  const value = input[member];
  if (typeof value === 'string' && value.trim() !== '' && value.length >= min && value.length <= max) return value;
  throw invalid({ reason, field: member, message: `${member} must have ${min} to ${max} characters.` });
}

export interface RequestList {
  readonly statuses: readonly string[];
}

/** Filters that the lists of requests share. */
export function listFilter(
  input: OperationInput,
  caller: Caller,
  { ledger }: AgreementContext,
  { statuses }: RequestList,
): (item: { readonly agreementId: string; readonly status: string }) => boolean {
  checkScope(input);
  const party = readParty(input);
  const { agreementId, status } = input;
  if (status !== undefined && status !== null && !statuses.includes(String(status))) {
    const message = `status must be one of ${statuses.join(', ')}.`;
    throw invalid({ reason: 'INVALID_STATUS', field: 'status', message });
  }
  return (item) => {
    const agreement = ledger.agreement(item.agreementId);
    if (!agreement || partyOf(agreement, caller) !== party) return false;
    return (agreementId ?? item.agreementId) === item.agreementId && (status ?? item.status) === item.status;
  };
}

function readParty({ partyType }: OperationInput): Party {
  if (partyType === 'Proposer' || partyType === 'Acceptor') return partyType;
  const reason = partyType === undefined || partyType === '' ? 'MISSING_PARTY_TYPE' : 'INVALID_PARTY_TYPE';
  throw invalid({ reason, field: 'partyType', message: 'partyType must be Proposer or Acceptor.' });
}
