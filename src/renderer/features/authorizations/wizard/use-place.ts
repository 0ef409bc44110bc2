/** Where the wizard stands, as the address names it: a step, a field, or the progress of what was sent. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AuthorizationDraft } from '../../../../shared/domain/authorization/draft.ts';
import { authorizationStepSchema, type AuthorizationStep } from '../../../../shared/domain/authorization/finding.ts';
import {
  authorizationStepOfPath,
  shownAuthorizationSteps,
} from '../../../../shared/domain/authorization/wizard/definition.ts';
import type { FocusTarget } from '../../wizard/editor/context.ts';
import { useRememberStep } from '../../wizard/use-wizard-place.ts';
import type { LoadedAuthorizationDraft } from './wizard-page.tsx';
import { focusPath } from '../../wizard/editor/focus-path.ts';

export interface AuthorizationPlace {
  readonly step: AuthorizationStep;
  readonly target: FocusTarget | null;
  readonly showsProgress: boolean;
  goToStep(step: AuthorizationStep): void;
  goTo(pathOrStep: string): void;
  showProgress(shown: boolean): void;
}

function readStep(text: string | null): AuthorizationStep | null {
  const parsed = authorizationStepSchema.safeParse(text);
  return parsed.success ? parsed.data : null;
}

export function useAuthorizationPlace(
  { id, lastStep, changeId }: LoadedAuthorizationDraft,
  draft: AuthorizationDraft,
): AuthorizationPlace {
  const [params, setParams] = useSearchParams();
  const [ask, setAsk] = useState(0);
  const path = params.get('path');
  const wanted = (path === null ? readStep(params.get('step')) : authorizationStepOfPath(path)) ?? lastStep;
  const shown = shownAuthorizationSteps(draft);
  const step = wanted && shown.includes(wanted) ? wanted : (shown[0] ?? 'product-partner');
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `ask` makes a new target for the same path.
  const target = useMemo(() => (path === null ? null : { path }), [path, ask]);

  useEffect(() => (target ? focusPath(target.path) : undefined), [target]);
  useRememberStep(id, step);

  return {
    step,
    target,
    // What was sent before is what the person wants to see first.
    showsProgress: params.get('view') === 'progress' || (changeId !== null && params.size === 0),
    goToStep: useCallback((next: AuthorizationStep) => setParams({ step: next }), [setParams]),
    goTo: useCallback(
      (pathOrStep: string) => {
        setAsk((count) => count + 1);
        setParams(readStep(pathOrStep) ? { step: pathOrStep } : { path: pathOrStep });
      },
      [setParams],
    ),
    showProgress: useCallback(
      (progress: boolean) => setParams(progress ? { view: 'progress' } : { step: 'review' }),
      [setParams],
    ),
  };
}
