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
  /** What is typed here and what the core has saved meanwhile, in one; null where a person must choose. */
  merge?(mine: D, saved: D, other: D): D | null;
}

const browserTimer = {
  set: (callback: () => void, delayMs: number) => window.setTimeout(callback, delayMs),
  clear: (handle: unknown) => window.clearTimeout(handle as number),
};

/** Another version was saved in between, and both are one now. */
type MergeListener<D> = (merged: D, mine: D, other: D) => void;

function createDocumentAutosave<D, A>(
  source: DocumentSource<D, A>,
  loaded: Saved<D>,
  onState: (state: SaveState) => void,
) {
  let saved = loaded.document;
  let tell: MergeListener<D> = () => {};

  async function write(document: D, revision: number): Promise<number> {
    const record = await source.save(document, revision);
    saved = document;
    return record.revision;
  }

  async function writeMerged(document: D, error: Error): Promise<number> {
    if (toAppError(error).code !== 'conflict' || !source.merge) throw error;
    const found = await source.load();
    const merged = source.merge(document, saved, found.document);
    if (merged === null) throw error;
    const revision = await write(merged, found.revision);
    tell(merged, document, found.document);
    return revision;
  }

  const autosave = createAutosave<D>({
    revision: loaded.revision,
    timer: browserTimer,
    onState,
    save: (document, current) =>
      write(document, current)
        .catch((error: Error) => writeMerged(document, error))
        .then(
          (revision) => ({ ok: true, revision }) as const,
          (error: Error) => ({ ok: false, error: toAppError(error) }) as const,
        ),
  });
  return {
    autosave,
    listen(listener: MergeListener<D>) {
      tell = listener;
    },
    /** The version of another window counts as saved here. */
    adopt({ revision, document }: Saved<D>) {
      saved = document;
      autosave.adopt(revision);
    },
  };
}

/** Mount one editor for each draft: `loaded` and `source` count at the first call only. */
export function useDocumentEditor<D, A>(loaded: Saved<D>, source: DocumentSource<D, A>): DocumentEditor<D, A> {
  const [from] = useState(source);
  const [document, setDocument] = useState(loaded.document);
  const [save, setSave] = useState<SaveState>({ kind: 'saved' });
  const latest = useRef(loaded.document);
  const show = useCallback((next: D) => {
    latest.current = next;
    setDocument(next);
  }, []);
  const [{ autosave, adopt, listen }] = useState(() => createDocumentAutosave(from, loaded, setSave));

  useEffect(() => {
    listen((merged, mine, other) => {
      if (latest.current === mine) return show(merged);
      // Typed on while it was saved; what the core has put down is never taken back.
      const typed = latest.current;
      const next = from.merge?.(typed, mine, other) ?? from.merge?.(typed, typed, other) ?? merged;
      show(next);
      autosave.change(next);
    });
  }, [autosave, from, listen, show]);

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
      adopt(found);
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
          adopt(found);
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
