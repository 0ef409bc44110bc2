/** Loads one language at a time, so that the first screen does not wait for the other three. */
import type { I18nProviderProps } from '@cloudscape-design/components/i18n';
import type { Language } from '../../shared/contract/app.ts';

export type TopicTexts = Record<string, unknown>;

export interface CatalogueModule {
  /** Path of a topic file -> its texts. */
  readonly files: Record<string, TopicTexts>;
  readonly kit: I18nProviderProps.Messages;
}

export interface Catalogue {
  readonly language: Language;
  readonly topics: Readonly<Record<string, TopicTexts>>;
  readonly kit: I18nProviderProps.Messages;
}

const loaders: Record<Language, () => Promise<{ catalogue: CatalogueModule }>> = {
  en: () => import('./catalogues/en.ts'),
  ja: () => import('./catalogues/ja.ts'),
  'zh-TW': () => import('./catalogues/zh-TW.ts'),
  'zh-CN': () => import('./catalogues/zh-CN.ts'),
};

export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const { catalogue } = await loaders[language]();
  const topics: Record<string, TopicTexts> = {};
  for (const [path, texts] of Object.entries(catalogue.files)) {
    const topic = /([^/]+)\.json$/.exec(path)?.[1];
    if (topic) topics[topic] = texts;
  }
  return { language, topics, kit: catalogue.kit };
}
