/** Reads a draft once; the editor owns it from then on. */
import { useEffect, useState } from 'react';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import { useClient } from '../../../bridge/hooks.tsx';

export type LoadedDraft = MethodOutput<'drafts.get'>;

export type DraftLoading =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: Error; retry(): void }
  | { readonly state: 'loaded'; readonly draft: LoadedDraft };

export function useLoadedDraft(id: string): DraftLoading {
  const client = useClient();
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<{ id: string; result: LoadedDraft | Error } | null>(null);
  useEffect(() => {
    const aborter = new AbortController();
    client.call('drafts.get', { id }, aborter.signal).then(
      (result) => setFound({ id, result }),
      (error: Error) => {
        if (!aborter.signal.aborted) setFound({ id, result: error });
      },
    );
    return () => aborter.abort();
  }, [client, id, attempt]);
  if (found?.id !== id) return { state: 'loading' };
  const { result } = found;
  if (!(result instanceof Error)) return { state: 'loaded', draft: result };
  return {
    state: 'failed',
    error: result,
    retry() {
      setFound(null);
      setAttempt(attempt + 1);
    },
  };
}
