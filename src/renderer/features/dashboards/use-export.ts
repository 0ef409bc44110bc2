/** Saves a table that the core writes as a file; a failure is shown above the page. */
import { useState } from 'react';
import type { MethodOutput } from '../../../shared/contract/index.ts';
import { CallError } from '../../bridge/client.ts';
import { useClient } from '../../bridge/hooks.tsx';
import { saveText } from '../../components/save-text.ts';
import { useShowFlash } from '../../stores/flashes.ts';

export interface Exporting {
  readonly isPending: boolean;
  start(): void;
}

export function useExport(read: () => Promise<MethodOutput<'dashboards.csv'>>): Exporting {
  const client = useClient();
  const showFlash = useShowFlash();
  const [isPending, setPending] = useState(false);
  const start = async () => {
    setPending(true);
    try {
      await saveText(client, await read());
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      showFlash({ id: 'dashboard-export', kind: 'error', error: error.data });
    } finally {
      setPending(false);
    }
  };
  return { isPending, start: () => void start() };
}
