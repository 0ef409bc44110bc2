/** The app around its pages: client, cache, stores, texts, theme, router. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RouterProviderProps } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import type { Client } from '../bridge/client.ts';
import { ClientProvider } from '../bridge/hooks.tsx';
import { followInvalidations } from '../bridge/invalidation.ts';
import { detectLanguage } from '../../shared/domain/language.ts';
import { loadCatalogue, type Catalogue } from '../i18n/catalogue.ts';
import { TextsProvider } from '../i18n/context.tsx';

import { useAppearance } from '../stores/appearance.ts';
import { StoresProvider } from '../stores/context.tsx';
import type { BootResult } from './boot.ts';
import { createQueryClient } from './query-client.ts';
import { useTheme } from './theme.ts';

interface AppProps {
  readonly client: Client;
  readonly boot: BootResult;
  readonly router: RouterProviderProps['router'];
}

export function App({ client, boot, router }: AppProps) {
  const [queries] = useState(createQueryClient);
  useEffect(() => followInvalidations(client, queries), [client, queries]);
  return (
    <QueryClientProvider client={queries}>
      <ClientProvider client={client}>
        <StoresProvider stores={boot.stores}>
          <Localised first={boot.catalogue} timeZone={boot.timeZone}>
            <RouterProvider router={router} />
          </Localised>
        </StoresProvider>
      </ClientProvider>
    </QueryClientProvider>
  );
}

interface LocalisedProps {
  readonly first: Catalogue;
  readonly timeZone: string;
  readonly children: React.ReactNode;
}

/** Follows the language and the theme of the stores. The old language stays until the new one has been loaded. */
function Localised({ first, timeZone, children }: LocalisedProps) {
  const { language, theme } = useAppearance();
  const [catalogue, setCatalogue] = useState(first);
  const wanted = language ?? detectLanguage(navigator.languages);
  useTheme(theme);
  useEffect(() => {
    let current = true;
    void loadCatalogue(wanted).then((loaded) => {
      if (current) setCatalogue(loaded);
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  useEffect(() => {
    document.documentElement.lang = catalogue.language;
  }, [catalogue]);
  return (
    <TextsProvider catalogue={catalogue} timeZone={timeZone}>
      {children}
    </TextsProvider>
  );
}
