/** Name, description, currency. */
import { CURRENCIES, isCurrency, isUnverifiedCurrency } from '../../money/currency.ts';
import { problemIf, type Rule } from './rule.ts';

const step = 'details';
const LONGEST_NAME = 150;
const LONGEST_DESCRIPTION = 255;
// The reference says it of names; descriptions are held to the same, since it costs nobody anything.
const FORBIDDEN = /[\\<>]/;
const LEADING_BLANK = /^\s+\S/;

export const detailRules: readonly Rule[] = [
  {
    id: 'name-missing',
    severity: 'error',
    step,
    source: '3.5 Name',
    stage: 'release',
    onReleased: true,
    check: ({ draft }) => problemIf(draft.name.trim() === '', 'name'),
  },
  {
    id: 'name-too-long',
    severity: 'error',
    step,
    source: '3.1 UpdateInformation: Name ≤150',
    stage: 'request',
    onReleased: true,
    check: ({ draft }) =>
      problemIf(draft.name.length > LONGEST_NAME, 'name', { max: LONGEST_NAME, length: draft.name.length }),
  },
  {
    id: 'name-characters',
    severity: 'error',
    step,
    source: '3.1 names must not contain \\ < >',
    stage: 'request',
    onReleased: true,
    check: ({ draft }) => problemIf(FORBIDDEN.test(draft.name), 'name'),
  },
  {
    id: 'name-leading-blank',
    severity: 'error',
    step,
    source: '3.1 names must not start with a blank',
    stage: 'request',
    onReleased: true,
    fix: 'trim-name',
    check: ({ draft }) => problemIf(LEADING_BLANK.test(draft.name), 'name'),
  },
  {
    id: 'description-missing',
    severity: 'error',
    step,
    source: '3.5 Description',
    stage: 'release',
    onReleased: true,
    check: ({ draft }) => problemIf(draft.description.trim() === '', 'description'),
  },
  {
    id: 'description-too-long',
    severity: 'error',
    step,
    source: '3.1 UpdateInformation: Description ≤255',
    stage: 'request',
    onReleased: true,
    check: ({ draft }) =>
      problemIf(draft.description.length > LONGEST_DESCRIPTION, 'description', {
        max: LONGEST_DESCRIPTION,
        length: draft.description.length,
      }),
  },
  {
    id: 'description-characters',
    severity: 'error',
    step,
    source: 'Own rule: what 3.1 says of names',
    stage: 'request',
    onReleased: true,
    check: ({ draft }) => problemIf(FORBIDDEN.test(draft.description), 'description'),
  },
  {
    id: 'description-leading-blank',
    severity: 'error',
    step,
    source: 'Own rule: what 3.1 says of names',
    stage: 'request',
    onReleased: true,
    fix: 'trim-description',
    check: ({ draft }) => problemIf(LEADING_BLANK.test(draft.description), 'description'),
  },
  {
    id: 'currency-unknown',
    severity: 'error',
    step,
    source: '3.2 CurrencyCode: USD, AUD, EUR, GBP, JPY',
    stage: 'request',
    check: ({ draft }) =>
      problemIf(!isCurrency(draft.currency) && !isUnverifiedCurrency(draft.currency), 'currency', {
        currency: draft.currency,
        currencies: CURRENCIES.join(', '),
      }),
  },
  {
    id: 'currency-unverified',
    severity: 'warning',
    step,
    source: '3.2 CurrencyCode: CAD by the schema, INR by the console only',
    stage: 'release',
    fix: 'use-usd',
    check: ({ draft }) => problemIf(isUnverifiedCurrency(draft.currency), 'currency', { currency: draft.currency }),
  },
  {
    id: 'currency-usage-prices',
    severity: 'error',
    step,
    source: '3.2 usage prices are USD only',
    stage: 'request',
    fix: 'use-usd',
    check: ({ draft, kind }) =>
      problemIf(
        kind?.usagePrices === true &&
          draft.currency !== 'USD' &&
          (isCurrency(draft.currency) || isUnverifiedCurrency(draft.currency)),
        'currency',
        {
          currency: draft.currency,
        },
      ),
  },
];
