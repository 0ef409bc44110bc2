/** Which dimensions a table shows: filtered by text, a page at a time; a field that is asked for brings its page. */
import { useMemo, useState } from 'react';
import type { Dimension } from '../../../../shared/domain/product/product.ts';
import { useEditor, type FocusTarget } from '../editor/context.ts';
import { dimensionOfPath, type DimensionColumn } from './column.ts';

const PAGE_SIZE = 25;

export function useDimensionPages(dimensions: readonly Dimension[], columns: readonly DimensionColumn[]) {
  const { target } = useEditor();
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const [answered, setAnswered] = useState<FocusTarget | null>(null);

  // While rendering, not in an effect: the focus looks for the field right after this render.
  if (target && target !== answered) {
    setAnswered(target);
    const wanted = columns.map((column) => dimensionOfPath(column, target.path)).find((key) => key !== null);
    const position = dimensions.findIndex(({ key }) => key === wanted);
    if (position >= 0) {
      setText('');
      setPage(Math.floor(position / PAGE_SIZE) + 1);
    }
  }

  const matches = useMemo(() => filterDimensions(dimensions, text), [dimensions, text]);
  const count = Math.max(1, Math.ceil(matches.length / PAGE_SIZE));
  const current = Math.min(page, count);
  return {
    text,
    matches,
    count,
    page: current,
    items: matches.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE),
    setPage,
    setText(next: string) {
      setText(next);
      setPage(1);
    },
  };
}

function filterDimensions(dimensions: readonly Dimension[], text: string): readonly Dimension[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return dimensions;
  return dimensions.filter(({ key, name, description, unit }) =>
    [key, name, description, unit].some((part) => part.toLowerCase().includes(wanted)),
  );
}
