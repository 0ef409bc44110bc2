/** SearchAgreements: the agreements of one party, by filters, in order of a time. */
import type { AgreementRecord } from '../../catalog/model.ts';
import { checkScope, dateOf, type Operation, type OperationInput } from '../context.ts';
import { endTimeBehavior } from '../end-time.ts';
import { licenseArn } from '../entitlements.ts';
import { invalid } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { matcher, readFilters, type FilterReading } from '../search-filters.ts';
import { proposalSummary } from './describe-agreement.ts';

const SORT_KEYS: Readonly<Record<string, (agreement: AgreementRecord) => string>> = {
  // Without an end comes last when ascending.
  EndTime: ({ endTime }) => endTime ?? '9999',
  StartTime: ({ startTime }) => startTime,
  LastUpdateTime: ({ updatedAt }) => updatedAt,
};

export const searchAgreements: Operation = (input, caller, context) => {
  checkScope(input);
  const filters = readFilters(input['filters']);
  const sort = readSort(input['sort'], filters);
  const matches = matcher(filters, context);
  const items: AgreementRecord[] = [];
  for (const agreement of context.ledger.agreements()) {
    const owner = filters.party === 'Proposer' ? agreement.proposer : agreement.acceptor;
    if (owner === caller.accountId && matches(agreement)) items.push(agreement);
  }
  const page = pageOf({ items, key: sort.key, id: ({ id }) => id, descending: sort.descending }, input);
  return {
    agreementViewSummaries: page.items.map((agreement) => {
      const behavior = endTimeBehavior(agreement, context);
      return {
        agreementId: agreement.id,
        acceptanceTime: dateOf(agreement.acceptedAt),
        startTime: dateOf(agreement.startTime),
        endTime: dateOf(agreement.endTime),
        lastUpdateTime: dateOf(agreement.updatedAt),
        agreementType: 'PurchaseAgreement',
        acceptor: { accountId: agreement.acceptor },
        proposer: { accountId: agreement.proposer },
        proposalSummary: proposalSummary(agreement),
        status: agreement.status,
        entitlements: [{ licenseArn: licenseArn(agreement) }],
        initialAgreementId: agreement.initialAgreementId,
        endTimeBehaviorType: behavior?.type,
        endTimeBehaviorReasonCode: behavior?.reasonCode,
      };
    }),
    nextToken: page.nextToken,
  };
};

function readSort(value: unknown, { party }: FilterReading) {
  const { sortBy = 'EndTime', sortOrder = 'ASCENDING' } = (value ?? {}) as OperationInput;
  const key = SORT_KEYS[String(sortBy)];
  if (!key || !Object.hasOwn(SORT_KEYS, String(sortBy)) || (party === 'Acceptor' && sortBy !== 'EndTime')) {
    const allowed = party === 'Acceptor' ? 'EndTime' : Object.keys(SORT_KEYS).join(', ');
    const message = `sortBy for a ${String(party)} must be one of ${allowed}.`;
    throw invalid({ reason: 'INVALID_SORT_BY', field: 'sort.sortBy', message });
  }
  if (sortOrder !== 'ASCENDING' && sortOrder !== 'DESCENDING') {
    const message = 'sortOrder must be ASCENDING or DESCENDING.';
    throw invalid({ reason: 'INVALID_SORT_ORDER', field: 'sort.sortOrder', message });
  }
  return { key, descending: sortOrder === 'DESCENDING' };
}
