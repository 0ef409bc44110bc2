/** Where the wizard stands: the address names a step or a field, and the place is remembered for after a restart. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AuthorizationStep } from '../../../shared/domain/authorization/finding.ts';
import type { OfferDraft } from '../../../shared/domain/offer/draft.ts';
import { wizardStepSchema, type WizardStep } from '../../../shared/domain/offer/finding.ts';
import { shownSteps, stepOfPath } from '../../../shared/domain/offer/wizard/definition.ts';
import { useClient } from '../../bridge/hooks.tsx';
import type { FocusTarget } from './editor/context.ts';
import { focusPath } from './editor/focus-path.ts';
import type { LoadedDraft } from './editor/use-loaded-draft.ts';

export interface WizardPlace {
  readonly step: WizardStep;
  readonly target: FocusTarget | null;
  readonly changeId: string | null;
  goToStep(step: WizardStep): void;
  goTo(pathOrStep: string): void;
  showChange(id: string | null): void;
}

function readStep(text: string | null): WizardStep | null {
  const parsed = wizardStepSchema.safeParse(text);
  return parsed.success ? parsed.data : null;
}

export function useWizardPlace({ id, lastStep, changeId }: LoadedDraft, draft: OfferDraft): WizardPlace {
  const [params, setParams] = useSearchParams();
  const [ask, setAsk] = useState(0);
  const path = params.get('path');
  const wanted = (path === null ? readStep(params.get('step')) : stepOfPath(path)) ?? lastStep;
  const shown = shownSteps(draft);
  const step = wanted && shown.includes(wanted) ? wanted : (shown[0] ?? 'product-buyers');
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `ask` makes a new target for the same path.
  const target = useMemo(() => (path === null ? null : { path }), [path, ask]);

  useEffect(() => (target ? focusPath(target.path) : undefined), [target]);
  useRememberStep(id, step);

  const goToStep = useCallback((next: WizardStep) => setParams(movedTo({ step: next })), [setParams]);
  return {
    step,
    target,
    changeId: params.get('change') ?? changeId,
    goToStep,
    goTo: useCallback(
      (pathOrStep) => {
        const named = readStep(pathOrStep);
        setAsk((count) => count + 1);
        setParams(movedTo(named ? { step: named } : { path: pathOrStep }));
      },
      [setParams],
    ),
    showChange: useCallback((change) => setParams(change === null ? {} : { change }), [setParams]),
  };
}

/** Another place in the same wizard: what AWS said about a failed write stays in sight while it is being corrected. */
function movedTo(place: Record<string, string>): (before: URLSearchParams) => URLSearchParams {
  return (before) => {
    const change = before.get('change');
    return new URLSearchParams(change === null ? place : { ...place, change });
  };
}

export function useRememberStep(draftId: string, step: WizardStep | AuthorizationStep): void {
  const client = useClient();
  useEffect(() => {
    // Only comfort depends on it; the draft itself is saved on its own.
    client.call('app.preferences.set', { lastDraft: { id: draftId, step } }).catch(() => {});
  }, [client, draftId, step]);
}
