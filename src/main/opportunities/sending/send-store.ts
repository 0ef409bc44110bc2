/** What a person asked to be sent, on disk before its first step: a process that dies leaves the next one the rest. */
import { z } from 'zod';
import type { OpportunityDraft } from '../../../shared/domain/opportunity/draft.ts';
import { SEND_OPERATIONS, type SendStep } from '../../../shared/domain/opportunity/steps.ts';
import type { Database } from '../../storage/database.ts';
import { readOpportunityDraft } from '../drafts/draft-versions.ts';

const stepsSchema = z.array(
  z.object({ operation: z.enum(SEND_OPERATIONS), what: z.string(), request: z.record(z.string(), z.unknown()) }),
);

export interface Send {
  readonly draftId: string;
  readonly account: string;
  /** Counts the sends of a draft: each has rows of its own in the journal. */
  readonly attempt: number;
  readonly confirmedAccountId: string;
  readonly share: boolean;
  /** No person has clicked. */
  readonly automatic: boolean;
  readonly title: string;
  readonly steps: readonly SendStep[];
  /** The draft as it was sent. */
  readonly document: OpportunityDraft;
  /** `running` until every step is done, or one has ended badly. */
  readonly state: 'running' | 'done' | 'stopped';
}

export type NewSend = Omit<Send, 'attempt' | 'state'>;

interface Row {
  draft_id: string;
  account: string;
  attempt: number;
  confirmed_account_id: string;
  share: number;
  automatic: number;
  title: string;
  steps: string;
  document: string;
  state: Send['state'];
}

export interface SendStore {
  begin(send: NewSend): Send;
  get(draftId: string): Send | null;
  running(): Send[];
  finish(send: Send, state: 'done' | 'stopped'): void;
}

export function createSendStore(database: Database): SendStore {
  const setState = ({ draftId, attempt }: Send, state: Send['state']) =>
    database.run('UPDATE opportunity_sends SET state = ? WHERE draft_id = ? AND attempt = ?', state, draftId, attempt);

  return {
    begin(send) {
      database.run(
        `INSERT INTO opportunity_sends (draft_id, account, attempt, confirmed_account_id, share, automatic, title, steps, document, state)
         VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, 'running')
         ON CONFLICT (draft_id) DO UPDATE SET account = excluded.account, attempt = attempt + 1,
           confirmed_account_id = excluded.confirmed_account_id, share = excluded.share,
           automatic = excluded.automatic, title = excluded.title,
           steps = excluded.steps, document = excluded.document, state = 'running'`,
        send.draftId,
        send.account,
        send.confirmedAccountId,
        send.share ? 1 : 0,
        Number(send.automatic),
        send.title,
        JSON.stringify(send.steps),
        JSON.stringify(send.document),
      );
      const begun = read(send.draftId);
      if (!begun) throw new Error('what has just been written is gone');
      return begun;
    },
    get: read,
    running: () => database.all<Row>(`SELECT * FROM opportunity_sends WHERE state = 'running'`).map(toSend),
    finish: setState,
  };

  function read(draftId: string): Send | null {
    const row = database.get<Row>('SELECT * FROM opportunity_sends WHERE draft_id = ?', draftId);
    return row ? toSend(row) : null;
  }
}

function toSend(row: Row): Send {
  return {
    draftId: row.draft_id,
    account: row.account,
    attempt: row.attempt,
    confirmedAccountId: row.confirmed_account_id,
    share: row.share === 1,
    automatic: row.automatic === 1,
    title: row.title,
    steps: stepsSchema.parse(JSON.parse(row.steps)),
    document: readOpportunityDraft(JSON.parse(row.document)),
    state: row.state,
  };
}
