/** Entry of the renderer: opens the bridge, then shows the app. */
import '@cloudscape-design/global-styles/index.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { createClient } from './bridge/client.ts';
import { ClientProvider } from './bridge/hooks.tsx';
import { openTransport } from './bridge/transport.ts';

const client = createClient(await openTransport());
const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: false } },
});

const root = document.getElementById('root');
if (!root) throw new Error('#root is missing');
createRoot(root).render(
  <QueryClientProvider client={queries}>
    <ClientProvider client={client}>
      <App />
    </ClientProvider>
  </QueryClientProvider>,
);
