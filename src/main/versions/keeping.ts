/** Keeps versions as things happen: drafts while they are worked on and when they are sent, offers when a write has led to them. */
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import type { Version } from '../../shared/domain/version/version.ts';
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import type { DraftStore } from '../drafts/index.ts';
import type { EventBus, EventListener } from '../events.ts';
import type { Clock, Logger } from '../ports.ts';
import type { NewVersion } from '../sources.ts';
import type { VersionStore } from './store.ts';

/** A draft is saved with each key pressed; a state this long after the last kept one is kept as well. */
const KEEP_EVERY_MS = 10 * 60_000;
/** How many states a draft keeps by itself; named and sent ones are not counted. */
const KEPT_BY_ITSELF = 50;

export interface Keeping {
  /** Announces what it kept; null where nothing is new. */
  keep(version: NewVersion): Version | null;
  /** The draft as it stands now. */
  keepDraft(draftId: string, as: Pick<NewVersion, 'kind' | 'label' | 'changeId'>): Version | null;
  close(): void;
}

export interface KeepingDependencies {
  readonly store: VersionStore;
  readonly drafts: Pick<DraftStore, 'get' | 'getRecord'>;
  readonly events: EventBus;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function createKeeping({ store, drafts, events, clock, logger }: KeepingDependencies): Keeping {
  function keep(version: NewVersion): Version | null {
    const kept = store.keep(version);
    if (kept) {
      const { account, entityType, entityId } = kept;
      events.emit('versions.changed', { account, entityType, entityId });
    }
    return kept;
  }

  function keepDraft(draftId: string, as: Pick<NewVersion, 'kind' | 'label' | 'changeId'>): Version | null {
    const { account, revision, document } = drafts.get(draftId);
    const kept = keep({
      account,
      entityType: 'Draft',
      entityId: draftId,
      form: 'offer-draft',
      document,
      at: new Date(clock.realNow()).toISOString(),
      revision: String(revision),
      eulaSha256: eulaOf(document),
      ...as,
      label: as.label ?? document.name,
    });
    if (as.kind === 'saved') store.thin(draftId, KEPT_BY_ITSELF);
    return kept;
  }

  function followDraft(draftId: string): void {
    if (!exists(draftId)) {
      store.forgetDraft(draftId);
      return;
    }
    const newest = store.newestAt('Draft', draftId);
    if (newest === null || clock.realNow() - Date.parse(newest) >= KEEP_EVERY_MS) keepDraft(draftId, { kind: 'saved' });
  }

  function exists(draftId: string): boolean {
    try {
      drafts.getRecord(draftId);
      return true;
    } catch (error) {
      if (error instanceof OfferdeckError && error.data.code === 'not-found') return false;
      throw error;
    }
  }

  const follow: EventListener = (name, payload) => {
    if (name === 'drafts.changed' && 'id' in payload) followDraft(String(payload.id));
    if (name !== 'changes.changed' || !('awsStatus' in payload)) return;
    const { id, account, draftId, offerId, state } = payload;
    if (state === 'intended' && draftId !== null && exists(draftId)) {
      keepDraft(draftId, { kind: 'published', changeId: id });
    }
    if (state === 'verified' && offerId !== null) store.attribute(account, 'Offer', offerId, id);
  };

  const close = events.subscribe((name, payload) => {
    try {
      follow(name, payload);
    } catch (error) {
      // The save or the write itself has happened; a copy less must not make it look failed.
      logger.warn('could not keep a version', { event: name, error });
    }
  });

  return { keep, keepDraft, close };
}

/** The file that a version must not lose. */
export function eulaOf({ eula }: OfferDraft): string | null {
  return eula.kind === 'custom' ? (eula.file?.sha256 ?? null) : null;
}
