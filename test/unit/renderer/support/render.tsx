/** Renders a component or pages inside everything they need: client, cache, stores, texts, router. */
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router';
import { createQueryClient } from '../../../../src/renderer/app/query-client.ts';
import { createClient } from '../../../../src/renderer/bridge/client.ts';
import { ClientProvider } from '../../../../src/renderer/bridge/hooks.tsx';
import { followInvalidations } from '../../../../src/renderer/bridge/invalidation.ts';
import { loadCatalogue } from '../../../../src/renderer/i18n/catalogue.ts';
import { TextsProvider } from '../../../../src/renderer/i18n/context.tsx';
import { StoresProvider } from '../../../../src/renderer/stores/context.tsx';
import { createStores } from '../../../../src/renderer/stores/create.ts';
import type { AppInfo, Language, Preferences } from '../../../../src/shared/contract/app.ts';
import { createMemoryTransport, type MemoryHandlers } from './memory-transport.ts';

const TEST_PREFERENCES: Preferences = {
  language: 'en',
  theme: 'light',
  activeAccount: null,
  tables: {},
  urlTemplates: {},
  helpPanelOpen: false,
  syncEveryMinutes: 60,
  listingFees: null,
  awsProductsAddress: 'https://lists.example/products.json',
  callRetentionDays: 90,
  notificationDays: 90,
  lastDraft: null,
};

const TEST_INFO: AppInfo = {
  version: '0.0.0',
  host: 'browser',
  mode: 'practice',
  dataFolder: '/data/practice',
  timeZone: 'UTC',
  now: '2026-11-21T00:00:00Z',
  speed: 1,
  encryption: { available: false, reasonKey: 'common:encryption.browser-host' },
  notices: [],
};

export interface RenderOptions {
  readonly handlers?: MemoryHandlers;
  readonly preferences?: Partial<Preferences>;
  readonly info?: Partial<AppInfo>;
  readonly language?: Language;
  /** Address to start at; the component under test answers to every address. */
  readonly at?: string;
  /** Pages in place of the one component. */
  readonly routes?: RouteObject[];
}

export async function renderInApp(ui: ReactElement | null, options: RenderOptions = {}) {
  let preferences: Preferences = { ...TEST_PREFERENCES, ...options.preferences };
  const transport = createMemoryTransport({
    'app.info': () => ({ ...TEST_INFO, ...options.info }),
    'app.preferences.get': () => preferences,
    'app.preferences.set': (patch) => {
      preferences = { ...preferences, ...(patch as Partial<Preferences>) };
      return preferences;
    },
    'accounts.list': () => ({ accounts: [] }),
    'jobs.list': () => ({ jobs: [] }),
    ...options.handlers,
  });
  const client = createClient(transport);
  const queries = createQueryClient();
  const stores = createStores(preferences, (patch) => void client.call('app.preferences.set', patch));
  followInvalidations(client, queries);
  const router = createMemoryRouter(options.routes ?? [{ path: '*', element: ui }], {
    initialEntries: [options.at ?? '/'],
  });
  const view = render(
    <QueryClientProvider client={queries}>
      <ClientProvider client={client}>
        <StoresProvider stores={stores}>
          <TextsProvider catalogue={await loadCatalogue(options.language ?? 'en')} timeZone="UTC">
            <RouterProvider router={router} />
          </TextsProvider>
        </StoresProvider>
      </ClientProvider>
    </QueryClientProvider>,
  );
  return { ...view, transport, client, stores, router, queries };
}
