/** A row of a comparison in words: its label, and its two values as people read them. */
import { useMemo } from 'react';
import { isDuration } from '../../../shared/domain/dates/duration.ts';
import { isPlainDate } from '../../../shared/domain/dates/plain-date.ts';
import { labelOf } from '../../../shared/domain/version/label.ts';
import type { ComparedRow } from '../../../shared/domain/version/version.ts';
import { useAnyText, useFormat, useHasText, useTexts } from '../../i18n/context.tsx';

/** Where the last step of a path says too little: a kind of increase is no kind of offer. */
const OWNERS: Readonly<Record<string, string>> = {
  'renewalTerm/priceIncrease': 'increase',
  'renewalTerm/template': 'templateUnit',
};

export interface RowTexts {
  label(row: ComparedRow): string;
  /** null where the side has nothing there. */
  value(row: ComparedRow, side: 'before' | 'after'): string | null;
}

export function useRowTexts(): RowTexts {
  const t = useTexts('versions');
  const any = useAnyText();
  const has = useHasText();
  const format = useFormat();
  return useMemo(() => {
    const words = (text: string, name: string): string => {
      if (isPlainDate(text)) return format.date(text);
      if (isDuration(text)) return format.duration(text);
      const [kind, version] = text.split(' ');
      const key = name === 'kind' ? `wizard:kind.${text}.label` : `versions:value.${name}.${kind}`;
      return has(key) ? any(key, { version: version ?? '' }) : text;
    };
    return {
      label(row) {
        const { key, params } = labelOf(row.path);
        const shown = Object.fromEntries(
          Object.entries(params).map(([name, value]) => [
            name,
            // Dimensions are named by their keys: two versions may stand for two products.
            name === 'dimension' ? String(value) : words(String(value), name),
          ]),
        );
        return t(`path.${key}`, shown);
      },
      value({ path, ...row }, side) {
        const value = row[side];
        if (value === null || value === undefined) return null;
        if (value === true) return t('present');
        const name = path.at(-1) ?? '';
        const owner = OWNERS[path.slice(0, -1).join('/')] ?? (path[0] === 'source' ? 'source' : name);
        if (typeof value === 'string') return /price|amount/.test(name) ? format.decimal(value) : words(value, owner);
        return JSON.stringify(value, null, 2);
      },
    };
  }, [t, any, has, format]);
}
