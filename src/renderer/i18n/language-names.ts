/** Languages in their own words, the same in every language. */
import type { Language } from '../../shared/contract/app.ts';

export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English',
  ja: '日本語',
  'zh-TW': '繁體中文',
  'zh-CN': '简体中文',
};
