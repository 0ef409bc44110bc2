/** Entry of the renderer: opens the bridge, asks the core for what the first screen needs, shows the app. */
import '@cloudscape-design/global-styles/index.css';
import './app/frame.css';
import { createRoot } from 'react-dom/client';
import { createHashRouter } from 'react-router';
import { App } from './app/app.tsx';
import { BootFailed } from './app/boot-failed.tsx';
import { boot } from './app/boot.ts';
import { routes } from './app/routes.tsx';
import { createClient } from './bridge/client.ts';
import { openTransport } from './bridge/transport.ts';
import { toAppError } from './components/app-error-view.tsx';
import { detectLanguage } from '../shared/domain/language.ts';
import { loadCatalogue } from './i18n/catalogue.ts';
import { TextsProvider } from './i18n/context.tsx';

const element = document.getElementById('root');
if (!element) throw new Error('#root is missing');
const root = createRoot(element);

try {
  const client = createClient(await openTransport());
  const result = await boot(client, navigator.languages);
  root.render(<App client={client} boot={result} router={createHashRouter(routes)} />);
} catch (error) {
  const catalogue = await loadCatalogue(detectLanguage(navigator.languages));
  root.render(
    <TextsProvider catalogue={catalogue} timeZone="UTC">
      <BootFailed error={toAppError(error as Error)} />
    </TextsProvider>,
  );
}
