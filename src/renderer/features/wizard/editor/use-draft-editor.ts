/** The draft on the screen: edited by actions, saved as it changes, kept in step with other windows. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OfferDraft } from '../../../../shared/domain/offer/draft.ts';
import type { DraftAction } from '../../../../shared/domain/offer/wizard/actions.ts';
import { reduceDraft } from '../../../../shared/domain/offer/wizard/reducer.ts';
import type { Client } from '../../../bridge/client.ts';
import { useClient, useEvent } from '../../../bridge/hooks.tsx';
import { toAppError } from '../../../components/app-error-view.tsx';
import { createAutosave, type Autosave, type SaveState } from './autosave.ts';
import type { LoadedDraft } from './use-loaded-draft.ts';

export interface DraftEditor {
  readonly document: OfferDraft;
  readonly save: SaveState;
  dispatch(action: DraftAction): void;
  /** True when everything is on disk. */
  flush(): Promise<boolean>;
  /** The revision on disk; ask after `flush`. */
  revision(): number;
  /** The other window's version takes the place of this one. */
  takeOther(): Promise<void>;
  /** This version goes on; what the other window saved is replaced. */
  keepMine(): Promise<void>;
}

const browserTimer = {
  set: (callback: () => void, delayMs: number) => window.setTimeout(callback, delayMs),
  clear: (handle: unknown) => window.clearTimeout(handle as number),
};

function createDraftAutosave(client: Client, draft: LoadedDraft, onState: (state: SaveState) => void) {
  return createAutosave<OfferDraft>({
    revision: draft.revision,
    timer: browserTimer,
    onState,
    save: (document, revision) =>
      client.call('drafts.save', { id: draft.id, revision, document }).then(
        (record) => ({ ok: true, revision: record.revision }) as const,
        (error: Error) => ({ ok: false, error: toAppError(error) }) as const,
      ),
  });
}

/** Mount one editor for each draft: `loaded` counts at the first call only. */
export function useDraftEditor(loaded: LoadedDraft): DraftEditor {
  const client = useClient();
  const [document, setDocument] = useState(loaded.document);
  const [save, setSave] = useState<SaveState>({ kind: 'saved' });
  const latest = useRef(loaded.document);
  const [autosave] = useState(() => createDraftAutosave(client, loaded, setSave));

  const show = useCallback((next: OfferDraft) => {
    latest.current = next;
    setDocument(next);
  }, []);

  const dispatch = useCallback(
    (action: DraftAction) => {
      const next = reduceDraft(latest.current, action);
      if (next === latest.current) return;
      show(next);
      autosave.change(next);
    },
    [autosave, show],
  );

  useFlushOnLeaving(autosave);

  useEvent('drafts.changed', ({ id }) => {
    if (id !== loaded.id || autosave.isDirty) return;
    // Own saves announce themselves too; only a newer revision than ours comes from elsewhere.
    client.call('drafts.get', { id }).then(
      (found) => {
        if (autosave.isDirty || found.revision <= autosave.revision) return;
        autosave.adopt(found.revision);
        show(found.document);
      },
      // A draft removed elsewhere is said by the next save.
      () => {},
    );
  });

  return {
    document,
    save,
    dispatch,
    flush: autosave.flush,
    revision: () => autosave.revision,
    async takeOther() {
      const found = await client.call('drafts.get', { id: loaded.id });
      autosave.discard();
      autosave.adopt(found.revision);
      show(found.document);
    },
    async keepMine() {
      const found = await client.call('drafts.get', { id: loaded.id });
      autosave.adopt(found.revision);
    },
  };
}

/** Whatever takes the eyes off the window saves what is left; a window that cannot save asks before it closes. */
function useFlushOnLeaving(autosave: Autosave<OfferDraft>): void {
  useEffect(() => {
    const flush = () => void autosave.flush();
    const ask = (event: BeforeUnloadEvent) => {
      if (!autosave.isDirty) return;
      flush();
      event.preventDefault();
    };
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('beforeunload', ask);
      flush();
    };
  }, [autosave]);
}
