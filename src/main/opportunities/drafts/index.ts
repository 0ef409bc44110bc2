/** Drafts of opportunities: saved as typed, begun from nothing, from an opportunity of AWS, or as its clone. */
import { cloneOpportunity } from '../../../shared/domain/opportunity/clone.ts';
import type { Catalog } from '../../../shared/domain/opportunity/compile.ts';
import { createOpportunityDraft, type OpportunityDraft } from '../../../shared/domain/opportunity/draft.ts';
import { findDuplicates, type KnownOpportunity } from '../../../shared/domain/opportunity/duplicates.ts';
import type { OpportunityFinding } from '../../../shared/domain/opportunity/finding.ts';
import { lintOpportunity } from '../../../shared/domain/opportunity/lint/index.ts';
import { mergeBodies, rebase } from '../../../shared/domain/opportunity/merge.ts';
import { parseOpportunity } from '../../../shared/domain/opportunity/parse.ts';
import type { DraftRecord } from '../../../shared/contract/drafts.ts';
import { fail } from '../../../shared/errors/app-error.ts';
import { createDocumentStore, type DocumentStore } from '../../drafts/document-store.ts';
import type { EventBus } from '../../events.ts';
import type { Handlers } from '../../handlers.ts';
import type { Clock } from '../../ports.ts';
import type { AccountSource } from '../../sources.ts';
import type { Database } from '../../storage/database.ts';
import type { WantedCustomer } from '../known.ts';
import { readOpportunityDraft } from './draft-versions.ts';
import { withStates } from './states.ts';

type DraftMethod =
  | 'opportunities.drafts.list'
  | 'opportunities.drafts.create'
  | 'opportunities.drafts.get'
  | 'opportunities.drafts.save'
  | 'opportunities.drafts.remove'
  | 'opportunities.drafts.check'
  | 'opportunities.drafts.newest';

/** What drafts ask of the copy of opportunities. */
export interface OpportunitySource {
  /** Reads the record and AWS's summary of it from AWS. */
  read(account: string, id: string, signal: AbortSignal): Promise<{ document: unknown; summary: unknown }>;
  /** The record and summary of this machine's copy; null where it was never read. */
  find(account: string, id: string): { document: unknown; summary: unknown } | null;
  /** Opportunities of the account's copy with a customer like this one. */
  known(account: string, customer: WantedCustomer): readonly KnownOpportunity[];
}

export interface OpportunityDraftDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly accounts: AccountSource;
  readonly opportunities: OpportunitySource;
}

export type StoredOpportunity = DraftRecord & { document: OpportunityDraft };

export interface OpportunityDrafts {
  readonly handlers: Pick<Handlers, DraftMethod>;
  readonly store: DocumentStore<OpportunityDraft>;
  check(stored: StoredOpportunity): OpportunityFinding[];
  catalogOf(account: string): Catalog;
  /** Reads what AWS holds as a draft of its own. */
  read(account: string, id: string, signal: AbortSignal): Promise<OpportunityDraft>;
  /** The same as this machine read it last; null where it never did. */
  held(account: string, id: string): OpportunityDraft | null;
  /** The draft that changes an opportunity of AWS, where one is open. */
  findOpen(account: string, opportunityId: string): StoredOpportunity | null;
  changed(draft: { readonly id: string; readonly account: string }): void;
  /** Told of each save by a person; answers how to stop listening. */
  onSaved(listener: (record: DraftRecord) => void): () => void;
  close(): void;
}

export function createOpportunityDrafts(deps: OpportunityDraftDependencies): OpportunityDrafts {
  const { database, clock, events, accounts, opportunities } = deps;
  const store = createDocumentStore<OpportunityDraft>(deps, {
    table: 'opportunity_drafts',
    // One write for each step: `<draft>/<step>`.
    madeFrom: `changes.draft_id >= opportunity_drafts.id || '/' AND changes.draft_id < opportunity_drafts.id || '0'`,
    upgrade: readOpportunityDraft,
  });
  const today = () => new Date(clock.now()).toISOString().slice(0, 10);
  const catalogOf = (account: string) => accounts.getSettings(account).partnerCentral.catalog;
  const changed = ({ id, account }: { id: string; account: string }) =>
    events.emit('opportunities.draftsChanged', { id, account });
  const withCatalog = (stored: StoredOpportunity) => ({ ...stored, catalog: catalogOf(stored.account) });

  async function read(account: string, id: string, signal: AbortSignal): Promise<OpportunityDraft> {
    const { document, summary } = await opportunities.read(account, id, signal);
    return parseOpportunity(document, readSummaryFacts(summary));
  }

  function held(account: string, id: string): OpportunityDraft | null {
    const found = opportunities.find(account, id);
    return found ? parseOpportunity(found.document, readSummaryFacts(found.summary)) : null;
  }

  function findOpen(account: string, opportunityId: string): StoredOpportunity | null {
    const row = database.get<{ id: string }>(
      'SELECT id FROM opportunity_drafts WHERE account = ? AND target_id = ? ORDER BY updated_at DESC LIMIT 1',
      account,
      opportunityId,
    );
    return row ? store.get(row.id) : null;
  }

  /** One draft for each opportunity: a second one would only get in its way. What AWS changed meanwhile is taken over where nothing clashes. */
  function goOn(open: StoredOpportunity, newest: OpportunityDraft): StoredOpportunity {
    const { target } = newest;
    if (!target || !open.document.target) return open;
    // A copy may be older than what the draft was read from.
    if (Date.parse(target.lastModifiedDate) <= Date.parse(open.document.target.lastModifiedDate)) return open;
    if (mergeBodies(open.document.target.base, open.document, target.base).clashes.length > 0) return open;
    const document = rebase(open.document, target, {});
    return { ...store.save(open.id, open.revision, document), document };
  }

  /** Brings drafts of an account in step with its copy, where nothing typed clashes. */
  function follow(account: string): void {
    const rows = database.all<{ id: string; target_id: string }>(
      'SELECT id, target_id FROM opportunity_drafts WHERE account = ? AND target_id IS NOT NULL',
      account,
    );
    for (const row of rows) {
      const newest = held(account, row.target_id);
      if (!newest) continue;
      const open = store.get(row.id);
      if (goOn(open, newest) !== open) changed(open);
    }
  }

  async function start(account: string, fromId: string | null, clone: boolean, signal: AbortSignal) {
    accounts.getSettings(account);
    if (fromId === null) return store.insert(account, createOpportunityDraft());
    const held = await read(account, fromId, signal);
    if (clone) return store.insert(account, cloneOpportunity(held, today()));
    const open = findOpen(account, fromId);
    return open ? goOn(open, held) : store.insert(account, held);
  }

  /** The draft with an offer of the account beside it; AWS's own rules tell where that is one too many. */
  function beside(stored: StoredOpportunity, offer: { id: string; name: string } | null): StoredOpportunity {
    if (offer === null) return stored;
    const { awsAccountId } = accounts.getSettings(stored.account);
    const id = `arn:aws:aws-marketplace:us-east-1:${awsAccountId}:AWSMarketplace/Offer/${offer.id}`;
    const { associations } = stored.document;
    if (associations.some((entry) => entry.id === id)) return stored;
    const added = { type: 'AwsMarketplaceOffers' as const, id, name: offer.name };
    const document = { ...stored.document, associations: [...associations, added] };
    return { ...store.save(stored.id, stored.revision, document), document };
  }

  function check({ account, document }: StoredOpportunity): OpportunityFinding[] {
    const { customer, project, lifeCycle } = document;
    const { companyName, websiteUrl } = customer.account;
    const wanted = {
      companyName,
      websiteUrl,
      useCase: project.customerUseCase,
      targetCloseDate: lifeCycle.targetCloseDate,
      title: project.title,
    };
    const duplicates = document.target ? [] : findDuplicates(wanted, opportunities.known(account, wanted));
    return lintOpportunity(document, { today: today(), duplicates });
  }

  const savedListeners = new Set<(record: DraftRecord) => void>();

  const stopListening = events.subscribe((name, payload) => {
    if (name !== 'opportunities.changed' || !('account' in payload) || payload.account === null) return;
    follow(payload.account);
  });

  return {
    store,
    check,
    catalogOf,
    read,
    held,
    findOpen,
    changed,
    onSaved(listener) {
      savedListeners.add(listener);
      return () => void savedListeners.delete(listener);
    },
    close: stopListening,
    handlers: {
      'opportunities.drafts.list': async ({ account }) => ({ drafts: withStates(database, store.list(account)) }),
      async 'opportunities.drafts.create'({ account, fromOpportunityId, clone, offer }, { signal }) {
        const stored = beside(await start(account, fromOpportunityId, clone, signal), offer);
        changed(stored);
        return withCatalog(stored);
      },
      'opportunities.drafts.get': async ({ id }) => withCatalog(store.get(id)),
      async 'opportunities.drafts.save'({ id, revision, document }) {
        const record = store.save(id, revision, document);
        for (const listener of savedListeners) listener(record);
        changed(record);
        return record;
      },
      async 'opportunities.drafts.remove'({ id }) {
        const { account, name } = store.getRecord(id);
        database.transaction(() => {
          const live = database.get(
            `SELECT 1 FROM changes WHERE draft_id >= ?1 || '/' AND draft_id < ?1 || '0'
             AND state IN ('intended', 'eula-uploaded', 'sending', 'sent')
             AND NOT (paused = 1 AND state IN ('intended', 'eula-uploaded'))`,
            id,
          );
          if (live) fail('already-publishing', { params: { name: name || id } });
          database.run('DELETE FROM opportunity_sends WHERE draft_id = ?', id);
          store.remove(id);
        });
        changed({ id, account });
        return {};
      },
      'opportunities.drafts.check': async ({ id }) => ({ findings: check(store.get(id)) }),
      async 'opportunities.drafts.newest'({ id }, { signal }) {
        const { account, name, document } = store.get(id);
        const opportunityId = document.target?.opportunityId ?? fail('not-found', { params: { name } });
        const { target } = await read(account, opportunityId, signal);
        return { target: target ?? fail('malformed-answer', { params: { field: 'Id' } }) };
      },
    },
  };
}

function readSummaryFacts(summary: unknown) {
  if (typeof summary !== 'object' || summary === null) return null;
  const { Origin, InvolvementType, Visibility } = summary as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return { origin: text(Origin), involvement: text(InvolvementType), visibility: text(Visibility) };
}

/**
 * The partner's own name for an opportunity that has none: AWS has been seen to keep drafts without one from being submitted, and by it
 * an opportunity is found again whose creation went unanswered.
 */
export function withPartnerId(id: string, draft: OpportunityDraft): OpportunityDraft {
  if (draft.target || draft.partnerOpportunityIdentifier.trim() !== '') return draft;
  return { ...draft, partnerOpportunityIdentifier: id };
}
