/** The four catalogues say the same things, completely, each in its own language. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/shared/contract/app.ts';
import { ERROR_CODES } from '../../../src/shared/errors/codes.ts';
import { placeholdersOf, readCatalogues, toBaseKey } from './support/catalogues.ts';

const catalogues = readCatalogues();
const english = catalogues.get('en') ?? new Map<string, string>();
const others = LANGUAGES.filter((language) => language !== 'en');

/** Words that stay as they are in every language: names, abbreviations, code. */
const UNTRANSLATED =
  /\b(Offerdeck|AWS|Amazon|Marketplace|Partner|Central|IAM|Identity|Center|EventBridge|SaaS|AMI|EULA|CPPO|ABO|FDA|CCP|SCMP|BYOL|MFA|SSO|STS|S3|SQS|SNS|Agreement|ARN|ID|IDs|URL|URLs|PDF|CSV|JSON|YAML|XML|ISO|UTC|UTF|VPN|IP|KB|MB|GB|API|PC|OS|Catalog|Net|Markdown|Excel|Electron|Chromium|Node|macOS|Windows|Linux|Keychain|USD|EUR|JPY|GBP|AUD|INR|Ctrl|Command|Enter|Esc|Tab|Shift|K|F1|ISV|RCMP|VAT|zip|UUID|FPS|CLI|SKU)\b/g;

describe.each(others)('the %s catalogue', (language) => {
  const catalogue = catalogues.get(language) ?? new Map<string, string>();

  it('has exactly the keys of the English one', () => {
    const keys = (texts: ReadonlyMap<string, string>) => [...new Set([...texts.keys()].map(toBaseKey))].sort();
    expect(keys(catalogue)).toEqual(keys(english));
  });

  it('has the same placeholders in every text', () => {
    const wrong = [...catalogue].filter(([key, text]) => {
      const original = english.get(key) ?? english.get(`${toBaseKey(key)}_other`) ?? '';
      return placeholdersOf(text).join() !== placeholdersOf(original).join();
    });
    expect(wrong).toEqual([]);
  });

  it('leaves no English behind', () => {
    const left = [...catalogue].filter(([key, text]) => {
      const original = english.get(key);
      const words = stripUntranslated(original ?? '');
      return original === text && /[A-Za-z]{2,}/.test(words);
    });
    expect(left).toEqual([]);
  });

  it('is written in its own script', () => {
    const foreign = [...catalogue].filter(
      ([, text]) =>
        /[A-Za-z]{3,}/.test(stripUntranslated(text)) && !/[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}]/u.test(text),
    );
    expect(foreign).toEqual([]);
  });
});

describe('every catalogue', () => {
  it.each(LANGUAGES)('has no empty text (%s)', (language) => {
    expect([...(catalogues.get(language) ?? [])].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it.each(LANGUAGES)('has an `other` form wherever it has a plural (%s)', (language) => {
    const texts = catalogues.get(language) ?? new Map<string, string>();
    const missing = [...texts.keys()].filter((key) => toBaseKey(key) !== key && !texts.has(`${toBaseKey(key)}_other`));
    expect(missing).toEqual([]);
  });

  it.each(LANGUAGES)('says what happened and what to do next for every error code (%s)', (language) => {
    const texts = catalogues.get(language) ?? new Map<string, string>();
    const missing = ERROR_CODES.flatMap((code) => [`errors:${code}.what`, `errors:${code}.next`]).filter(
      (key) => !texts.has(key),
    );
    expect(missing).toEqual([]);
  });

  it('keeps Traditional and Simplified Chinese apart', () => {
    const simplified = /[账设证钥话应态变卖买约发这时间问题载择检说请输项选单价钱银页错误]/u;
    const traditional = /[帳設證鑰話應態變賣買約發這時間問題載擇檢說請輸項選單價錢銀頁錯誤戶會]/u;
    const inTraditional = [...(catalogues.get('zh-TW') ?? [])].filter(([, text]) => simplified.test(text));
    const inSimplified = [...(catalogues.get('zh-CN') ?? [])].filter(([, text]) => traditional.test(text));
    expect({ inTraditional, inSimplified }).toEqual({ inTraditional: [], inSimplified: [] });
  });
});

function stripUntranslated(text: string): string {
  return text
    .replace(/\{\{[^}]*\}\}/g, '')
    .replace(/[A-Za-z0-9_-]+:[A-Za-z*]+/g, '')
    .replace(/`[^`]*`/g, '')
    .replace(UNTRANSLATED, '');
}
