/**
 * Sends saved drafts without a click where a person has agreed to it: after a quiet time that the editor shows, as the account and in
 * the catalog that were agreed to, and only what no rule objects to. A process sends what was saved in it; what it leaves behind is
 * asked about. The send itself is the same as after a click: journalled, with the identity confirmed.
 */
import type { ParsedInput } from '../../../shared/contract/index.ts';
import {
  hasUnsentEdits,
  hindrancesOf,
  toHindrance,
  type AutoShareHindrance,
  type AutoShareItem,
} from '../../../shared/domain/opportunity/auto-share.ts';
import { mergeBodies } from '../../../shared/domain/opportunity/merge.ts';
import { isShared } from '../../../shared/domain/opportunity/stage.ts';
import { createAppError, fail, OfferdeckError } from '../../../shared/errors/app-error.ts';
import type { Notice } from '../../../shared/contract/app.ts';
import type { EventBus } from '../../events.ts';
import type { Handlers } from '../../handlers.ts';
import type { Clock, Logger, Notifier } from '../../ports.ts';
import type { AccountSource } from '../../sources.ts';
import type { Database } from '../../storage/database.ts';
import { refuseOtherAccount } from '../../changes/writes.ts';
import type { OpportunityDrafts, StoredOpportunity } from '../drafts/index.ts';
import type { OpportunitySending } from '../sending/index.ts';
import { createAutoShareStore, type Agreed, type Waiting } from './store.ts';

const QUIET_MS = 20_000;
const SHORTEST_QUIET_MS = 3000;
/** Later than that after its time, nobody was there to see it count down: the process has ended, or the machine slept. */
const LATE_MS = 15_000;
/** A send that takes longer than this belongs to a process that is gone. */
const LOST_MS = 600_000;
/** What the system says of any write that failed. */
const FAILED = 'failed';
/** What passes by itself. */
const PASSING: readonly AutoShareHindrance['kind'][] = ['backfill', 'sending'];

type AutoShareMethod = Extract<keyof Handlers, `opportunities.autoShare.${string}`>;

export interface AutoShare {
  readonly handlers: Pick<Handlers, AutoShareMethod>;
  /** Sends what is due. Called periodically. */
  tend(): Promise<void>;
  close(): Promise<void>;
}

export interface AutoShareDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly logger: Logger;
  readonly notifier: Notifier;
  readonly accounts: AccountSource;
  /** Of this process. */
  readonly owner: string;
  readonly drafts: OpportunityDrafts;
  readonly sending: Pick<OpportunitySending, 'send' | 'isRunning'>;
  /** While a backfill of the account runs, nothing is sent without a click. */
  readonly isBackfilling: (account: string) => boolean;
  readonly addNotice: (notice: Notice) => void;
}

export function createAutoShare(deps: AutoShareDependencies): AutoShare {
  const { clock, events, accounts, drafts, sending, owner } = deps;
  const store = createAutoShareStore(deps.database);
  const closing = new AbortController();
  const quietMs = Math.max(SHORTEST_QUIET_MS, QUIET_MS / clock.speed);
  let sent: Promise<unknown> = Promise.resolve();

  const announce = (account: string) => events.emit('opportunities.autoShareChanged', { account });
  const dueAt = () => new Date(clock.realNow() + quietMs).toISOString();

  function arm({ id, account }: { id: string; account: string }, revision: number): void {
    store.put({ draftId: id, account, revision, state: 'waiting', owner, dueAt: dueAt() });
    announce(account);
  }

  const stopListening = drafts.onSaved((record) => {
    if (store.agreed(record.account) === null) return;
    const known = store.find(record.id);
    // "Not now" stays until somebody says otherwise.
    if (known?.state === 'held') store.put({ ...known, revision: record.revision });
    else arm(record, record.revision);
  });

  const stopFollowing = events.subscribe((name, payload) => {
    if (name !== 'changes.changed' || !('automatic' in payload) || payload.automatic !== true) return;
    if (payload.state === 'failed' || payload.state === 'refused') notice(payload.draftId ?? payload.id, payload.title);
  });

  /** In the window until it is read; the system is told where the window is not in front. */
  function notice(draftId: string, title: string): void {
    const [id = draftId] = draftId.split('/');
    const messageKey = 'notices:auto-share-failed';
    deps.addNotice({ id: `auto-share-${id}`, kind: 'error', messageKey, params: { title }, dismissible: true });
  }

  function hindrances(stored: StoredOpportunity, agreed: Agreed): AutoShareHindrance[] {
    const { account, document } = stored;
    const settings = accounts.getSettings(account);
    const held = document.target ? drafts.held(account, document.target.opportunityId) : null;
    const clashes =
      document.target && held?.target
        ? mergeBodies(document.target.base, document, held.target.base).clashes.length
        : 0;
    return [
      ...(settings.awsAccountId === agreed.awsAccountId ? [] : [toHindrance('account')]),
      ...(settings.partnerCentral.catalog === agreed.catalog ? [] : [toHindrance('catalog')]),
      ...hindrancesOf(document, drafts.check(stored)),
      ...(clashes > 0 ? [toHindrance('conflict')] : []),
      ...(deps.isBackfilling(account) ? [toHindrance('backfill')] : []),
      ...(sending.isRunning(stored.id) ? [toHindrance('sending')] : []),
    ];
  }

  function toItem(stored: StoredOpportunity, agreed: Agreed): AutoShareItem | null {
    const { id, account, document, revision, name } = stored;
    const isSending = sending.isRunning(id);
    if (!isSending && !hasUnsentEdits(document)) return null;
    const row = store.find(id);
    const found = hindrances(stored, agreed);
    const state = isSending ? 'sending' : (row?.state ?? 'untouched');
    return {
      draftId: id,
      account,
      awsAccountId: agreed.awsAccountId,
      catalog: agreed.catalog,
      name,
      revision,
      opportunityId: document.target?.opportunityId ?? null,
      share: !isShared(document),
      state,
      dueAt: state === 'waiting' ? (row?.dueAt ?? null) : null,
      hindrances: found.filter(({ kind }) => kind !== 'sending'),
      error: row?.error ?? null,
    };
  }

  async function attempt(row: Waiting): Promise<void> {
    const agreed = store.agreed(row.account);
    const stored = drafts.store.get(row.draftId);
    if (agreed === null || !hasUnsentEdits(stored.document)) {
      store.remove(row.draftId);
      return announce(row.account);
    }
    // What AWS has changed meanwhile was taken over: it is seen for a while before it is sent.
    if (stored.revision !== row.revision) return arm(stored, stored.revision);
    const found = hindrances(stored, agreed);
    if (found.some(({ kind }) => !PASSING.includes(kind))) {
      store.move(row, 'blocked');
      return announce(row.account);
    }
    if (found.length > 0) return arm(stored, stored.revision);
    if (!store.move(row, 'sending')) return;
    announce(row.account);
    try {
      await sending.send(toSend(stored, agreed), closing.signal, true);
      deps.database.run(`DELETE FROM auto_share_drafts WHERE draft_id = ? AND state = 'sending'`, row.draftId);
    } catch (error) {
      failed({ ...row, state: 'sending' }, stored.name, error);
    } finally {
      announce(row.account);
    }
  }

  function failed(row: Waiting, name: string, error: unknown): void {
    if (closing.signal.aborted) {
      store.move(row, 'asked');
      return;
    }
    const data = error instanceof OfferdeckError ? error.data : createAppError('internal');
    deps.logger.warn('a draft could not be sent without a click', { draft: row.draftId, error });
    // Somebody has typed on meanwhile: that is sent in its turn.
    if (!store.move(row, 'failed', data)) return;
    tell(row, name);
  }

  function tell({ draftId, account }: Waiting, name: string): void {
    notice(draftId, name);
    void deps.notifier.notify({
      titleKey: `${FAILED}.title`,
      bodyKey: `${FAILED}.body`,
      params: { title: name },
      target: { kind: 'entity', account, entityType: 'Opportunity', entityId: null },
    });
  }

  /** What its process has left behind, or the machine's sleep: never sent by itself. */
  function askAboutLate(now: number): void {
    for (const row of store.inStates(['waiting', 'sending'])) {
      const late = now - Date.parse(row.dueAt);
      if (late > (row.state === 'waiting' ? LATE_MS : LOST_MS) && store.move(row, 'asked')) announce(row.account);
    }
  }

  async function tend(): Promise<void> {
    const now = clock.realNow();
    askAboutLate(now);
    for (const row of store.inStates(['waiting'])) {
      if (row.owner !== owner || Date.parse(row.dueAt) > now || closing.signal.aborted) continue;
      sent = attempt(row);
      await sent;
    }
  }

  function view(account: string) {
    return { account, agreed: store.agreed(account), quietSeconds: quietMs / 1000 };
  }

  function set({ account, on, confirmedAccountId, catalog }: ParsedInput<'opportunities.autoShare.set'>) {
    const settings = accounts.getSettings(account);
    if (on) {
      refuseOtherAccount(settings, confirmedAccountId, account);
      if (settings.partnerCentral.catalog !== catalog) {
        fail('invalid-input', { fields: [{ path: 'catalog', messageKey: 'errors:field.invalid_value', params: {} }] });
      }
      const since = new Date(clock.now()).toISOString();
      store.agree(account, { catalog, awsAccountId: confirmedAccountId, since });
    } else store.withdraw(account);
    announce(account);
    return view(account);
  }

  function list(account: string | null) {
    const on = store.accounts().filter((key) => account === null || key === account);
    const items = on.flatMap((key) => {
      const agreed = store.agreed(key);
      if (!agreed) return [];
      return drafts.store.list(key).flatMap(({ id }) => toItem(drafts.store.get(id), agreed) ?? []);
    });
    return { on: on.length > 0, items };
  }

  return {
    handlers: {
      async 'opportunities.autoShare.switch'({ account }) {
        accounts.getSettings(account);
        return view(account);
      },
      'opportunities.autoShare.set': async (input) => set(input),
      'opportunities.autoShare.list': async ({ account }) => list(account),
      async 'opportunities.autoShare.get'({ id }) {
        const stored = drafts.store.get(id);
        const agreed = store.agreed(stored.account);
        return { item: agreed ? toItem(stored, agreed) : null };
      },
      async 'opportunities.autoShare.hold'({ id }) {
        const { account, revision } = drafts.store.getRecord(id);
        if (sending.isRunning(id) || store.find(id)?.state === 'sending')
          fail('already-publishing', { params: { name: drafts.store.getRecord(id).name } });
        if (store.agreed(account)) store.put({ draftId: id, account, revision, state: 'held', owner, dueAt: dueAt() });
        announce(account);
        return {};
      },
      async 'opportunities.autoShare.release'({ id, revision }) {
        const record = drafts.store.getRecord(id);
        if (record.revision !== revision) fail('draft-changed', { params: { name: record.name } });
        if (store.agreed(record.account)) arm(record, revision);
        return {};
      },
    },
    tend,
    async close() {
      closing.abort();
      stopListening();
      stopFollowing();
      await sent.catch(() => {});
    },
  };
}

function toSend({ id, revision, document }: StoredOpportunity, { awsAccountId }: Agreed) {
  return {
    id,
    revision,
    share: !isShared(document),
    confirmedAccountId: awsAccountId,
    // A warning is never acknowledged by nobody: with one the draft is not sent.
    acknowledgedWarnings: [],
  };
}
