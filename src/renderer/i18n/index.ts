/** Our texts: one JSON file per language and topic. The Cloudscape kit brings its own. */
import i18next, { type i18n } from 'i18next';
import type { Language } from '../../shared/contract/app.ts';

const files = import.meta.glob<{ default: Record<string, unknown> }>('./*/*.json', { eager: true });

function loadResources(): Record<string, Record<string, Record<string, unknown>>> {
  const resources: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [path, module] of Object.entries(files)) {
    const [, language, topic] = /^\.\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
    if (language && topic) (resources[language] ??= {})[topic] = module.default;
  }
  return resources;
}

export function createTexts(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    resources: loadResources(),
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    initAsync: false,
    // A missing text shows its key, never "undefined"; a test keeps the catalogues complete.
    returnNull: false,
  });
  return instance;
}
