/** One value of one dimension. Enter and the arrow keys go up and down, Ctrl+D fills downward, a pasted column spreads. */
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useRef } from 'react';
import { fillPrices, parsePriceColumn } from '../../../../shared/domain/offer/wizard/price-column.ts';
import type { Dimension } from '../../../../shared/domain/product/product.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { findingsAt } from '../editor/field-findings.ts';
import { AwsErrorText, renderFindings } from '../editor/finding-text.tsx';
import { cellPath, type DimensionColumn } from './column.ts';
import { focusNeighbour } from './focus-neighbour.ts';

interface DimensionCellProps {
  readonly dimension: Dimension;
  readonly column: DimensionColumn;
  /** This dimension and those after it, in the order of the table. */
  readonly below: readonly Dimension[];
}

export function DimensionCell({ dimension: { key, name }, column, below }: DimensionCellProps) {
  const t = useTexts('wizard');
  const editor = useEditor();
  const place = useRef<HTMLDivElement>(null);
  const path = cellPath(column, key);
  const value = column.values.get(key)?.value ?? '';
  const { errors, warnings, aws } = findingsAt(editor, path ?? '');
  const set = (text: string) => column.set([{ dimensionKey: key, price: text.slice(0, 40) }]);

  function paste(event: React.ClipboardEvent): void {
    const text = event.clipboardData.getData('text');
    if (!/[\t\r\n]/.test(text.trim())) return;
    event.preventDefault();
    column.set(parsePriceColumn(text, below, key).lines);
  }

  return (
    <div ref={place} onPaste={paste} {...(path === null ? {} : { 'data-path': path })}>
      <FormField
        stretch
        errorText={
          errors.length + aws.length > 0 ? (
            <>
              {renderFindings(errors)}
              {aws.map((error) => (
                <AwsErrorText key={error.code} error={error} />
              ))}
            </>
          ) : null
        }
        warningText={renderFindings(warnings)}
      >
        <Input
          value={value}
          inputMode="decimal"
          ariaLabel={t('pricing.cell', { column: column.header, dimension: name || key })}
          invalid={errors.length + aws.length > 0}
          onChange={({ detail }) => set(detail.value)}
          onBlur={() => path && editor.leave(path)}
          onKeyDown={(event) => {
            const { key: pressed, ctrlKey, metaKey } = event.detail;
            if ((ctrlKey || metaKey) && pressed.toLowerCase() === 'd') {
              event.preventDefault();
              column.set(
                fillPrices(
                  value,
                  below.map((dimension) => dimension.key),
                ),
              );
            } else if (pressed === 'Enter' || pressed === 'ArrowDown') focusNeighbour(place.current, 1);
            else if (pressed === 'ArrowUp') focusNeighbour(place.current, -1);
          }}
        />
      </FormField>
    </div>
  );
}
