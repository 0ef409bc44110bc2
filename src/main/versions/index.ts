/** Versions of offers, authorizations, agreements and drafts: kept, listed, compared; templates and offers as files. */
import { compareSides } from '../../shared/domain/version/compare.ts';
import type { VersionedEntity } from '../../shared/domain/version/version.ts';
import type { SideInfo } from '../../shared/contract/versions.ts';
import type { DraftStore } from '../drafts/index.ts';
import type { EventBus } from '../events.ts';
import type { HandlersOf } from '../handlers.ts';
import type { Clock, Logger } from '../ports.ts';
import type { AccountSource, DraftCheck, OfferSource, ProductSource } from '../sources.ts';
import type { Database } from '../storage/database.ts';
import type { EulaFiles } from '../drafts/eula-files.ts';
import { createFiles } from './files.ts';
import { createKeeping, eulaOf } from './keeping.ts';
import { createSides } from './sides.ts';
import type { VersionStore } from './store.ts';
import { createTemplates } from './templates.ts';

export { createVersionStore } from './store.ts';

export interface Versions {
  readonly handlers: HandlersOf<'versions'> & HandlersOf<'templates'> & HandlersOf<'files'>;
  /** Stops listening. */
  close(): void;
}

export interface VersionDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly logger: Logger;
  readonly store: VersionStore;
  readonly drafts: DraftStore;
  readonly products: ProductSource;
  readonly offers: OfferSource;
  readonly accounts: AccountSource;
  readonly eulaFiles: EulaFiles;
  readonly check: DraftCheck;
}

export function createVersions(deps: VersionDependencies): Versions {
  const { database, events, store, drafts } = deps;
  const sides = createSides(deps);
  const keeping = createKeeping(deps);
  const templates = createTemplates(deps);
  const files = createFiles({ ...deps, keeping, sides, templates });

  /** Drafts that change this offer or have made it, or the draft itself, as they stand now. */
  function currentDrafts(account: string, entityType: VersionedEntity, entityId: string): SideInfo[] {
    const rows = database.all<{ id: string; name: string; updated_at: string }>(
      `SELECT id, name, updated_at FROM drafts WHERE account = ?1 AND (
         (?2 = 'Draft' AND id = ?3)
         OR (?2 = 'Offer' AND (json_extract(document, '$.target.offerId') = ?3
           OR id IN (SELECT draft_id FROM changes WHERE account = ?1 AND entity_id = ?3))))
       ORDER BY updated_at DESC LIMIT 20`,
      account,
      entityType,
      entityId,
    );
    return rows.map(({ id, name, updated_at }) => ({
      side: { kind: 'draft', id },
      version: null,
      label: name,
      at: updated_at,
    }));
  }

  return {
    close: keeping.close,
    handlers: {
      ...templates.handlers,
      ...files,
      'versions.list': async ({ account, entityType, entityId }) => ({
        sides: [
          ...currentDrafts(account, entityType, entityId),
          ...store.listRelated(account, entityType, entityId).map(sides.toInfo),
        ],
      }),
      async 'versions.get'({ side }) {
        const { info, document } = sides.find(side);
        return { ...info, document };
      },
      async 'versions.compare'({ before, after }) {
        const [one, other] = [sides.find(before), sides.find(after)];
        return { ...compareSides(sides.compared(one), sides.compared(other)), before: one.info, after: other.info };
      },
      'versions.keepDraft': async ({ draftId, label }) => ({
        version: keeping.keepDraft(draftId, label === null ? { kind: 'saved' } : { kind: 'named', label }),
      }),
      async 'versions.openAsDraft'({ id }) {
        const side = sides.find({ kind: 'version', id });
        const document = sides.toDraft(side);
        const draft = drafts.insert(side.account, document);
        keeping.keep({
          account: side.account,
          entityType: 'Draft',
          entityId: draft.id,
          kind: 'clone-source',
          form: side.form,
          document: side.document,
          at: draft.createdAt,
          label: side.info.label,
          revision: side.info.version?.revision ?? null,
          eulaSha256: eulaOf(document),
        });
        events.emit('drafts.changed', { id: draft.id, account: side.account });
        return { draftId: draft.id };
      },
    },
  };
}
