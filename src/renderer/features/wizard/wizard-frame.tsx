/** The steps around the views: navigation, save status, and the way to publishing. */
import SpaceBetween from '@cloudscape-design/components/space-between';
import Wizard from '@cloudscape-design/components/wizard';
import { useLayoutEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { startChangeSet } from '../../../shared/domain/account/permissions.ts';
import type { Change } from '../../../shared/domain/change/change.ts';
import { WIZARD_STEPS, type WizardStep } from '../../../shared/domain/offer/finding.ts';
import { isBlocking } from '../../../shared/domain/offer/preflight/index.ts';
import { shownSteps } from '../../../shared/domain/offer/wizard/definition.ts';
import { decisiveTypesOf } from '../../../shared/domain/offer/source.ts';
import { PermittedButton } from '../../components/permitted-button.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { useHelp } from '../../stores/page.ts';
import { useEditor } from './editor/context.ts';
import type { DraftEditor } from './editor/use-draft-editor.ts';
import { LastActions } from './last-actions.tsx';
import { PublishDialog } from './publish/publish-dialog.tsx';
import { textsOf } from './publish/publish-texts.ts';
import { PublishFailed } from './publish/publish-failed.tsx';
import type { PublishIntent } from './publish/use-publish.ts';
import { stepTextKey } from './step-texts.ts';
import { StepView } from './steps/step-view.tsx';
import type { WizardPlace } from './use-wizard-place.ts';
import { WizardTop } from './wizard-top.tsx';

interface WizardFrameProps {
  readonly place: WizardPlace;
  readonly draftEditor: DraftEditor;
  readonly failed: Change | null;
}

export function WizardFrame({ place, draftEditor, failed }: WizardFrameProps) {
  const t = useTexts('wizard');
  const navigate = useNavigate();
  const { draft, account, findings, touch, goTo, flush } = useEditor();
  const [asking, setAsking] = useState<PublishIntent | null>(null);
  const unlocked = useUnlocked();
  const titles = useStepTitles();
  const steps = shownSteps(draft);
  useHelp('wizard', stepTextKey(draft, 'help', place.step));

  function ask(intent: PublishIntent): void {
    const obstacle = findings.find((finding) => isBlocking(finding, intent));
    if (obstacle) goTo(obstacle.path || obstacle.step);
    else setAsking(intent);
  }

  const close = () => void flush().then((saved) => saved && navigate('/drafts'));

  return (
    <SpaceBetween size="m">
      <WizardTop save={draftEditor.save} onRetry={() => void flush()} />
      {failed && <PublishFailed change={failed} onDismiss={() => place.showChange(null)} />}
      <Wizard
        activeStepIndex={unlocked ? steps.indexOf(place.step) : WIZARD_STEPS.length - 1}
        steps={(unlocked ? steps : WIZARD_STEPS).map((step) => ({
          title: titles(step),
          description: t(stepTextKey(draft, 'stepDescription', step)),
          content: unlocked && step === place.step ? <StepView step={step} /> : null,
        }))}
        i18nStrings={{ cancelButton: t('saveAndClose') }}
        {...(place.step === 'review' && {
          customPrimaryActions: (
            <LastActions
              account={account?.key ?? null}
              changeTypes={decisiveTypesOf(draft, 'release')}
              text={t(`publish.${textsOf(draft, 'release')}.confirm`)}
              onClose={close}
              onPrevious={() => place.goToStep(steps.at(-2) ?? 'review')}
              onSubmit={() => ask('release')}
            />
          ),
        })}
        secondaryActions={
          place.step === 'review' && draft.target?.state !== 'Released' ? (
            <PermittedButton
              account={account?.key ?? null}
              actions={decisiveTypesOf(draft, 'draft').map(startChangeSet)}
              onClick={() => ask('draft')}
            >
              {t('publish.draft.confirm')}
            </PermittedButton>
          ) : null
        }
        onNavigate={({ detail }) => {
          touch(place.step);
          const next = steps[detail.requestedStepIndex];
          if (next) place.goToStep(next);
        }}
        onCancel={close}
      />
      {asking && account && (
        <PublishDialog
          intent={asking}
          account={account}
          revision={draftEditor.revision}
          onPublished={({ id }) => place.showChange(id)}
          onClose={() => setAsking(null)}
        />
      )}
    </SpaceBetween>
  );
}

/**
 * The kit lets people jump only to steps up to the farthest one seen. A draft may be edited in any order, so the last step is
 * shown for a moment that nobody sees.
 */
function useUnlocked(): boolean {
  const [unlocked, setUnlocked] = useState(false);
  // eslint-disable-next-line react-hooks/set-state-in-effect -- the kit counts what it has rendered.
  useLayoutEffect(() => setUnlocked(true), []);
  return unlocked;
}

/** Names of the steps, with the number of errors once these are shown. */
function useStepTitles(): (step: WizardStep) => string {
  const t = useTexts('wizard');
  const { draft, findings, awsErrors, showsAll, touched, stepOf } = useEditor();
  return (step) => {
    const title = t(stepTextKey(draft, 'step', step));
    const isShown = showsAll || touched.has(step);
    const here = findings.filter(
      (finding) => finding.severity === 'error' && (stepOf(finding.path) ?? finding.step) === step,
    );
    const count =
      (isShown ? here.length : 0) + awsErrors.filter(({ path }) => (stepOf(path) ?? 'review') === step).length;
    return count === 0 ? title : t('stepWithErrors', { step: title, count });
  };
}
