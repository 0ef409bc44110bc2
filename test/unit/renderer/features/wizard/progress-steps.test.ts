import { describe, expect, it } from 'vitest';
import { progressSteps } from '../../../../../src/renderer/features/wizard/publish/progress-steps.ts';
import { createAppError } from '../../../../../src/shared/errors/app-error.ts';

const words = (...args: Parameters<typeof progressSteps>) =>
  progressSteps(...args).map(({ key, status }) => `${key} ${status}`);

describe('progressSteps', () => {
  it('shows what is under way after each state of the journal', () => {
    const at = (state: 'intended' | 'sending' | 'sent' | 'succeeded' | 'verified') =>
      words({ state, awsStatus: null, error: null });
    expect(at('intended')).toEqual(['journalled success', 'sent in-progress', 'processed pending', 'compared pending']);
    expect(at('sending')).toEqual(at('intended'));
    expect(at('sent')[2]).toBe('processed in-progress');
    expect(at('succeeded')[3]).toBe('compared in-progress');
    expect(at('verified').every((word) => word.endsWith('success'))).toBe(true);
  });

  it('says AWS’s own word while AWS works', () => {
    const [, , third] = progressSteps({ state: 'sent', awsStatus: 'APPLYING', error: null });
    expect(third).toEqual({ key: 'processing', status: 'in-progress', params: { status: 'APPLYING' } });
  });

  it('shows where a temporary failure stopped it', () => {
    const error = createAppError('network-unreachable', { retryable: true });
    expect(words({ state: 'sending', awsStatus: null, error })[1]).toBe('sent warning');
  });
});
