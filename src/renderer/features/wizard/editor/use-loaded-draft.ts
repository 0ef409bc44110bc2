/** Reads a draft once, and where it was left; the editor owns it from then on. */
import { useEffect, useState } from 'react';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import { wizardStepSchema, type WizardStep } from '../../../../shared/domain/offer/finding.ts';
import type { Client } from '../../../bridge/client.ts';
import { useClient } from '../../../bridge/hooks.tsx';

export type LoadedDraft = MethodOutput<'drafts.get'> & {
  /** null when another draft was worked on last. */
  readonly lastStep: WizardStep | null;
};

export type DraftLoading =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: Error; retry(): void }
  | { readonly state: 'loaded'; readonly draft: LoadedDraft };

async function load(client: Client, id: string, signal: AbortSignal): Promise<LoadedDraft> {
  const [draft, { lastDraft }] = await Promise.all([
    client.call('drafts.get', { id }, signal),
    client.call('app.preferences.get', {}, signal),
  ]);
  const lastStep = wizardStepSchema.safeParse(lastDraft?.step);
  return { ...draft, lastStep: lastDraft?.id === id && lastStep.success ? lastStep.data : null };
}

export function useLoadedDraft(id: string): DraftLoading {
  const client = useClient();
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<{ id: string; result: LoadedDraft | Error } | null>(null);
  useEffect(() => {
    const aborter = new AbortController();
    load(client, id, aborter.signal).then(
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
