/** Says when the host is gone, and brings everything up to date when it is back. */
import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useClient } from '../bridge/hooks.tsx';
import type { ConnectionState } from '../bridge/transport.ts';
import { useTexts } from '../i18n/context.tsx';

export function ConnectionGuard({ children }: { children: ReactNode }) {
  const t = useTexts('common');
  const state = useConnection();
  return (
    <SpaceBetween size="m">
      {state !== 'connected' && (
        <Alert type="error" header={t(`connection.${state}.title`)}>
          {t(`connection.${state}.body`)}
        </Alert>
      )}
      {children}
    </SpaceBetween>
  );
}

function useConnection(): ConnectionState {
  const client = useClient();
  const queries = useQueryClient();
  const [state, setState] = useState<ConnectionState>('connected');
  const previous = useRef<ConnectionState>('connected');
  useEffect(
    () =>
      client.onConnection((next) => {
        // Events were missed meanwhile: whatever is cached may be old.
        if (next === 'connected' && previous.current !== 'connected') void queries.invalidateQueries();
        previous.current = next;
        setState(next);
      }),
    [client, queries],
  );
  return state;
}
