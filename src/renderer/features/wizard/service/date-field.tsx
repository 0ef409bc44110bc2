/** A calendar date of the draft. */
import DatePicker from '@cloudscape-design/components/date-picker';
import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n/context.tsx';
import { DraftField } from '../editor/draft-field.tsx';

interface DateFieldProps {
  readonly path: string;
  readonly label: string;
  readonly description?: ReactNode;
  readonly constraintText?: ReactNode;
  readonly value: string;
  /** Days that make sense; others can be typed and are then explained. */
  readonly isSensible?: (date: string) => boolean;
  onChange(date: string): void;
}

export function DateField({ path, value, isSensible, onChange, ...form }: DateFieldProps) {
  const t = useTexts('wizard');
  return (
    <DraftField path={path} {...form}>
      {({ invalid, onBlur }) => (
        <DatePicker
          value={value}
          format="iso"
          placeholder={t('datePlaceholder')}
          invalid={invalid}
          ariaRequired
          isDateEnabled={(date) => isSensible?.(toPlainDate(date)) ?? true}
          onBlur={onBlur}
          onChange={({ detail }) => onChange(detail.value)}
        />
      )}
    </DraftField>
  );
}

/** The calendar hands out midnight of the local zone. */
function toPlainDate(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
