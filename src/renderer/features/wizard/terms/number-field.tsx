/** A short number with its unit, bound to a path of the draft. */
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Box from '@cloudscape-design/components/box';
import { DraftField } from '../editor/draft-field.tsx';

interface NumberFieldProps {
  readonly path: string;
  readonly label: string;
  readonly description?: string;
  readonly unit?: string;
  readonly placeholder?: string;
  readonly value: string;
  onChange(value: string): void;
}

export function NumberField({ path, label, description, unit, placeholder, value, onChange }: NumberFieldProps) {
  return (
    <DraftField path={path} label={label} description={description}>
      {({ invalid, onBlur }) => (
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <Input
            value={value}
            inputMode="decimal"
            invalid={invalid}
            ariaLabel={unit ? `${label} (${unit})` : label}
            {...(placeholder !== undefined && { placeholder })}
            onBlur={onBlur}
            onChange={({ detail }) => onChange(detail.value.slice(0, 40))}
          />
          {unit && <Box color="text-body-secondary">{unit}</Box>}
        </SpaceBetween>
      )}
    </DraftField>
  );
}
