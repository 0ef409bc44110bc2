/** A failure for people: what happened and why, what to do next, AWS's own words with the request id, one button. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { AppError } from '../../shared/errors/app-error.ts';
import { createAppError } from '../../shared/errors/app-error.ts';
import { CallError } from '../bridge/client.ts';
import { AppErrorDetails } from './app-error-details.tsx';
import { AppErrorAction } from './app-error-action.tsx';
import { useErrorTexts } from './use-error-texts.ts';

export interface AppErrorViewProps {
  /** The contract's error, or whatever a query or mutation threw. */
  readonly error: AppError | Error;
  readonly onRetry?: () => void;
  readonly onDismiss?: () => void;
}

export function toAppError(error: AppError | Error): AppError {
  if (error instanceof CallError) return error.data;
  if (error instanceof Error) return createAppError('internal', { params: { message: error.message } });
  return error;
}

export function AppErrorView({ error, onRetry, onDismiss }: AppErrorViewProps) {
  const data = toAppError(error);
  const { what, next } = useErrorTexts()(data);
  return (
    <Alert
      type="error"
      header={what}
      dismissible={onDismiss !== undefined}
      {...(onDismiss ? { onDismiss } : {})}
      action={<AppErrorAction error={data} {...(onRetry ? { onRetry } : {})} />}
    >
      <SpaceBetween size="xs">
        <Box>{next}</Box>
        <AppErrorDetails error={data} />
      </SpaceBetween>
    </Alert>
  );
}
