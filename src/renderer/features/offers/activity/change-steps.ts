/** The states of a write as steps that a person can follow. */
import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { CHANGE_STATES, type Change, type ChangeState } from '../../../../shared/domain/change/change.ts';

export interface ChangeStep {
  /** `step.<key>` of the catalogue. */
  readonly key: string;
  readonly status: StatusIndicatorProps.Type;
}

/** Each step is reached with a state. */
const STEPS: readonly { readonly key: string; readonly reachedWith: ChangeState }[] = [
  { key: 'journalled', reachedWith: 'intended' },
  { key: 'sent', reachedWith: 'sent' },
  { key: 'processed', reachedWith: 'succeeded' },
  { key: 'compared', reachedWith: 'verified' },
];

const ENDINGS: Partial<Record<ChangeState, StatusIndicatorProps.Type>> = {
  failed: 'error',
  refused: 'error',
  cancelled: 'stopped',
};

export function isEnded(state: ChangeState): boolean {
  return state === 'verified' || state in ENDINGS;
}

/** Steps done, the one under way, those to come. A write that AWS did not carry out ends with what became of it. */
export function toSteps({ state, changeSetId, error }: Pick<Change, 'state' | 'changeSetId' | 'error'>): ChangeStep[] {
  const ending = ENDINGS[state];
  if (ending !== undefined) {
    // A direct call that AWS decided against was sent as well, without any change set.
    const done = STEPS.slice(0, changeSetId === null && state !== 'failed' ? 1 : 2);
    const last: ChangeStep =
      error?.code === 'abandoned' ? { key: 'abandoned', status: 'stopped' } : { key: state, status: ending };
    return [...done.map(({ key }): ChangeStep => ({ key, status: 'success' })), last];
  }
  const reached = CHANGE_STATES.indexOf(state);
  const done = STEPS.filter(({ reachedWith }) => CHANGE_STATES.indexOf(reachedWith) <= reached).length;
  return STEPS.map(({ key }, index) => ({
    key,
    status: index < done ? 'success' : index > done ? 'pending' : error === null ? 'in-progress' : 'warning',
  }));
}
