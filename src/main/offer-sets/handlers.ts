/** Offer sets as the contract offers them: the copy, drafts, and sending. */
import type { Changes } from '../changes/index.ts';
import type { HandlersOf } from '../handlers.ts';
import type { DraftStore } from '../drafts/index.ts';
import type { Clock } from '../ports.ts';
import { createSetDraftStore } from './draft-store.ts';
import { createSetDrafts, type SetDraftDependencies } from './drafts.ts';
import type { OfferSets } from './index.ts';
import { createSetPublishing, type SetPublishDependencies } from './publish.ts';

export interface OfferSetHandlerDependencies
  extends Omit<SetDraftDependencies, 'sets' | 'store' | 'change'>, Pick<SetPublishDependencies, 'aws' | 'offers'> {
  readonly clock: Clock;
  readonly offerSets: OfferSets;
  readonly drafts: DraftStore;
  readonly changes: Pick<Changes, 'begin' | 'preview' | 'get' | 'handlers'>;
}

export interface OfferSetHandlers {
  readonly handlers: HandlersOf<'offersets'>;
  /** Stops listening to the journal. */
  close(): void;
}

export function createOfferSetHandlers(deps: OfferSetHandlerDependencies): OfferSetHandlers {
  const { events, offerSets, changes } = deps;
  const store = createSetDraftStore(deps);
  const shared = { ...deps, sets: offerSets.source, store };
  const drafts = createSetDrafts({ ...shared, change: changes.get });
  const publishing = createSetPublishing({
    ...shared,
    check: drafts.check,
    writes: changes,
    abandon: (id) => changes.handlers['changes.abandon']({ id }, { signal: new AbortController().signal }),
  });
  // A process may have ended between AWS's word and what follows from it here.
  store.settle();
  const close = events.subscribe((name, payload) => {
    if (name !== 'changes.changed' || !('offerId' in payload)) return;
    if (payload.entityType !== 'OfferSet' || payload.state !== 'verified') return;
    store.settle();
    events.emit('offersets.changed', { account: payload.account });
  });
  return {
    close,
    handlers: {
      ...offerSets.handlers,
      ...drafts.handlers,
      'offersets.drafts.request': async (input) => ({ json: publishing.preview(input) }),
      'offersets.drafts.publish': async (input, { signal }) => ({ change: await publishing.publish(input, signal) }),
    },
  };
}
