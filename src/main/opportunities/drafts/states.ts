/** Where each draft stands, for their list: only here, at AWS and how AWS reviews it, on its way. */
import type { DraftRecord } from '../../../shared/contract/drafts.ts';
import type { OpportunityDraftRecord } from '../../../shared/contract/opportunity-drafts.ts';
import type { Database } from '../../storage/database.ts';

interface Row {
  id: string;
  target: string | null;
  review: string | null;
  sending: OpportunityDraftRecord['sending'];
}

export function withStates(database: Database, drafts: readonly DraftRecord[]): OpportunityDraftRecord[] {
  const rows = database.all<Row>(
    `SELECT d.id, d.target_id AS target, s.state AS sending,
       json_extract(d.document, '$.target.base.lifeCycle.reviewStatus') AS review
     FROM opportunity_drafts d LEFT JOIN opportunity_sends s ON s.draft_id = d.id`,
  );
  const states = new Map(rows.map((row) => [row.id, row]));
  return drafts.map((draft) => {
    const row = states.get(draft.id);
    return {
      ...draft,
      opportunityId: row?.target ?? null,
      reviewStatus: row?.review ?? '',
      sending: row?.sending ?? null,
    };
  });
}
