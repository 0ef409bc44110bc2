/** Date and amount of one payment. Enter and the arrow keys go up and down the column. */
import DateInput from '@cloudscape-design/components/date-input';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useRef, type ReactNode } from 'react';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { useFieldFindings } from '../editor/field-findings.ts';
import { AwsErrorText, renderFindings } from '../editor/finding-text.tsx';
import { focusNeighbour } from '../pricing/focus-neighbour.ts';

interface CellProps {
  readonly index: number;
  readonly value: string;
}

export function DateCell({ index, value }: CellProps) {
  const t = useTexts('schedule');
  const { dispatch, leave } = useEditor();
  const path = `installments.schedule.${index}.date`;
  return (
    <Cell path={path}>
      {(invalid) => (
        <DateInput
          value={value}
          format="iso"
          placeholder={t('datePlaceholder')}
          ariaLabel={t('table.dateOf', { number: index + 1 })}
          invalid={invalid}
          onBlur={() => leave(path)}
          onChange={({ detail }) => dispatch({ type: 'schedule.edit', index, patch: { date: detail.value } })}
        />
      )}
    </Cell>
  );
}

export function AmountCell({ index, value }: CellProps) {
  const t = useTexts('schedule');
  const { dispatch, leave } = useEditor();
  const place = useRef<HTMLDivElement>(null);
  const path = `installments.schedule.${index}.amount`;
  return (
    <Cell path={path}>
      {(invalid) => (
        <div ref={place}>
          <Input
            value={value}
            inputMode="decimal"
            ariaLabel={t('table.amountOf', { number: index + 1 })}
            invalid={invalid}
            onBlur={() => leave(path)}
            onKeyDown={({ detail }) => {
              if (detail.key === 'Enter' || detail.key === 'ArrowDown') focusNeighbour(place.current, 1);
              else if (detail.key === 'ArrowUp') focusNeighbour(place.current, -1);
            }}
            onChange={({ detail }) =>
              dispatch({ type: 'schedule.edit', index, patch: { amount: detail.value.slice(0, 40) } })
            }
          />
        </div>
      )}
    </Cell>
  );
}

function Cell({ path, children }: { path: string; children: (invalid: boolean) => ReactNode }) {
  const { errors, warnings, aws } = useFieldFindings(path);
  const invalid = errors.length + aws.length > 0;
  return (
    <div data-path={path}>
      <FormField
        stretch
        errorText={
          invalid ? (
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
        {children(invalid)}
      </FormField>
    </div>
  );
}
