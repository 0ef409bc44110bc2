/** What one step of a connection test has seen: its text, the missing permission, AWS's own words, a command to run. */
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { appErrorSchema } from '../../../shared/errors/app-error.ts';
import type { ConnectionTestStep } from '../../../shared/domain/account/account.ts';
import { AppErrorDetails } from '../../components/app-error-details.tsx';
import { CopyValue } from '../../components/copy-value.tsx';
import { useAnyText, useFormat, useTexts } from '../../i18n/context.tsx';

export function ConnectionTestStepDetails({ step }: { step: ConnectionTestStep }) {
  const t = useTexts('accounts');
  const common = useTexts('common');
  const text = useAnyText();
  const format = useFormat();
  const error = appErrorSchema.safeParse(step.error).data ?? null;
  const { at } = step.params;
  const params = typeof at === 'string' && at ? { ...step.params, at: format.instant(at) } : step.params;
  const command = error?.action?.kind === 'copy-command' ? error.action.command : null;
  if (!step.messageKey) return null;
  return (
    <SpaceBetween size="xxs">
      <Box>{text(step.messageKey, params)}</Box>
      {step.state === 'failed' && error && <Box>{text(error.remedyKey, error.params)}</Box>}
      {step.missingAction && (
        <Box>
          {t('test.missingAction')} <CopyValue text={step.missingAction} label={t('test.copyAction')} />
        </Box>
      )}
      {command && <CopyValue text={command} label={common('error.copyCommand')} />}
      {error && <AppErrorDetails error={error} />}
    </SpaceBetween>
  );
}
