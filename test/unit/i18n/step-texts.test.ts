/** Steps of public offers and free trials speak of everybody, in every language. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stepTextKey } from '../../../src/renderer/features/wizard/step-texts.ts';
import { createOfferDraft, type OfferDraft } from '../../../src/shared/domain/offer/draft.ts';
import { shownSteps } from '../../../src/shared/domain/offer/wizard/definition.ts';

const PRIVATE: OfferDraft = { ...createOfferDraft(), kind: 'saas-subscription' };
const PUBLIC: OfferDraft = { ...PRIVATE, source: { kind: 'public' } };
const TRIAL: OfferDraft = { ...PUBLIC, kind: 'saas-free-trial' };

/** Words for one customer who has been chosen, which these offers have not. */
const ONE_BUYER = /the buyer|購入者に|買方會|买家会/;

function textOf(language: string, key: string): string {
  const file = new URL(`../../../src/renderer/i18n/${language}/wizard.json`, import.meta.url);
  const found = key.split('.').reduce<unknown>(
    (inner, name) => {
      return (inner as Record<string, unknown> | undefined)?.[name];
    },
    JSON.parse(readFileSync(file, 'utf8')),
  );
  expect(found, `${language} ${key}`).toBeTypeOf('string');
  return String(found);
}

describe.each(['en', 'ja', 'zh-TW', 'zh-CN'])('the words of the steps in %s', (language) => {
  it.each([
    ['public offers', PUBLIC],
    ['free trials', TRIAL],
  ])('speak of no chosen buyer in %s', (_of, draft) => {
    for (const step of shownSteps(draft)) {
      const help = stepTextKey(draft, 'help', step);
      const keys = [stepTextKey(draft, 'step', step), stepTextKey(draft, 'stepDescription', step)];
      for (const key of [...keys, `${help}.title`, `${help}.body`]) {
        expect(textOf(language, key), key).not.toMatch(ONE_BUYER);
      }
    }
  });

  it('stay as they are for private offers', () => {
    expect(textOf(language, `${stepTextKey(PRIVATE, 'help', 'details')}.body`)).toMatch(/buyer|購入者|買方|买家/);
    expect(stepTextKey(PRIVATE, 'step', 'product-buyers')).toBe('step.product-buyers');
    expect(stepTextKey(TRIAL, 'help', 'terms')).toBe('forPublic.help.terms');
  });
});
