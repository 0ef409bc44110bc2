/** What a list shows (filter, sort, page) lives in the address: leaving and coming back, or a link, shows the same. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

type ListPatch = Readonly<Record<string, string | readonly string[] | null>>;

export interface ListAddress {
  get(name: string): string;
  getAll(name: string): readonly string[];
  readonly page: number;
  /** Changes some parts; empty values leave the address. Any change but of the page itself goes back to the first page. */
  set(patch: ListPatch): void;
}

export function useListAddress(): ListAddress {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (patch: ListPatch) => {
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          if (!('page' in patch)) next.delete('page');
          for (const [name, value] of Object.entries(patch)) {
            next.delete(name);
            const values = value === null ? [] : typeof value === 'string' ? [value] : value;
            for (const each of values) if (each !== '') next.append(name, each);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return useMemo(
    () => ({
      get: (name) => params.get(name) ?? '',
      getAll: (name) => params.getAll(name),
      page: Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1),
      set,
    }),
    [params, set],
  );
}

/** The value if it is one of those allowed, else the first of them: an address can hold anything. */
export function oneOf<T extends string>(allowed: readonly [T, ...T[]], value: string): T {
  return allowed.find((each) => each === value) ?? allowed[0];
}

export function someOf<T extends string>(allowed: readonly T[], values: readonly string[]): T[] {
  return allowed.filter((each) => values.includes(each));
}
