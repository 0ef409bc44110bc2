/** The steps of a connection test as they come in, and how each state looks. */
import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { CONNECTION_TEST_STEPS, type ConnectionTestStep } from '../../../shared/domain/account/account.ts';

export const STEP_LOOKS: Record<ConnectionTestStep['state'], StatusIndicatorProps.Type> = {
  pending: 'pending',
  running: 'in-progress',
  passed: 'success',
  failed: 'error',
  skipped: 'stopped',
  unknown: 'info',
};

export function pendingSteps(): ConnectionTestStep[] {
  return CONNECTION_TEST_STEPS.map((step) => ({
    step,
    state: 'pending',
    messageKey: null,
    params: {},
    missingAction: null,
    error: null,
  }));
}

export function withStep(steps: readonly ConnectionTestStep[], changed: ConnectionTestStep): ConnectionTestStep[] {
  return steps.map((step) => (step.step === changed.step ? changed : step));
}

export function summariseSteps(steps: readonly ConnectionTestStep[]): 'passed' | 'failed' {
  return steps.some(({ state }) => state === 'failed') ? 'failed' : 'passed';
}
