/** A form field bound to a path of the draft: shows what the rules and AWS say about it, can be found by that path. */
import FormField, { type FormFieldProps } from '@cloudscape-design/components/form-field';
import type { ReactNode } from 'react';
import { useEditor } from './context.ts';
import { useFieldFindings } from './field-findings.ts';
import { AwsErrorText, renderFindings } from './finding-text.tsx';

interface FieldControl {
  readonly invalid: boolean;
  onBlur(): void;
}

interface DraftFieldProps extends Pick<
  FormFieldProps,
  'label' | 'description' | 'constraintText' | 'info' | 'stretch' | 'secondaryControl' | 'characterCountText'
> {
  readonly path: string;
  /** Shows also what stands below the path. */
  readonly deep?: boolean;
  /** What the field itself finds wrong before the draft knows, e.g. a file that is no PDF. */
  readonly ownError?: ReactNode;
  readonly children: (control: FieldControl) => ReactNode;
}

export function DraftField({ path, deep = false, ownError, children, ...form }: DraftFieldProps) {
  const { leave } = useEditor();
  const { errors, warnings, aws } = useFieldFindings(path, deep);
  const invalid = Boolean(ownError) || errors.length > 0 || aws.length > 0;
  return (
    <div data-path={path}>
      <FormField
        {...form}
        errorText={
          invalid ? (
            <>
              {ownError}
              {renderFindings(errors)}
              {aws.map((error) => (
                <AwsErrorText key={error.code} error={error} />
              ))}
            </>
          ) : null
        }
        warningText={renderFindings(warnings)}
      >
        {children({ invalid, onBlur: () => leave(path) })}
      </FormField>
    </div>
  );
}
