/** Drafts of authorizations: saved as typed, with the documents a person attached or that were fetched from AWS. */
import { createAuthorizationDraft, type AuthorizationDraft } from '../../shared/domain/authorization/draft.ts';
import { heldDocuments, type HeldDocument } from '../../shared/domain/authorization/entity.ts';
import { asNewAuthorization, parseAuthorization } from '../../shared/domain/authorization/parse.ts';
import { preflightAuthorization } from '../../shared/domain/authorization/preflight/index.ts';
import { reduceAuthorization } from '../../shared/domain/authorization/wizard/reducer.ts';
import { prefillDraft } from '../../shared/domain/offer/prefill.ts';
import type { Product } from '../../shared/domain/product/product.ts';
import { fail, OfferdeckError } from '../../shared/errors/app-error.ts';
import type { AwsAccess } from '../aws/access.ts';
import { createDocumentStore, type DocumentStore } from '../drafts/document-store.ts';
import type { EulaFiles } from '../drafts/eula-files.ts';
import { fetchHeldFile } from '../entities/held-file.ts';
import { maskSignedAddresses } from '../entities/signed-address.ts';
import type { EventBus } from '../events.ts';
import type { Handlers } from '../handlers.ts';
import type { Clock } from '../ports.ts';
import type { AccountSource, ProductSource } from '../sources.ts';
import type { Database } from '../storage/database.ts';
import { readAuthorizationDraft } from './draft-versions.ts';
import type { AuthorizationSource } from './index.ts';

type DraftMethod =
  | 'authorizations.drafts.list'
  | 'authorizations.drafts.create'
  | 'authorizations.drafts.get'
  | 'authorizations.drafts.save'
  | 'authorizations.drafts.remove'
  | 'authorizations.drafts.preflight'
  | 'authorizations.drafts.attach';

export type AuthorizationCheck = (
  draft: AuthorizationDraft,
  product: Product | null,
  about: { readonly account: string; readonly held: AuthorizationDraft | null },
) => ReturnType<typeof preflightAuthorization>;

export interface AuthorizationDrafts {
  readonly handlers: Pick<Handlers, DraftMethod>;
  readonly store: DocumentStore<AuthorizationDraft>;
  readonly check: AuthorizationCheck;
}

export interface AuthorizationDraftDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly accounts: AccountSource;
  readonly products: ProductSource;
  readonly authorizations: AuthorizationSource;
  readonly eulaFiles: Pick<EulaFiles, 'add' | 'dropUnused'>;
  readonly aws: Pick<AwsAccess, 'download'>;
}

type HeldKind = HeldDocument['kind'];

export function createAuthorizationDrafts(deps: AuthorizationDraftDependencies): AuthorizationDrafts {
  const { database, clock, events, accounts, products, authorizations, eulaFiles } = deps;
  const store = createDocumentStore<AuthorizationDraft>(deps, {
    table: 'authorization_drafts',
    // One write for each partner: `<draft>/<partner>`.
    madeFrom: `changes.draft_id >= authorization_drafts.id || '/' AND changes.draft_id < authorization_drafts.id || '0'`,
    upgrade: readAuthorizationDraft,
  });
  const today = () => new Date(clock.now()).toISOString().slice(0, 10);
  const changed = (draft: { id: string; account: string }) =>
    events.emit('authorizations.drafts.changed', { id: draft.id, account: draft.account });

  const check: AuthorizationCheck = (draft, product, { account, held }) => {
    const { awsAccountId, eulaBucket } = accounts.getSettings(account);
    return preflightAuthorization(draft, product, {
      today: today(),
      sellerAccountId: awsAccountId,
      eulaBucketConfigured: eulaBucket !== null,
      held,
    });
  };

  async function start(account: string, productId: string | null): Promise<AuthorizationDraft> {
    accounts.getSettings(account);
    if (productId === null) return createAuthorizationDraft();
    const product = await products.get(account, productId);
    const start = prefillDraft({ product, today: today(), sellerAccountId: null });
    return reduceAuthorization(createAuthorizationDraft(), { type: 'product.choose', product, start });
  }

  /** One that stands as a draft at AWS is gone on with; any other is the pattern for a new one, documents and all. */
  async function startFrom(account: string, id: string, replace: boolean, signal: AbortSignal) {
    accounts.getSettings(account);
    const entity = await authorizations.read(account, id, signal);
    const productId = (entity.document as { ProductId?: unknown } | null)?.ProductId;
    const product = typeof productId === 'string' ? products.find(account, productId) : null;
    // A draft lies readable on this machine: a term that we do not know may hold a signed address.
    const parsed = parseAuthorization(maskSignedAddresses(entity.document), entity, product);
    const draft = parsed.target ? parsed : asNewAuthorization(parsed);
    const missing: HeldKind[] = [];
    let carried: AuthorizationDraft = {
      ...draft,
      replaces: replace ? { authorizationId: id, name: draft.name } : null,
    };
    for (const held of heldDocuments(entity.document)) {
      const file = await carryAlong(account, held, id, signal);
      if (file) carried = withFile(carried, held.kind, file);
      else missing.push(held.kind);
    }
    return { draft: carried, missing };
  }

  /** null where it cannot be had: then the person attaches it, instead of having nothing at all. */
  async function carryAlong(account: string, { kind, url }: HeldDocument, id: string, signal: AbortSignal) {
    try {
      const bytes = await fetchHeldFile(deps.aws, { account, url, signal });
      return { ...eulaFiles.add(Buffer.from(bytes).toString('base64')), name: `${id}-${kind}.pdf` };
    } catch (error) {
      if (signal.aborted || !(error instanceof OfferdeckError)) throw error;
      return null;
    }
  }

  return {
    store,
    check,
    handlers: {
      'authorizations.drafts.list': async ({ account }) => ({ drafts: store.list(account) }),
      async 'authorizations.drafts.create'({ account, productId, fromAuthorizationId, replace }, { signal }) {
        const { draft, missing } =
          fromAuthorizationId === null
            ? { draft: await start(account, productId), missing: [] }
            : await startFrom(account, fromAuthorizationId, replace, signal);
        const stored = store.insert(account, draft);
        changed(stored);
        return { draft: stored, missingDocuments: missing };
      },
      'authorizations.drafts.get': async ({ id }) => store.get(id),
      async 'authorizations.drafts.save'({ id, revision, document }) {
        const record = store.save(id, revision, document);
        changed(record);
        return record;
      },
      async 'authorizations.drafts.remove'({ id }) {
        const { account } = store.getRecord(id);
        database.transaction(() => {
          const live = database.get(
            `SELECT 1 FROM changes WHERE draft_id >= ?1 || '/' AND draft_id < ?1 || '0'
             AND state IN ('intended', 'eula-uploaded', 'sending', 'sent')
             AND NOT (paused = 1 AND state IN ('intended', 'eula-uploaded'))`,
            id,
          );
          if (live) fail('already-publishing', { params: { name: id } });
          store.remove(id);
        });
        eulaFiles.dropUnused();
        changed({ id, account });
        return {};
      },
      async 'authorizations.drafts.preflight'({ id }) {
        const { account, document } = store.get(id);
        const product = document.product ? products.find(account, document.product.id) : null;
        const entity = document.target ? authorizations.find(account, document.target.authorizationId) : null;
        const held = entity && parseAuthorization(entity.document, entity, product);
        return { findings: check(document, product, { account, held }) };
      },
      async 'authorizations.drafts.attach'({ id, name, base64 }) {
        store.getRecord(id);
        return { ...eulaFiles.add(base64), name };
      },
    },
  };
}

function withFile(
  draft: AuthorizationDraft,
  kind: HeldKind,
  file: { sha256: string; name: string; sizeBytes: number },
): AuthorizationDraft {
  return kind === 'eula'
    ? { ...draft, eula: { kind: 'custom', file } }
    : { ...draft, resellerContract: { kind: 'custom', file } };
}
