/** What the Selling service tells the event buses of the accounts concerned. */
import type { SimulatedEvent } from '../types.ts';
import { opportunityArn } from './arns.ts';
import type { OpportunityRecord } from './model.ts';

const SOURCE = 'aws.partnercentral-selling';

export function opportunityEvent(record: OpportunityRecord, what: 'Created' | 'Updated'): SimulatedEvent {
  return {
    accountId: record.owner,
    source: SOURCE,
    detailType: `Opportunity ${what}`,
    resources: [opportunityArn(record)],
    detail: { schemaVersion: '1', catalog: record.catalog, opportunity: { identifier: record.id } },
    time: record.modifiedAt,
  };
}
