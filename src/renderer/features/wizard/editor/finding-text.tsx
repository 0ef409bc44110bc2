/** Findings as text, with a button where one click corrects them. */
import Button from '@cloudscape-design/components/button';
import type { ReactNode } from 'react';
import { useAnyText, useTexts } from '../../../i18n/context.tsx';
import type { AwsFieldError } from './aws-errors.ts';
import type { FieldFinding } from './context.ts';
import { useFix } from './use-fix.ts';

export function FindingText({ finding }: { finding: FieldFinding }) {
  const t = useTexts('wizard');
  const text = useAnyText();
  const fix = useFix(finding);
  return (
    <div>
      {text(finding.messageKey, finding.params)}{' '}
      {fix && (
        <Button variant="inline-link" onClick={fix}>
          {t('finding.fix')}
        </Button>
      )}
    </div>
  );
}

/** null where there is nothing to say, so that the field shows no error. */
export function renderFindings(findings: readonly FieldFinding[]): ReactNode {
  if (findings.length === 0) return null;
  return findings.map((finding) => <FindingText key={`${finding.ruleId} ${finding.path}`} finding={finding} />);
}

export function AwsErrorText({ error }: { error: AwsFieldError }) {
  const t = useTexts('wizard');
  return <div>{t('finding.aws', { code: error.code, message: error.message })}</div>;
}
