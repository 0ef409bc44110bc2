/** Whom the offer is for. */
import { isCountryCode } from '../country-codes.ts';
import { problemIf, type Problem, type Rule } from './rule.ts';

const step = 'product-buyers';
const MOST_BUYERS = 26;
const MOST_BUYERS_IN_CONSOLE = 24;
const MOST_COUNTRIES = 244;

export const buyerRules: readonly Rule[] = [
  {
    id: 'buyers-missing',
    severity: 'error',
    step,
    source: '3.5 private offers need buyer accounts',
    stage: 'release',
    check: ({ draft }) => problemIf(filled(draft.buyers).length === 0, 'buyers'),
  },
  {
    id: 'buyer-not-12-digits',
    severity: 'error',
    step,
    source: '3.6 buyer accounts are 12-digit strings',
    stage: 'request',
    check: ({ draft }) => eachEntry(draft.buyers, 'buyers', (buyer) => buyer !== '' && !isAccountId(buyer)),
  },
  {
    id: 'buyer-duplicate',
    severity: 'error',
    step,
    source: 'Own rule: a list names everybody once',
    stage: 'release',
    fix: 'remove-duplicate-buyers',
    check: ({ draft }) => duplicates(draft.buyers, 'buyers'),
  },
  {
    id: 'buyers-too-many',
    severity: 'error',
    step,
    source: '3.6 API 1–26 buyer accounts',
    stage: 'request',
    check: ({ draft }) => problemIf(filled(draft.buyers).length > MOST_BUYERS, 'buyers', { max: MOST_BUYERS }),
  },
  {
    id: 'buyers-many',
    severity: 'warning',
    step,
    source: '3.6 console 24 buyer accounts',
    stage: 'release',
    check: ({ draft }) => {
      const count = filled(draft.buyers).length;
      return problemIf(count > MOST_BUYERS_IN_CONSOLE && count <= MOST_BUYERS, 'buyers', {
        max: MOST_BUYERS_IN_CONSOLE,
      });
    },
  },
  {
    id: 'buyer-is-seller',
    severity: 'info',
    step,
    source: '3.6 the seller’s own account as a test buyer',
    stage: 'release',
    check: ({ draft, context }) => eachEntry(draft.buyers, 'buyers', (buyer) => buyer === context.sellerAccountId),
  },
  {
    id: 'country-code-invalid',
    severity: 'error',
    step,
    source: '3.6 country codes are ISO 3166 alpha-2',
    stage: 'request',
    check: ({ draft }) => eachEntry(draft.countryCodes, 'countryCodes', (code) => !isCountryCode(code)),
  },
  {
    id: 'country-code-duplicate',
    severity: 'error',
    step,
    source: 'Own rule: a list names everybody once',
    stage: 'release',
    fix: 'remove-duplicate-countries',
    check: ({ draft }) => duplicates(draft.countryCodes, 'countryCodes'),
  },
  {
    id: 'countries-too-many',
    severity: 'error',
    step,
    source: '3.1 UpdateTargeting: CountryCodes 1–244',
    stage: 'request',
    check: ({ draft }) =>
      problemIf(draft.countryCodes.length > MOST_COUNTRIES, 'countryCodes', { max: MOST_COUNTRIES }),
  },
];

/** Twelve zeros have the form, but are nobody's. */
const isAccountId = (text: string) => /^\d{12}$/.test(text) && !/^0+$/.test(text);

const clean = (text: string) => text.normalize('NFKC').trim();

function filled(entries: readonly string[]): string[] {
  return entries.map(clean).filter((entry) => entry !== '');
}

function eachEntry(entries: readonly string[], path: string, isWrong: (entry: string) => boolean): Problem[] {
  return entries.flatMap((entry, index) => problemIf(isWrong(clean(entry)), `${path}.${index}`, { value: entry }));
}

function duplicates(entries: readonly string[], path: string): Problem[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    const value = clean(entry);
    const isRepeated = value !== '' && seen.has(value);
    seen.add(value);
    return problemIf(isRepeated, `${path}.${index}`, { value });
  });
}
