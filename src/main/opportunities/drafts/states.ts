/** Where each draft stands, for their list: only here, at AWS and how AWS reviews it, on its way. */
import type { DraftRecord } from '../../../shared/contract/drafts.ts';
import type { OpportunityDraftRecord } from '../../../shared/contract/opportunity-drafts.ts';
import { hasUnsentEdits } from '../../../shared/domain/opportunity/auto-share.ts';
import { readOpportunityDraft } from './draft-versions.ts';
import type { Database } from '../../storage/database.ts';

interface Row {
  id: string;
  target: string | null;
  review: string | null;
  /** Of those that change an opportunity at AWS. */
  document: string | null;
  sending: OpportunityDraftRecord['sending'];
}

export function withStates(database: Database, drafts: readonly DraftRecord[]): OpportunityDraftRecord[] {
  const rows = database.all<Row>(
    `SELECT d.id, d.target_id AS target, s.state AS sending,
       json_extract(d.document, '$.target.base.lifeCycle.reviewStatus') AS review,
       CASE WHEN d.target_id IS NULL THEN NULL ELSE d.document END AS document
     FROM opportunity_drafts d LEFT JOIN opportunity_sends s ON s.draft_id = d.id`,
  );
  const states = new Map(rows.map((row) => [row.id, row]));
  return drafts.map((draft) => {
    const row = states.get(draft.id);
    return {
      ...draft,
      opportunityId: row?.target ?? null,
      reviewStatus: row?.review ?? '',
      unsentEdits: isChanged(row?.document ?? null),
      sending: row?.sending ?? null,
    };
  });
}

/** A document that cannot be read is told where it is opened. */
function isChanged(document: string | null): boolean {
  if (document === null) return false;
  try {
    return hasUnsentEdits(readOpportunityDraft(JSON.parse(document)));
  } catch {
    return false;
  }
}
