/** The texts for components: `const t = useTexts('offers')`, then `t('list.title')`. Switching the language renders anew. */
import type { i18n } from 'i18next';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Language } from '../../shared/contract/app.ts';
import { createTexts } from './index.ts';

export type Translate = (key: string, params?: Record<string, string | number>) => string;

const TextsContext = createContext<{ texts: i18n; language: Language } | null>(null);

export function TextsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const value = useMemo(() => ({ texts: createTexts(language), language }), [language]);
  return <TextsContext value={value}>{children}</TextsContext>;
}

function useTextsContext() {
  const value = useContext(TextsContext);
  if (!value) throw new Error('TextsProvider is missing');
  return value;
}

export function useTexts(topic: string): Translate {
  const { texts } = useTextsContext();
  return useMemo(() => {
    const fixed = texts.getFixedT(null, topic);
    return (key, params) => fixed(key, params ?? {});
  }, [texts, topic]);
}

/** A key that names its topic itself: `errors:wrong-account.what`. */
export function useAnyText(): Translate {
  const { texts } = useTextsContext();
  return useMemo(() => (key, params) => texts.t(key, params ?? {}), [texts]);
}

export function useLanguage(): Language {
  return useTextsContext().language;
}
