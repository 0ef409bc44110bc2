/** Differences as lines of text. */
import { labelOf } from '../../../shared/domain/version/label.ts';
import type { ComparedRow } from '../../../shared/domain/version/version.ts';
import type { Texts } from './texts.ts';

const SIGNS = { added: '+', removed: '-', changed: '~', same: ' ' } as const;

export function comparisonLines(rows: readonly ComparedRow[], texts: Texts): string[] {
  return rows.map(({ path, change, before, after }) => {
    const { key, params } = labelOf(path);
    const label = texts.t(`versions:path.${key}`, params);
    const values = [before, after].filter((value) => value !== null && value !== true).map(show);
    return `${SIGNS[change]} ${label}${values.length > 0 ? `: ${values.join(' → ')}` : ''}`;
  });
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
