/** All findings in one place: what blocks, what to think about; each leads to its field. */
import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor, type FieldFinding } from '../editor/context.ts';
import { FindingText } from '../editor/finding-text.tsx';

/** More of one rule would bury the others. */
const SHOWN_OF_ONE_RULE = 3;

const ALERTS: Readonly<Record<FieldFinding['severity'], AlertProps.Type>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
};

export function FindingsSummary() {
  const t = useTexts('wizard');
  const { findings } = useEditor();
  const severities = (['error', 'warning', 'info'] as const).filter((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
  return (
    <SpaceBetween size="s">
      {!severities.includes('error') && <Alert type="success">{t('review.ready')}</Alert>}
      {severities.map((severity) => (
        <FindingsOfSeverity
          key={severity}
          severity={severity}
          findings={findings.filter((finding) => finding.severity === severity)}
        />
      ))}
    </SpaceBetween>
  );
}

interface FindingsOfSeverityProps {
  readonly severity: FieldFinding['severity'];
  readonly findings: readonly FieldFinding[];
}

function FindingsOfSeverity({ severity, findings }: FindingsOfSeverityProps) {
  const t = useTexts('wizard');
  const rules = [...new Set(findings.map(({ ruleId }) => ruleId))];
  return (
    <Alert type={ALERTS[severity]} header={t(`review.${severity}`, { count: findings.length })}>
      <ul className="plain-list">
        {rules.map((ruleId) => (
          <FindingsOfRule key={ruleId} findings={findings.filter((finding) => finding.ruleId === ruleId)} />
        ))}
      </ul>
    </Alert>
  );
}

function FindingsOfRule({ findings }: { findings: readonly FieldFinding[] }) {
  const t = useTexts('wizard');
  const { goTo, stepOf, titleOf } = useEditor();
  const rest = findings.length - SHOWN_OF_ONE_RULE;
  return (
    <>
      {findings.slice(0, SHOWN_OF_ONE_RULE).map((finding) => (
        <li key={`${finding.ruleId} ${finding.path}`}>
          <SpaceBetween direction="horizontal" size="xs">
            <FindingText finding={finding} />
            <Button variant="inline-link" onClick={() => goTo(finding.path || finding.step)}>
              {t('review.goTo', { step: titleOf(stepOf(finding.path) ?? finding.step) })}
            </Button>
          </SpaceBetween>
        </li>
      ))}
      {rest > 0 && <li>{t('review.more', { count: rest })}</li>}
    </>
  );
}
