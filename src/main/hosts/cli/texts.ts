/** The command line's words: the same catalogues as the app's, in the language asked for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { LANGUAGES, type Language } from '../../../shared/contract/app.ts';
import type { MessageParams } from '../../../shared/errors/app-error.ts';

export interface Texts {
  readonly language: Language;
  /** A text of the `cli` catalogue, or of another one as `topic:key`. */
  t(key: string, params?: MessageParams): string;
  has(key: string): boolean;
}

export async function loadTexts(folder: string, language: Language): Promise<Texts> {
  const instance = i18next.createInstance();
  await instance.init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'cli',
    resources: { [language]: readTopics(join(folder, language)), en: readTopics(join(folder, 'en')) },
    interpolation: { escapeValue: false },
  });
  return {
    language,
    t: (key, params = {}) => instance.t(key, params),
    has: (key) => instance.exists(key),
  };
}

function readTopics(folder: string): Record<string, Record<string, unknown>> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [
      name.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>,
    ]),
  );
}

/** `--language`, else what the system speaks, else English. */
export function chooseLanguage(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const index = args.findIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  const wanted = index < 0 ? null : args[index]?.includes('=') ? args[index]?.split('=')[1] : args[index + 1];
  const asked = LANGUAGES.find((language) => language === wanted);
  if (asked) return asked;
  const locale = (env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '').replace('_', '-').split('.')[0] ?? '';
  if (/^zh-(TW|HK|MO)/i.test(locale) || /^zh-Hant/i.test(locale)) return 'zh-TW';
  if (/^zh/i.test(locale)) return 'zh-CN';
  return /^ja/i.test(locale) ? 'ja' : 'en';
}
