/** A duration as a number of months or days; kept in AWS's spelling, `P12M`. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import {
  toDurationNumber,
  toDurationText,
  type DurationUnit,
} from '../../../../shared/domain/offer/wizard/duration-text.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { DraftField } from '../editor/draft-field.tsx';

const USUAL: Readonly<Record<DurationUnit, readonly string[]>> = {
  months: ['P1M', 'P12M', 'P24M', 'P36M'],
  days: ['P30D', 'P90D', 'P365D', 'P730D'],
};

interface DurationFieldProps {
  readonly path: string;
  readonly label: string;
  readonly description?: ReactNode;
  readonly constraintText?: ReactNode;
  readonly unit: DurationUnit;
  readonly value: string;
  /** What is offered at one click; the usual lengths of a contract where it is left out. */
  readonly usual?: readonly string[];
  onChange(duration: string): void;
}

export function DurationField({
  path,
  label,
  description,
  constraintText,
  unit,
  value,
  usual = USUAL[unit],
  onChange,
}: DurationFieldProps) {
  const t = useTexts('wizard');
  const format = useFormat();
  return (
    <DraftField path={path} label={label} description={description} constraintText={constraintText}>
      {({ invalid, onBlur }) => (
        <SpaceBetween size="xxs">
          <SpaceBetween direction="horizontal" size="xs" alignItems="center">
            <Input
              value={toDurationNumber(value, unit)}
              inputMode="numeric"
              invalid={invalid}
              ariaRequired
              onBlur={onBlur}
              onChange={({ detail }) => onChange(toDurationText(detail.value.slice(0, 16), unit))}
            />
            <Box>{t(`unit.${unit}`)}</Box>
          </SpaceBetween>
          <SpaceBetween direction="horizontal" size="s">
            {usual.map((duration) => (
              <Button key={duration} variant="inline-link" onClick={() => onChange(duration)}>
                {format.duration(duration)}
              </Button>
            ))}
          </SpaceBetween>
        </SpaceBetween>
      )}
    </DraftField>
  );
}
