/** React's way to the client: queries keyed by method and input, mutations, events. */
import { useMutation, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react';
import type { EventName, EventPayload, MethodInput, MethodName, MethodOutput } from '../../shared/contract/index.ts';
import type { CallError, Client } from './client.ts';
import { callKey, isSameScope } from './query-keys.ts';

const ClientContext = createContext<Client | null>(null);

export function ClientProvider({ client, children }: { client: Client; children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('ClientProvider is missing');
  return client;
}

type CallQueryOptions<M extends MethodName> = Pick<
  UseQueryOptions<MethodOutput<M>, CallError>,
  'enabled' | 'refetchInterval' | 'staleTime'
> & {
  /** Shows the last answer of the same method and the same account (another page, another filter) until the new one is here. */
  readonly keepPrevious?: boolean;
};

/** Reads through the contract. The key holds feature and account, so that events invalidate narrowly and no account sees another's. */
export function useCallQuery<M extends MethodName>(
  method: M,
  input: MethodInput<M>,
  { keepPrevious = false, ...options }: CallQueryOptions<M> = {},
) {
  const client = useClient();
  const queryKey = callKey(method, input);
  return useQuery<MethodOutput<M>, CallError>({
    queryKey,
    queryFn: ({ signal }) => client.call(method, input, signal),
    ...(keepPrevious
      ? {
          placeholderData: (previous, query) => (isSameScope(query?.queryKey, queryKey) ? previous : undefined),
        }
      : {}),
    ...options,
  });
}

export function useCallMutation<M extends MethodName>(method: M) {
  const client = useClient();
  return useMutation<MethodOutput<M>, CallError, MethodInput<M>>({
    mutationFn: (input) => client.call(method, input),
  });
}

/** Calls `listener` for each event while mounted; always the newest listener. */
export function useEvent<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): void {
  const client = useClient();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => client.on(name, (payload) => latest.current(payload)), [client, name]);
}
