/** What stands in the way, as links to the fields concerned. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { fieldOf } from '../../../../shared/domain/opportunity/fields.ts';
import type { OpportunityFinding } from '../../../../shared/domain/opportunity/finding.ts';
import { isBlockingOpportunity } from '../../../../shared/domain/opportunity/lint/index.ts';
import { useAnyText, useHasText, useTexts } from '../../../i18n/context.tsx';
import { useOpportunity } from './context.ts';

export function Problems({ intent }: { intent: 'save' | 'share' }) {
  const t = useTexts('opportunity-editor');
  const text = useAnyText();
  const labelOf = useFieldLabel();
  const { findings, awsProblems, goTo } = useOpportunity();
  const open = findings.filter((finding) => isBlockingOpportunity(finding, intent));
  if (open.length === 0 && awsProblems.length === 0) return null;
  return (
    <Alert type="error" header={t(`problems.${intent}`, { count: open.length + awsProblems.length })}>
      <ul className="plain-list">
        {open.map((finding: OpportunityFinding, index) => (
          <li key={`${finding.ruleId} ${finding.path} ${index}`}>
            <Button variant="inline-link" onClick={() => goTo(finding.path)}>
              {labelOf(finding.path)}
            </Button>
            : {text(finding.messageKey, finding.params)}
          </li>
        ))}
        {awsProblems.map(({ path, code, message }) => (
          <li key={`${path} ${code} ${message}`}>
            <Button variant="inline-link" onClick={() => goTo(path)}>
              {labelOf(path)}
            </Button>
            : {t('awsSays', { code, message })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** The name of a field by its path; a part of an entry by the field around it. */
export function useFieldLabel(): (path: string) => string {
  const t = useTexts('opportunity-editor');
  const has = useHasText();
  return (path) => {
    for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
      // AWS's own words about the way of a deal are no fields, and have names.
      if ((fieldOf(part) || part.startsWith('lifeCycle.')) && has(`opportunity-editor:field.${part}`))
        return t(`field.${part}`);
    }
    return path;
  };
}
