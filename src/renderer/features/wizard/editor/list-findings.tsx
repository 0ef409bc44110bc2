/** Findings about a list as a whole, or about entries that have no field on the screen. */
import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { isPathWithin } from '../../../../shared/domain/offer/wizard/definition.ts';
import { useEditor } from './context.ts';
import { isShownYet } from './field-findings.ts';
import { AwsErrorText, FindingText } from './finding-text.tsx';

interface ListFindingsProps {
  readonly path: string;
  isShownElsewhere(path: string): boolean;
}

export function ListFindings({ path, isShownElsewhere }: ListFindingsProps) {
  const editor = useEditor();
  const { findings, awsErrors } = editor;
  const isHere = (found: string) => isPathWithin(found, path) && !isShownElsewhere(found);
  const here = isShownYet(editor, path) ? findings.filter((finding) => isHere(finding.path)) : [];
  const aws = awsErrors.filter((error) => isHere(error.path));
  if (here.length + aws.length === 0) return null;
  const isError = aws.length > 0 || here.some(({ severity }) => severity === 'error');
  return (
    <Alert type={isError ? 'error' : 'warning'}>
      <SpaceBetween size="xxs">
        {here.map((finding) => (
          <FindingText key={`${finding.ruleId} ${finding.path}`} finding={finding} />
        ))}
        {aws.map((error) => (
          <AwsErrorText key={`${error.code} ${error.path}`} error={error} />
        ))}
      </SpaceBetween>
    </Alert>
  );
}
