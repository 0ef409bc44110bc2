/** Dimensions that the product gets with the offer. */
import type { NewDimension } from '../draft-terms.ts';
import { newDimensionsOf } from '../new-dimensions.ts';
import type { OfferFacts } from './facts.ts';
import { problemIf, type Problem, type Rule } from './rule.ts';

const step = 'pricing';
const path = 'newDimensions';
const KEY = /^[A-Za-z0-9_.-]{1,100}$/;
const LIMITS = { name: 80, description: 1000, unit: 20 } as const;
const TEXTS = Object.keys(LIMITS) as (keyof typeof LIMITS)[];

type Row = readonly [row: NewDimension, path: string];

function rowsOf({ draft }: OfferFacts): Row[] {
  const rows = newDimensionsOf(draft, draft.product?.type);
  return rows.map((row) => [row, `${path}.${draft.newDimensions.indexOf(row)}`]);
}

/** What the product has under this key; a draft that went to AWS before has brought its dimensions along already. */
function storedAs({ key }: NewDimension, { storedDimensions }: OfferFacts) {
  return storedDimensions.find((dimension) => dimension.key === key.trim()) ?? null;
}

function isTaken(row: NewDimension, facts: OfferFacts, index: number): boolean {
  const key = row.key.trim();
  const isEarlier = rowsOf(facts)
    .slice(0, index)
    .some(([other]) => other.key.trim() === key);
  const stored = storedAs(row, facts);
  const isOther =
    stored !== null && (stored.name !== row.name || stored.unit !== row.unit || !stored.types.includes(row.type));
  return key !== '' && (isEarlier || isOther);
}

function textProblems(facts: OfferFacts): Problem[] {
  return rowsOf(facts).flatMap(([row, place]) =>
    TEXTS.flatMap((member) =>
      problemIf(row[member].length > LIMITS[member] || !/^\S/.test(row[member]), `${place}.${member}`, {
        max: LIMITS[member],
      }),
    ),
  );
}

function keyProblems(facts: OfferFacts): Problem[] {
  return rowsOf(facts).flatMap(([{ key }, place]) => problemIf(!KEY.test(key), `${place}.key`, { value: key }));
}

function takenKeys(facts: OfferFacts): Problem[] {
  return rowsOf(facts).flatMap(([row, place], index) =>
    problemIf(isTaken(row, facts, index), `${place}.key`, { value: row.key }),
  );
}

export const newDimensionRules: readonly Rule[] = [
  {
    id: 'new-dimension-key-invalid',
    severity: 'error',
    step,
    source: '2 AddDimensions: Key ≤100 ^[A-Za-z0-9_.-]+$',
    stage: 'request',
    check: keyProblems,
  },
  {
    id: 'new-dimension-key-taken',
    severity: 'error',
    step,
    source: '2 AddDimensions: keys of a product are its own',
    stage: 'request',
    check: takenKeys,
  },
  {
    id: 'new-dimension-text-invalid',
    severity: 'error',
    step,
    source: '2 AddDimensions: Name ≤80, Description ≤1000, Unit ≤20, no leading white space',
    stage: 'request',
    check: textProblems,
  },
  {
    // Said once they could be added: before that there are errors to mend first.
    id: 'new-dimension-changes-product',
    severity: 'warning',
    step,
    source: 'Own rule: AddDimensions changes the product for all its offers, and AWS has no way back',
    stage: 'release',
    check: (facts) => {
      const rows = rowsOf(facts).filter(([row]) => storedAs(row, facts) === null);
      const isReady = [...keyProblems(facts), ...takenKeys(facts), ...textProblems(facts)].length === 0;
      return problemIf(rows.length > 0 && isReady, path, { keys: rows.map(([{ key }]) => key).join(', ') });
    },
  },
];
