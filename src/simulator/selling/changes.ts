/** Every change of an opportunity goes this way: a new date, an event, a new snapshot for those who work on it too. */
import { laterThan, type SellingContext } from './context.ts';
import { opportunityEvent } from './events.ts';
import type { OpportunityRecord } from './model.ts';
import { refreshSnapshots } from './snapshots.ts';

export type OpportunityChange = Partial<
  Omit<OpportunityRecord, 'id' | 'owner' | 'catalog' | 'createdAt' | 'modifiedAt'>
>;

export function changeOpportunity(
  before: OpportunityRecord,
  change: OpportunityChange,
  context: SellingContext,
): OpportunityRecord {
  const changed: OpportunityRecord = { ...before, ...change, modifiedAt: laterThan(before.modifiedAt, context) };
  context.store.put(changed);
  context.deps.emit(opportunityEvent(changed, 'Updated'));
  refreshSnapshots(changed, context);
  return changed;
}
