/** A field of the editor: its label, whether AWS asks for it or has locked it, and what rules and AWS say about it. */
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { FIELDS, lockOf } from '../../../../shared/domain/opportunity/fields.ts';
import type { OpportunityFinding } from '../../../../shared/domain/opportunity/finding.ts';
import { getAt } from '../../../../shared/domain/opportunity/record.ts';
import { useAnyText, useTexts } from '../../../i18n/context.tsx';
import { useOpportunity } from './context.ts';

export interface ControlProps {
  readonly path: string;
  readonly value: unknown;
  readonly invalid: boolean;
  readonly disabled: boolean;
  readonly ariaRequired: boolean;
  onBlur(): void;
  set(value: string | readonly string[]): void;
}

interface FieldProps {
  readonly path: string;
  /** Key of the label, where the path is none (an entry of a list). */
  readonly labelKey?: string;
  readonly description?: ReactNode;
  readonly stretch?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}

export function OpportunityField({ path, labelKey = path, description, stretch, children }: FieldProps) {
  const t = useTexts('opportunity-editor');
  const { draft, standing, leave, dispatch, touch } = useOpportunity();
  const { errors, others, aws } = useFindingsAt(path);
  const value = getAt(draft, path);
  const lock = lockOf(path, standing);
  const facts = FIELDS[path];
  const invalid = errors.length > 0 || aws.length > 0;
  const count = typeof value === 'string' && facts?.max ? { count: value.length, max: facts.max } : null;
  return (
    <div data-path={path}>
      <FormField
        label={
          facts?.need === 'optional' ? (
            <>
              {t(`field.${labelKey}`)} <i>– {t('need.optional')}</i>
            </>
          ) : (
            t(`field.${labelKey}`)
          )
        }
        description={description}
        stretch={stretch ?? false}
        constraintText={
          lock ? t(`lock.${lock}`) : facts?.need === 'submit' && standing === null ? t('need.share') : undefined
        }
        characterCountText={count && count.count > count.max * 0.8 ? t('characters', count) : undefined}
        errorText={
          invalid ? (
            <>
              <Findings findings={errors} />
              {aws.map(({ code, message }) => (
                <div key={`${code} ${message}`}>{t('awsSays', { code, message })}</div>
              ))}
            </>
          ) : undefined
        }
        warningText={others.length > 0 ? <Findings findings={others} /> : undefined}
      >
        {children({
          path,
          value,
          invalid,
          disabled: lock !== null,
          ariaRequired: facts?.need === 'create',
          onBlur: () => leave(path),
          set(next) {
            dispatch({ type: 'set', path, value: next });
            if (Array.isArray(next)) touch(path);
          },
        })}
      </FormField>
    </div>
  );
}

function Findings({ findings }: { findings: readonly OpportunityFinding[] }) {
  const t = useTexts('opportunity-editor');
  const text = useAnyText();
  const { dispatch } = useOpportunity();
  return findings.map((finding, index) => (
    <div key={`${finding.ruleId} ${index}`}>
      {text(finding.messageKey, finding.params)}{' '}
      {finding.fix && (
        <Button variant="inline-link" onClick={() => dispatch({ type: 'fix', finding })}>
          {t('fix')}
        </Button>
      )}
    </div>
  ));
}

/** What is said of a part that is no field: a list, the stage path. */
export function FindingsOf({ path }: { path: string }) {
  const { errors, others } = useFindingsAt(path);
  if (errors.length + others.length === 0) return null;
  return (
    <SpaceBetween size="xxs">
      {errors.length > 0 && (
        <StatusIndicator type="error" wrapText>
          <Findings findings={errors} />
        </StatusIndicator>
      )}
      {others.length > 0 && (
        <StatusIndicator type="warning" wrapText>
          <Findings findings={others} />
        </StatusIndicator>
      )}
    </SpaceBetween>
  );
}

/** What stands at a path now; nobody is told off about a field before having been there. */
function useFindingsAt(path: string) {
  const { findings, awsProblems, showsAll, touched } = useOpportunity();
  const here = findings.filter((finding) => finding.path === path);
  const shown = showsAll || touched.has(path) ? here : here.filter(({ severity }) => severity !== 'error');
  return {
    errors: shown.filter(({ severity }) => severity === 'error'),
    others: shown.filter(({ severity }) => severity !== 'error'),
    aws: awsProblems.filter((problem) => problem.path === path),
  };
}
