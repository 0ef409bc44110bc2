/** What the rules and AWS say about the offers of a set: what stands in the way now, and what does before the release. */
import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { OfferSetFinding } from '../../../../shared/domain/offer-set/finding.ts';
import { useAnyText, useTexts } from '../../../i18n/context.tsx';
import { AwsErrorText } from '../../wizard/editor/finding-text.tsx';
import { findingsAt, useSetEditor } from './context.ts';

export function SetFindings({ path }: { path: string }) {
  const t = useTexts('offersets');
  const editor = useSetEditor();
  const said = [...findingsAt(editor, path), ...findingsAt(editor, 'target')];
  const aws = editor.awsErrors.filter((error) => error.path === path || error.path.startsWith(`${path}.`));
  const now = said.filter(({ stage }) => stage === 'request');
  const later = said.filter(({ stage }) => stage === 'release');
  return (
    <SpaceBetween size="s">
      {aws.length > 0 && (
        <Alert type="error" header={t('draft.refused')}>
          {aws.map((error) => (
            <AwsErrorText key={error.code} error={error} />
          ))}
        </Alert>
      )}
      {now.length > 0 && <FindingList type="error" header={t('draft.mend')} findings={now} />}
      {later.length > 0 && <FindingList type="warning" header={t('draft.beforeRelease')} findings={later} />}
    </SpaceBetween>
  );
}

interface FindingListProps {
  readonly type: 'error' | 'warning';
  readonly header: string;
  readonly findings: readonly OfferSetFinding[];
}

export function FindingList({ type, header, findings }: FindingListProps) {
  const text = useAnyText();
  return (
    <Alert type={type} header={header}>
      <ul className="plain-list">
        {findings.map(({ ruleId, path, messageKey, params }) => (
          <li key={`${ruleId} ${path}`}>{text(messageKey, params)}</li>
        ))}
      </ul>
    </Alert>
  );
}
