/** No key that the code names is missing from the catalogues. */
import { describe, expect, it } from 'vitest';
import { readCatalogue, toBaseKey } from './support/catalogues.ts';
import { findDataKeys, findKeyUses, sourceFiles, type KeyUse } from './support/key-use.ts';

const keys = new Set([...readCatalogue('en').keys()].map(toBaseKey));
const topics = new Set([...keys].map((key) => key.split(':')[0] ?? ''));

function isKnown({ topic, key, isPrefix }: KeyUse): boolean {
  const qualified = key.includes(':') ? [key] : (topic ? [topic] : [...topics]).map((name) => `${name}:${key}`);
  return qualified.some((wanted) =>
    isPrefix
      ? [...keys].some((known) => known.startsWith(wanted))
      : keys.has(wanted) || keys.has(key.replace('.', ':')),
  );
}

describe('message keys in the source', () => {
  it('of translate functions exist', () => {
    const missing = sourceFiles('src/renderer')
      .flatMap((file) => findKeyUses(file))
      .filter((use) => !isKnown(use));
    expect(missing).toEqual([]);
  });

  it('written as data exist', () => {
    const uses = ['src/main', 'src/shared', 'src/renderer'].flatMap(sourceFiles).flatMap((file) => findDataKeys(file));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((use) => !isKnown(use))).toEqual([]);
  });

  it('are found in every way of writing them', () => {
    const text = `
      const t = useTexts('common');
      const any = useAnyText();
      function show(given: Translate) { return given('loading'); }
      t('retry'); t(wide ? 'copy' : 'copied', { n: 1 }); t(\`nav.\${place}\`); any('errors:internal.what');
      const flash = { messageKey: 'accounts:flash.saved' };
    `;
    expect(findKeyUses('sample.tsx', text).map(({ topic, key, isPrefix }) => [topic, key, isPrefix])).toEqual([
      [null, 'loading', false],
      ['common', 'retry', false],
      ['common', 'copy', false],
      ['common', 'copied', false],
      ['common', 'nav.', true],
      [null, 'errors:internal.what', false],
    ]);
    expect(findDataKeys('sample.tsx', text).map(({ topic, key }) => [topic, key])).toEqual([
      ['accounts', 'flash.saved'],
    ]);
  });

  it('that are missing would be noticed', () => {
    expect(isKnown({ at: '', topic: 'common', key: 'no.such.text', isPrefix: false })).toBe(false);
    expect(isKnown({ at: '', topic: 'common', key: 'nosuch.', isPrefix: true })).toBe(false);
    expect(isKnown({ at: '', topic: null, key: 'errors.internal.what', isPrefix: false })).toBe(true);
  });
});
