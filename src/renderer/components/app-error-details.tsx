/** The small print of an error: fields it names, AWS's own words, request id to copy. */
import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { AppError } from '../../shared/errors/app-error.ts';
import { useTexts } from '../i18n/context.tsx';
import { CopyValue } from './copy-value.tsx';
import { useFieldErrorText } from './use-error-texts.ts';

export function AppErrorDetails({ error }: { error: AppError }) {
  const t = useTexts('common');
  const fieldText = useFieldErrorText();
  const { aws, fields } = error;
  return (
    <SpaceBetween size="xs">
      {fields.length > 0 && (
        <ul className="plain-list">
          {fields.map((field) => (
            <li key={`${field.path} ${field.messageKey}`}>
              {field.path ? <Box variant="code">{field.path}</Box> : null} {fieldText(field)}
            </li>
          ))}
        </ul>
      )}
      {aws && (
        <ExpandableSection headerText={t('error.awsSays', { service: aws.service, operation: aws.operation })}>
          <SpaceBetween size="xxs">
            <Box>
              <Box variant="code">{aws.code}</Box> {aws.message}
            </Box>
            {aws.requestId && (
              <Box>
                {t('error.requestId')} <CopyValue text={aws.requestId} label={t('error.copyRequestId')} />
              </Box>
            )}
          </SpaceBetween>
        </ExpandableSection>
      )}
    </SpaceBetween>
  );
}
