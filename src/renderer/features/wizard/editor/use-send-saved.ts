/** Sends the reviewed draft: saved first, then handed to the journal by the request that is given; a failure is kept for the dialog. */
import { useState } from 'react';
import { useEditor } from './context.ts';

export function useSendSaved(send: (acknowledgedWarnings: string[]) => Promise<void>) {
  const { flush } = useEditor();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<Error | null>(null);

  async function publish(acknowledgedWarnings: readonly string[]): Promise<void> {
    setPending(true);
    setError(null);
    try {
      // What is not on disk cannot be sent; the save status says why it is not.
      if (!(await flush())) return;
      await send([...new Set(acknowledgedWarnings)]);
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setPending(false);
    }
  }

  return { isPending, error, send: (acknowledgedWarnings: readonly string[]) => void publish(acknowledgedWarnings) };
}
