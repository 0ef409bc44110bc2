/** The steps around the views: navigation, save status, and the way to publishing. */
import SpaceBetween from '@cloudscape-design/components/space-between';
import Wizard from '@cloudscape-design/components/wizard';
import { useLayoutEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { startChangeSet } from '../../../../shared/domain/account/permissions.ts';
import { AUTHORIZATION_STEPS, type AuthorizationStep } from '../../../../shared/domain/authorization/finding.ts';
import { isBlockingAuthorization } from '../../../../shared/domain/authorization/preflight/index.ts';
import { shownAuthorizationSteps } from '../../../../shared/domain/authorization/wizard/definition.ts';
import { PermittedButton } from '../../../components/permitted-button.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useHelp } from '../../../stores/page.ts';
import { useEditor } from '../../wizard/editor/context.ts';
import { LastActions } from '../../wizard/last-actions.tsx';
import { PublishFailed } from '../../wizard/publish/publish-failed.tsx';
import { WizardTop } from '../../wizard/wizard-top.tsx';
import { AUTHORIZATIONS_PATH } from '../paths.ts';
import type { AuthorizationDocument } from './loaded.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { AuthorizationStepView } from './step-view.tsx';
import type { AuthorizationPlace } from './use-place.ts';

const CREATE = 'CreateResaleAuthorization';
const RELEASE = 'ReleaseResaleAuthorization';

interface FrameProps {
  readonly place: AuthorizationPlace;
  readonly document: AuthorizationDocument;
  readonly failed: readonly Change[];
}

export function AuthorizationFrame({ place, document, failed }: FrameProps) {
  const t = useTexts('authorizations');
  const wizard = useTexts('wizard');
  const navigate = useNavigate();
  const { draft, account, findings, touch, goTo, flush } = useEditor();
  const [asking, setAsking] = useState<'release' | 'draft' | null>(null);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const unlocked = useUnlocked();
  const titleOf = useStepTitles();
  const steps = shownAuthorizationSteps(draft);
  useHelp('authorizations', `help.${place.step}`);

  function ask(intent: 'release' | 'draft'): void {
    const obstacle = findings.find((finding) => isBlockingAuthorization(finding, intent));
    if (obstacle) goTo(obstacle.path || obstacle.step);
    else setAsking(intent);
  }

  const close = () => void flush().then((saved) => saved && navigate(AUTHORIZATIONS_PATH));

  return (
    <SpaceBetween size="m">
      <WizardTop save={document.save} onRetry={() => void flush()} />
      {failed
        .filter(({ id }) => !dismissed.includes(id))
        .map((change) => (
          <PublishFailed key={change.id} change={change} onDismiss={() => setDismissed([...dismissed, change.id])} />
        ))}
      <Wizard
        activeStepIndex={unlocked ? steps.indexOf(place.step) : AUTHORIZATION_STEPS.length - 1}
        steps={(unlocked ? steps : AUTHORIZATION_STEPS).map((step) => ({
          title: titleOf(step),
          description: t(`stepDescription.${step}`),
          content: unlocked && step === place.step ? <AuthorizationStepView step={step} /> : null,
        }))}
        i18nStrings={{ cancelButton: wizard('saveAndClose') }}
        {...(place.step === 'review' && {
          customPrimaryActions: (
            <LastActions
              account={account?.key ?? null}
              changeTypes={[CREATE, RELEASE]}
              deed="authorize"
              text={t('publish.release.confirm')}
              onClose={close}
              onPrevious={() => place.goToStep(steps.at(-2) ?? 'review')}
              onSubmit={() => ask('release')}
            />
          ),
          secondaryActions: (
            <PermittedButton
              account={account?.key ?? null}
              actions={[startChangeSet(CREATE)]}
              deed="authorize"
              onClick={() => ask('draft')}
            >
              {t('publish.draft.confirm')}
            </PermittedButton>
          ),
        })}
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
          revision={document.revision}
          onPublished={() => place.showProgress(true)}
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
function useStepTitles(): (step: AuthorizationStep) => string {
  const t = useTexts('authorizations');
  const wizard = useTexts('wizard');
  const { findings, awsErrors, showsAll, touched, stepOf } = useEditor();
  return (step) => {
    const isHere = (path: string, otherwise: string) => (stepOf(path) ?? otherwise) === step;
    const own = findings.filter((finding) => finding.severity === 'error' && isHere(finding.path, finding.step));
    const count =
      (showsAll || touched.has(step) ? own.length : 0) + awsErrors.filter(({ path }) => isHere(path, 'review')).length;
    const title = t(`step.${step}`);
    return count === 0 ? title : wizard('stepWithErrors', { step: title, count });
  };
}
