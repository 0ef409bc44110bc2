/** A document on the screen: edited by actions, saved as it changes, kept in step with other windows. One hook for every kind of draft. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { toAppError } from '../../../components/app-error-view.tsx';
import { createAutosave, type Autosave, type SaveState } from './autosave.ts';

export interface DocumentEditor<D, A> {
  readonly document: D;
  readonly save: SaveState;
  dispatch(action: A): void;
  /** True when everything is on disk. */
  flush(): Promise<boolean>;
  /** The revision on disk; ask after `flush`. */
  revision(): number;
  /** The other window's version takes the place of this one. */
  takeOther(): Promise<void>;
  /** This version goes on; what the other window saved is replaced. */
  keepMine(): Promise<void>;
  /** Another window may have saved: takes its version unless something is typed here. */
  lookForNews(): void;
}

interface Saved<D> {
  readonly revision: number;
  readonly document: D;
}

/** How a kind of draft is read and saved; fixed for the life of the editor. */
export interface DocumentSource<D, A> {
  load(): Promise<Saved<D>>;
  save(document: D, revision: number): Promise<{ readonly revision: number }>;
  reduce(document: D, action: A): D;
}

const browserTimer = {
  set: (callback: () => void, delayMs: number) => window.setTimeout(callback, delayMs),
  clear: (handle: unknown) => window.clearTimeout(handle as number),
};

function createDocumentAutosave<D, A>(source: DocumentSource<D, A>, revision: number, onState: (s: SaveState) => void) {
  return createAutosave<D>({
    revision,
    timer: browserTimer,
    onState,
    save: (document, current) =>
      source.save(document, current).then(
        (record) => ({ ok: true, revision: record.revision }) as const,
        (error: Error) => ({ ok: false, error: toAppError(error) }) as const,
      ),
  });
}

/** Mount one editor for each draft: `loaded` and `source` count at the first call only. */
export function useDocumentEditor<D, A>(loaded: Saved<D>, source: DocumentSource<D, A>): DocumentEditor<D, A> {
  const [from] = useState(source);
  const [document, setDocument] = useState(loaded.document);
  const [save, setSave] = useState<SaveState>({ kind: 'saved' });
  const latest = useRef(loaded.document);
  const [autosave] = useState(() => createDocumentAutosave(from, loaded.revision, setSave));

  const show = useCallback((next: D) => {
    latest.current = next;
    setDocument(next);
  }, []);

  const dispatch = useCallback(
    (action: A) => {
      const next = from.reduce(latest.current, action);
      if (next === latest.current) return;
      show(next);
      autosave.change(next);
    },
    [autosave, from, show],
  );

  useFlushOnLeaving(autosave);

  return {
    document,
    save,
    dispatch,
    flush: autosave.flush,
    revision: () => autosave.revision,
    async takeOther() {
      const found = await from.load();
      autosave.discard();
      autosave.adopt(found.revision);
      show(found.document);
    },
    async keepMine() {
      autosave.adopt((await from.load()).revision);
    },
    lookForNews() {
      if (autosave.isDirty) return;
      // Own saves announce themselves too; only a newer revision than ours comes from elsewhere.
      from.load().then(
        (found) => {
          if (autosave.isDirty || found.revision <= autosave.revision) return;
          autosave.adopt(found.revision);
          show(found.document);
        },
        // A draft removed elsewhere is said by the next save.
        () => {},
      );
    },
  };
}

/** Whatever takes the eyes off the window saves what is left; a window that cannot save asks before it closes. */
function useFlushOnLeaving<D>(autosave: Autosave<D>): void {
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
