/** Warnings in the last question before something is sent: all of them, and a box that says they were read. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ComponentProps } from 'react';
import { useTexts } from '../../../i18n/context.tsx';
import { FindingText } from './finding-text.tsx';

type Finding = ComponentProps<typeof FindingText>['finding'];

interface WarningsReadProps {
  readonly warnings: readonly Finding[];
  readonly read: boolean;
  /** It was tried to send without them being read. */
  readonly missing: boolean;
  onChange(read: boolean): void;
}

export function WarningsRead({ warnings, read, missing, onChange }: WarningsReadProps) {
  const t = useTexts('wizard');
  return (
    <Alert type="warning" header={t('review.warning', { count: warnings.length })}>
      <SpaceBetween size="xs">
        <ul className="plain-list">
          {warnings.map((finding) => (
            <li key={`${finding.ruleId} ${finding.path}`}>
              <FindingText finding={finding} />
            </li>
          ))}
        </ul>
        <Checkbox checked={read} onChange={({ detail }) => onChange(detail.checked)}>
          {t('publish.warningsRead')}
        </Checkbox>
        {missing && (
          <Box color="text-status-error" fontSize="body-s">
            {t('publish.readFirst')}
          </Box>
        )}
      </SpaceBetween>
    </Alert>
  );
}
