/** Gives many dimensions the same value. */
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { fillPrices } from '../../../../shared/domain/offer/wizard/price-column.ts';
import type { Dimension } from '../../../../shared/domain/product/product.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import type { DimensionColumn } from './column.ts';
import { ColumnSelect } from './column-select.tsx';

interface FillDialogProps {
  readonly columns: readonly DimensionColumn[];
  readonly dimensions: readonly Dimension[];
  onClose(): void;
}

export function FillDialog({ columns, dimensions, onClose }: FillDialogProps) {
  const t = useTexts('wizard');
  const [value, setValue] = useState('');
  const [scope, setScope] = useState<'empty' | 'all'>('empty');
  const [columnId, setColumnId] = useState(columns[0]?.id ?? '');
  const column = columns.find(({ id }) => id === columnId);
  const keys = dimensions
    .map(({ key }) => key)
    .filter((key) => scope === 'all' || (column?.values.get(key)?.value ?? '').trim() === '');
  return (
    <ConfirmDialog
      title={t('fill.title')}
      confirmText={t('fill.apply', { count: keys.length })}
      onClose={onClose}
      onConfirm={() => {
        column?.set(fillPrices(value.trim().slice(0, 40), keys));
        onClose();
      }}
    >
      <SpaceBetween size="m">
        <ColumnSelect columns={columns} selected={columnId} onChange={setColumnId} />
        <FormField label={t('fill.value')}>
          <Input value={value} inputMode="decimal" onChange={({ detail }) => setValue(detail.value)} />
        </FormField>
        <FormField label={t('fill.scope')}>
          <RadioGroup
            value={scope}
            items={[
              { value: 'empty', label: t('fill.empty') },
              { value: 'all', label: t('fill.all') },
            ]}
            onChange={({ detail }) => setScope(detail.value === 'all' ? 'all' : 'empty')}
          />
        </FormField>
      </SpaceBetween>
    </ConfirmDialog>
  );
}
