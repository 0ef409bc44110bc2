/** The texts for components: `const t = useTexts('offers')`, then `t('list.title')`. Switching the language renders anew. */
import { I18nProvider } from '@cloudscape-design/components/i18n';
import type { i18n } from 'i18next';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Language } from '../../shared/contract/app.ts';
import type { Catalogue } from './catalogue.ts';
import { createFormatters, type Formatters } from './format.ts';
import { createTexts } from './index.ts';

export type Translate = (key: string, params?: Record<string, string | number>) => string;

interface Texts {
  readonly texts: i18n;
  readonly language: Language;
  readonly format: Formatters;
}

const TextsContext = createContext<Texts | null>(null);

interface TextsProviderProps {
  readonly catalogue: Catalogue;
  /** IANA zone in which instants are shown. */
  readonly timeZone: string;
  readonly children: ReactNode;
}

export function TextsProvider({ catalogue, timeZone, children }: TextsProviderProps) {
  const value = useMemo(
    () => ({
      texts: createTexts(catalogue),
      language: catalogue.language,
      format: createFormatters(catalogue.language, timeZone),
    }),
    [catalogue, timeZone],
  );
  return (
    <I18nProvider locale={catalogue.language} messages={[catalogue.kit]}>
      <TextsContext value={value}>{children}</TextsContext>
    </I18nProvider>
  );
}

function useTextsContext(): Texts {
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

/** A key that names its topic itself, `errors:wrong-account.what`, or as the core writes it, `errors.wrong-account.what`. */
export function useAnyText(): Translate {
  const { texts } = useTextsContext();
  return useMemo(() => (key, params) => texts.t(toQualifiedKey(key), params ?? {}), [texts]);
}

function toQualifiedKey(key: string): string {
  return key.includes(':') ? key : key.replace('.', ':');
}

/** Whether the catalogue has this key; for texts that the core names and this version may not know. */
export function useHasText(): (key: string, params?: Parameters<Translate>[1]) => boolean {
  const { texts } = useTextsContext();
  return useMemo(() => (key, params) => texts.exists(toQualifiedKey(key), params ?? {}), [texts]);
}

export function useLanguage(): Language {
  return useTextsContext().language;
}

/** Dates, instants, money and numbers as the chosen language writes them. */
export function useFormat(): Formatters {
  return useTextsContext().format;
}
