/** What is typed into the form of a backfill, kept in its address, and the wish that it makes; what cannot be read is said at its field. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import {
  backfillFilterSchema,
  BACKFILL_MODES,
  type BackfillFilter,
  type BackfillWish,
} from '../../../../shared/domain/opportunity/backfill.ts';

const MOST_CUSTOMERS = 10;
const MOST_IDS = 400;

const texts = z.object({
  mode: z.enum(BACKFILL_MODES).catch('all'),
  customers: z.string().catch(''),
  identifiers: z.string().catch(''),
  countries: z.string().catch(''),
  filter: backfillFilterSchema.catch(backfillFilterSchema.parse({})),
});
export type BackfillForm = z.infer<typeof texts>;

/** What is wrong with a field: catalogue key and values. */
export interface FieldProblem {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}
export type Problems = Partial<Record<'customers' | 'identifiers' | 'countries', FieldProblem>>;

const PARAM = 'wish';

export function useBackfillForm() {
  const [params, setParams] = useSearchParams();
  const text = params.get(PARAM);
  const form = useMemo(() => readForm(text), [text]);
  const set = useCallback(
    (changes: Partial<BackfillForm>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          next.set(PARAM, JSON.stringify({ ...readForm(before.get(PARAM)), ...changes }));
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return { form, set };
}

function readForm(text: string | null): BackfillForm {
  try {
    return texts.parse(JSON.parse(text ?? '{}'));
  } catch {
    return texts.parse({});
  }
}

export function toWish(form: BackfillForm): { wish: BackfillWish; problems: Problems } {
  const customers = split(form.customers, /\n/);
  const identifiers = split(form.identifiers, /[\s,;]+/);
  const countries = split(form.countries.toUpperCase(), /[\s,;]+/);
  const badIds = identifiers.filter((id) => !/^O[0-9]{1,19}$/.test(id));
  const badCountries = countries.filter((code) => !/^[A-Z]{2}$/.test(code));
  const problems: Problems = {
    ...(customers.length > MOST_CUSTOMERS ? { customers: tooMany(MOST_CUSTOMERS) } : {}),
    ...(identifiers.length > MOST_IDS ? { identifiers: tooMany(MOST_IDS) } : {}),
    ...(badIds.length > 0 ? { identifiers: bad('badIdentifiers', badIds) } : {}),
    ...(badCountries.length > 0 ? { countries: bad('badCountries', badCountries) } : {}),
  };
  const filter: BackfillFilter = {
    ...form.filter,
    customers: customers.slice(0, MOST_CUSTOMERS),
    identifiers: identifiers.filter((id) => !badIds.includes(id)).slice(0, MOST_IDS),
    countries: countries.filter((code) => !badCountries.includes(code)),
  };
  return { wish: { mode: form.mode, filter }, problems };
}

function split(text: string, by: RegExp): string[] {
  return [...new Set(text.split(by).map((part) => part.trim()))].filter((part) => part !== '');
}

function tooMany(most: number): FieldProblem {
  return { key: 'filter.tooMany', params: { most } };
}

function bad(key: string, ids: readonly string[]): FieldProblem {
  return { key: `filter.${key}`, params: { ids: ids.slice(0, 5).join(', ') } };
}
