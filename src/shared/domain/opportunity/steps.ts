/** What must be sent so that AWS holds what the draft says: one call a step, in the order that AWS's rules ask for. */
import { compileCreate, compileUpdate, type Catalog } from './compile.ts';
import type { Association, OpportunityDraft } from './draft.ts';
import { changedPaths } from './merge.ts';
import type { JsonObject } from './record.ts';

export const SEND_OPERATIONS = [
  'CreateOpportunity',
  'AssociateOpportunity',
  'UpdateOpportunity',
  'DisassociateOpportunity',
  'StartEngagementFromOpportunityTask',
] as const;
export type SendOperation = (typeof SEND_OPERATIONS)[number];

export interface SendStep {
  readonly operation: SendOperation;
  /** What is associated, as a person calls it; empty where the operation says all. */
  readonly what: string;
  /** The request without what is known only when its turn comes: the opportunity's id, tokens. */
  readonly request: JsonObject;
}

/**
 * Solutions and products come before the record: AWS refuses the late stages without one. What is taken away comes last, since the last
 * required one cannot be removed. `share` ends the row.
 */
export function toSendSteps(draft: OpportunityDraft, catalog: Catalog, share: boolean): SendStep[] {
  const before = draft.target?.associations ?? [];
  const added = draft.associations.filter((entry) => !includes(before, entry));
  const removed = before.filter((entry) => !includes(draft.associations, entry));
  const linking = (operation: SendOperation) => (entry: Association) => toLink(operation, entry, catalog);
  return [
    ...(draft.target
      ? []
      : [{ operation: 'CreateOpportunity' as const, what: '', request: compileCreate(draft, catalog) }]),
    ...added.map(linking('AssociateOpportunity')),
    ...(draft.target && changedPaths(draft.target.base, draft).length > 0
      ? [{ operation: 'UpdateOpportunity' as const, what: '', request: compileUpdate(draft, catalog) }]
      : []),
    ...removed.map(linking('DisassociateOpportunity')),
    ...(share ? [toShare(draft, catalog)] : []),
  ];
}

function toLink(operation: SendOperation, { type, id, name }: Association, catalog: Catalog): SendStep {
  return {
    operation,
    what: name || id.slice(id.lastIndexOf('/') + 1),
    request: { Catalog: catalog, RelatedEntityType: type, RelatedEntityIdentifier: id },
  };
}

function toShare({ sharing }: OpportunityDraft, catalog: Catalog): SendStep {
  const visibility = sharing.visibility === '' ? {} : { Visibility: sharing.visibility };
  return {
    operation: 'StartEngagementFromOpportunityTask',
    what: '',
    request: { Catalog: catalog, AwsSubmission: { InvolvementType: sharing.involvement, ...visibility } },
  };
}

function includes(list: readonly Association[], { type, id }: Association): boolean {
  return list.some((entry) => entry.type === type && entry.id === id);
}
