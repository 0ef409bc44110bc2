/** Runs the connection test of one account and follows its steps. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConnectionTestStep } from '../../../shared/domain/account/account.ts';
import { CallError } from '../../bridge/client.ts';
import { useClient, useEvent } from '../../bridge/hooks.tsx';
import { pendingSteps, withStep } from './connection-test-steps.ts';

export function useConnectionTest(account: string) {
  const client = useClient();
  const [steps, setSteps] = useState<readonly ConnectionTestStep[]>([]);
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const running = useRef<AbortController | null>(null);

  useEvent('accounts.testProgress', (progress) => {
    if (progress.account === account && running.current) setSteps((known) => withStep(known, progress.step));
  });

  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);

  const start = useCallback(() => {
    running.current?.abort();
    const aborter = new AbortController();
    running.current = aborter;
    setSteps(pendingSteps());
    setFailure(null);
    setRunning(true);
    client
      .call('accounts.test', { account }, aborter.signal)
      .then(
        (result) => {
          if (running.current === aborter) setSteps(result.steps);
        },
        (error: unknown) => {
          const wasStopped = error instanceof CallError && error.data.code === 'cancelled';
          if (running.current === aborter && !wasStopped) setFailure(error as Error);
        },
      )
      .finally(() => {
        if (running.current !== aborter) return;
        running.current = null;
        setRunning(false);
      });
  }, [client, account]);

  return { steps, start, stop, isRunning, failure };
}
