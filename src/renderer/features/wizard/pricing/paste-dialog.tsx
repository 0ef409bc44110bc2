/** Pastes a column of values, or dimension and value side by side, and says what it will do before it does it. */
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { parsePriceColumn } from '../../../../shared/domain/offer/wizard/price-column.ts';
import type { Dimension } from '../../../../shared/domain/product/product.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import type { DimensionColumn } from './column.ts';
import { ColumnSelect } from './column-select.tsx';

interface PasteDialogProps {
  readonly columns: readonly DimensionColumn[];
  readonly dimensions: readonly Dimension[];
  onClose(): void;
}

export function PasteDialog({ columns, dimensions, onClose }: PasteDialogProps) {
  const t = useTexts('wizard');
  const [text, setText] = useState('');
  const [columnId, setColumnId] = useState(columns[0]?.id ?? '');
  const column = columns.find(({ id }) => id === columnId);
  const pasted = parsePriceColumn(text, dimensions, null);
  const isEmpty = text.trim() === '';
  return (
    <ConfirmDialog
      title={t('paste.title')}
      confirmText={t('paste.apply', { count: isEmpty ? 0 : pasted.lines.length })}
      onClose={onClose}
      onConfirm={() => {
        if (!isEmpty) column?.set(pasted.lines);
        onClose();
      }}
    >
      <SpaceBetween size="m">
        <ColumnSelect columns={columns} selected={columnId} onChange={setColumnId} />
        <FormField label={t('paste.label')} description={t('paste.description')} stretch>
          <Textarea value={text} rows={10} onChange={({ detail }) => setText(detail.value)} />
        </FormField>
        {!isEmpty && pasted.unknownKeys.length > 0 && (
          <StatusIndicator type="warning">
            {t('paste.unknown', { keys: pasted.unknownKeys.slice(0, 10).join(', '), count: pasted.unknownKeys.length })}
          </StatusIndicator>
        )}
        {!isEmpty && pasted.surplus > 0 && (
          <StatusIndicator type="warning">{t('paste.surplus', { count: pasted.surplus })}</StatusIndicator>
        )}
      </SpaceBetween>
    </ConfirmDialog>
  );
}
