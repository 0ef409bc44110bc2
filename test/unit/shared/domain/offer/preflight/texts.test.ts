import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../../../src/shared/contract/app.ts';
import { FIX_IDS } from '../../../../../../src/shared/domain/offer/preflight/fixes.ts';
import { PREFLIGHT_RULES } from '../../../../../../src/shared/domain/offer/preflight/index.ts';

type Texts = Record<string, string> & { fixes: Record<string, string>; compile: Record<string, string> };

function textsOf(language: string): Texts {
  const file = new URL(`../../../../../../src/renderer/i18n/${language}/preflight.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Texts;
}

const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).toSorted();

describe.each(LANGUAGES)('preflight texts in %s', (language) => {
  const { fixes, compile, ...rules } = textsOf(language);

  it('has a text for every rule and fix, and none for anything else', () => {
    const keys = PREFLIGHT_RULES.flatMap(({ id, contexts }) => contexts?.map((context) => `${id}_${context}`) ?? [id]);
    expect(Object.keys(rules).toSorted()).toEqual(keys.toSorted());
    expect(Object.keys(fixes).toSorted()).toEqual([...FIX_IDS].toSorted());
    expect(Object.keys(compile)).toEqual(['not-sendable']);
    for (const text of [...Object.values(rules), ...Object.values(fixes)]) expect(text.trim()).not.toBe('');
  });

  it('fills in the same values as English', () => {
    const { fixes: _fixes, compile: _compile, ...english } = textsOf('en');
    for (const [key, text] of Object.entries(english)) {
      expect([key, ...placeholders(rules[key] ?? '')]).toEqual([key, ...placeholders(text)]);
    }
  });
});
