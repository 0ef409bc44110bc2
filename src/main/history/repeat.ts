/** Failed writes corrected and sent again: once each, as a new write that names the failed one. */
import type { Change } from '../../shared/domain/change/change.ts';
import { isObject, type JsonObject } from '../../shared/domain/opportunity/record.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { BeginOptions } from '../changes/writes.ts';
import type { Handlers } from '../handlers.ts';
import type { Clock } from '../ports.ts';
import type { AccountSource } from '../sources.ts';
import type { Database } from '../storage/database.ts';
import { parseKept } from './call-detail.ts';
import { checkPayload } from './payload-check.ts';

type RepeatMethod = 'history.repeatPlan' | 'history.repeatCheck' | 'history.repeatSend';
const FAILED: readonly string[] = ['failed', 'cancelled', 'refused'];

export interface RepeatDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly accounts: AccountSource;
  readonly changes: {
    get(id: string): Change;
    /** Begins a call that repeats a failed one; refuses where that has happened after all. */
    repeat(id: string, payload: unknown, options: BeginOptions): Promise<Change>;
  };
}

export function createRepeating(deps: RepeatDependencies): Pick<Handlers, RepeatMethod> {
  const { database, clock, accounts, changes } = deps;

  /** The request inside the payload of a direct call; null for change sets, which are compiled from other records. */
  function payloadOf(id: string): { payload: JsonObject; request: JsonObject } | null {
    const row = database.get<{ intent: string }>('SELECT intent FROM changes WHERE id = ?', id);
    const intent = parseKept(row?.intent ?? null);
    const payload = isObject(intent) ? intent['payload'] : null;
    const request = isObject(payload) ? payload['request'] : null;
    return isObject(payload) && isObject(request) ? { payload, request } : null;
  }

  function editOf(id: string): string | null {
    return database.get<{ text: string }>('SELECT text FROM payload_edits WHERE change_id = ?', id)?.text ?? null;
  }

  function linkOf(id: string) {
    const by = database.get<{ id: string }>(
      `SELECT id FROM changes WHERE repeats = ? AND state NOT IN ('failed', 'cancelled', 'refused')`,
      id,
    );
    const own = database.get<{ repeats: string | null }>('SELECT repeats FROM changes WHERE id = ?', id);
    return { repeatedBy: by?.id ?? null, repeats: own?.repeats ?? null };
  }

  /** A draft that is still here is the one way to send it: two ways would be two sends. */
  function hasDraft({ draftId }: Change): boolean {
    const [id = ''] = (draftId ?? '').split('/');
    const tables = ['drafts', 'opportunity_drafts', 'authorization_drafts', 'offer_set_drafts'];
    return id !== '' && tables.some((table) => database.get(`SELECT 1 FROM ${table} WHERE id = ?`, id) !== undefined);
  }

  function modeOf(change: Change): 'editor' | 'json' | 'unfit' | 'done' {
    if (linkOf(change.id).repeatedBy !== null) return 'done';
    if (hasDraft(change)) return 'editor';
    return payloadOf(change.id) === null ? 'unfit' : 'json';
  }

  function failedOf(id: string): Change {
    const change = changes.get(id);
    if (!FAILED.includes(change.state)) fail('still-running', { params: { name: change.title } });
    return change;
  }

  function check(change: Change, text: string) {
    const sent = payloadOf(change.id)?.request ?? fail('not-supported', { params: { name: change.title } });
    return checkPayload(text, { kind: change.kind, sent, today: new Date(clock.now()).toISOString().slice(0, 10) });
  }

  return {
    async 'history.repeatPlan'({ changeId }) {
      const change = failedOf(changeId);
      const sent = JSON.stringify(payloadOf(changeId)?.request ?? null, null, 2);
      const { awsAccountId } = accounts.getSettings(change.account);
      return { change, mode: modeOf(change), ...linkOf(changeId), awsAccountId, sent, text: editOf(changeId) ?? sent };
    },
    async 'history.repeatCheck'({ changeId, text }) {
      const change = failedOf(changeId);
      database.transaction(() =>
        database.run(
          `INSERT INTO payload_edits (change_id, text, updated_at) VALUES (?, ?, ?)
           ON CONFLICT (change_id) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at`,
          changeId,
          text,
          new Date(clock.now()).toISOString(),
        ),
      );
      return { findings: check(change, text).findings };
    },
    async 'history.repeatSend'({ changeId, text, confirmedAccountId, warningsRead }, { signal }) {
      const change = failedOf(changeId);
      const mode = modeOf(change);
      if (mode === 'done') fail('already-under-way', { params: { changeId, name: change.title } });
      if (mode !== 'json') fail('not-supported', { params: { name: change.title } });
      const { payload, findings } = check(change, text);
      const open = findings.filter(({ severity }) => severity === 'error' || (severity === 'warning' && !warningsRead));
      if (payload === null || open.length > 0) {
        const fields = open.map(({ path, messageKey, params }) => ({ path, messageKey, params }));
        fail('preflight-failed', { params: { count: open.length }, fields });
      }
      const whole = { ...payloadOf(changeId)?.payload, request: payload };
      const begun = await changes.repeat(changeId, whole, { confirmedAccountId, signal });
      database.run('DELETE FROM payload_edits WHERE change_id = ?', changeId);
      return { change: begun };
    },
  };
}
