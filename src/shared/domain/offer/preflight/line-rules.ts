/** Rules that amounts and dimension keys of every list share, made once per list. */
import { LARGEST_AMOUNT, isZeroAmount } from '../../money/amount.ts';
import type { WizardStep } from '../finding.ts';
import type { AmountFact, OfferFacts } from './facts.ts';
import type { Problem, Rule } from './rule.ts';

interface AmountList {
  /** Beginning of the rule ids: `usage-price`. */
  readonly prefix: string;
  readonly step: WizardStep;
  readonly source: { readonly number: string; readonly range: string; readonly decimals: string };
  readonly amounts: (facts: OfferFacts) => readonly AmountFact[];
}

/** Not a number, negative, too large, too many decimals. An empty text is for each list to judge. */
export function amountRules({ prefix, step, source, amounts }: AmountList): Rule[] {
  const rule = (name: string, from: string, problem: AmountFact['problem']): Rule => ({
    id: `${prefix}-${name}`,
    severity: 'error',
    step,
    source: from,
    stage: 'request',
    check: (facts) =>
      amounts(facts)
        .filter((fact) => fact.problem === problem)
        .map(({ path, text, decimals }) => ({
          path,
          params: { value: text, decimals, max: LARGEST_AMOUNT, currency: facts.draft.currency },
        })),
  });
  return [
    rule('not-a-number', source.number, 'not-a-number'),
    rule('negative', source.range, 'negative'),
    rule('too-large', source.range, 'too-large'),
    rule('decimals', source.decimals, 'too-many-decimals'),
  ];
}

/** Zero where the seller has not said that zero is meant. */
export function zeroProblems(amounts: readonly AmountFact[], { draft }: OfferFacts): Problem[] {
  if (draft.allowZeroPrices) return [];
  return amounts
    .filter(({ amount }) => amount !== null && isZeroAmount(amount))
    .map(({ path, text }) => ({ path, params: { value: text } }));
}

export interface DimensionLine {
  readonly path: string;
  readonly dimensionKey: string;
}

/** Lines of one card or list; a dimension may stand in several cards, but only once in each. */
type DimensionLists = (facts: OfferFacts) => readonly (readonly DimensionLine[])[];

interface DimensionList {
  readonly prefix: string;
  readonly step: WizardStep;
  readonly lists: DimensionLists;
  /** Keys that the list may name; null where the product is not known. */
  readonly allowed: (facts: OfferFacts) => ReadonlySet<string> | null;
  readonly sourceOfType: string;
}

/** A dimension that the product does not have, one of the wrong type, the same one twice. */
export function dimensionRules({ prefix, step, lists, allowed, sourceOfType }: DimensionList): Rule[] {
  const base = { severity: 'error', step, stage: 'request' } as const;
  const lines = (facts: OfferFacts) => lists(facts).flat();
  return [
    {
      ...base,
      id: `${prefix}-dimension-unknown`,
      source: '3.3 only dimension keys that exist on the product',
      check: (facts) => problemsAt(lines(facts), ({ dimensionKey }) => isMissing(facts.dimensionKeys, dimensionKey)),
    },
    {
      ...base,
      id: `${prefix}-dimension-type`,
      source: sourceOfType,
      check: (facts) =>
        problemsAt(
          lines(facts),
          ({ dimensionKey }) =>
            !isMissing(facts.dimensionKeys, dimensionKey) && isMissing(allowed(facts), dimensionKey),
        ),
    },
    {
      ...base,
      id: `${prefix}-dimension-duplicate`,
      source: '3.3 each dimension at most once per card (DUPLICATE_DIMENSION_KEYS)',
      check: (facts) => lists(facts).flatMap(repeatedLines),
    },
  ];
}

function isMissing(keys: ReadonlySet<string> | null, key: string): boolean {
  return keys !== null && !keys.has(key);
}

function problemsAt(lines: readonly DimensionLine[], isWrong: (line: DimensionLine) => boolean): Problem[] {
  return lines.filter(isWrong).map(({ path, dimensionKey }) => ({ path, params: { dimension: dimensionKey } }));
}

function repeatedLines(lines: readonly DimensionLine[]): Problem[] {
  const seen = new Set<string>();
  return problemsAt(lines, ({ dimensionKey }) => {
    const isRepeated = seen.has(dimensionKey);
    seen.add(dimensionKey);
    return isRepeated;
  });
}
