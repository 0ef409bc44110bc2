/** Filling a whole column: paste from a spreadsheet, or one value for many dimensions. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Dimension } from '../../../../shared/domain/product/product.ts';
import { useTexts } from '../../../i18n/context.tsx';
import type { DimensionColumn } from './column.ts';
import { FillDialog } from './fill-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';

interface ColumnActionsProps {
  readonly columns: readonly DimensionColumn[];
  readonly dimensions: readonly Dimension[];
}

export function ColumnActions({ columns, dimensions }: ColumnActionsProps) {
  const t = useTexts('wizard');
  const [open, setOpen] = useState<'paste' | 'fill' | null>(null);
  if (columns.length === 0 || dimensions.length === 0) return null;
  const dialog = { columns, dimensions, onClose: () => setOpen(null) };
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={() => setOpen('paste')}>{t('pricing.paste')}</Button>
        <Button onClick={() => setOpen('fill')}>{t('pricing.fill')}</Button>
      </SpaceBetween>
      {open === 'paste' && <PasteDialog {...dialog} />}
      {open === 'fill' && <FillDialog {...dialog} />}
    </>
  );
}
