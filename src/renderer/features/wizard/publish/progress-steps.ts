/** The states of a write as steps that a person can follow. */
import { CHANGE_STATES, type Change, type ChangeState } from '../../../../shared/domain/change/change.ts';

type StepStatus = 'success' | 'in-progress' | 'pending' | 'warning';

export interface ProgressStep {
  /** `progress.<key>` of the catalogue. */
  readonly key: string;
  readonly status: StepStatus;
  readonly params: Record<string, string>;
}

/** Each step is reached with a state; the one after the last reached is under way. */
const REACHED_WITH: readonly (readonly [key: string, state: ChangeState])[] = [
  ['journalled', 'intended'],
  ['sent', 'sent'],
  ['processed', 'succeeded'],
  ['compared', 'verified'],
];

const NO_PARAMS: Record<string, string> = {};

export function progressSteps({
  state,
  awsStatus,
  error,
}: Pick<Change, 'state' | 'awsStatus' | 'error'>): ProgressStep[] {
  const reached = CHANGE_STATES.indexOf(state);
  const done = REACHED_WITH.filter(([, needed]) => CHANGE_STATES.indexOf(needed) <= reached).length;
  const current: StepStatus = error === null ? 'in-progress' : 'warning';
  return REACHED_WITH.map(([key], index): ProgressStep => {
    const waiting = key === 'processed' && index === done && awsStatus !== null;
    return {
      key: waiting ? 'processing' : key,
      status: index < done ? 'success' : index === done ? current : 'pending',
      params: waiting ? { status: awsStatus ?? '' } : NO_PARAMS,
    };
  });
}
