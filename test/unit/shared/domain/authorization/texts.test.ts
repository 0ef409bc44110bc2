import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../../src/shared/contract/app.ts';
import { AUTHORIZATION_RULES } from '../../../../../src/shared/domain/authorization/preflight/index.ts';

describe.each(LANGUAGES)('texts of authorization rules in %s', (language) => {
  it('exist for every rule that has its own, and for nothing else', () => {
    const file = new URL(`../../../../../src/renderer/i18n/${language}/authorizations.json`, import.meta.url);
    const { rule } = JSON.parse(readFileSync(file, 'utf8')) as { rule: Record<string, string> };
    const own = AUTHORIZATION_RULES.filter(({ messageKey }) => messageKey.startsWith('authorizations:'));
    expect(Object.keys(rule).toSorted()).toEqual(own.map(({ id }) => id).toSorted());
  });
});

describe('rules of authorizations', () => {
  it('have an id of their own each', () => {
    const ids = AUTHORIZATION_RULES.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});
