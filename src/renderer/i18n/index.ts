/** Our texts in one language. The Cloudscape kit brings its own. */
import i18next, { type i18n } from 'i18next';
import type { Catalogue } from './catalogue.ts';

export function createTexts(catalogue: Catalogue): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: catalogue.language,
    fallbackLng: false,
    resources: { [catalogue.language]: catalogue.topics as Record<string, Record<string, unknown>> },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    initAsync: false,
    // A missing text shows its key, never "undefined"; a test keeps the catalogues complete.
    returnNull: false,
  });
  return instance;
}
