/** One action on an offer: what is typed, and before it is sent what changes, for whom, what the rules say, and the request. */
import Checkbox from '@cloudscape-design/components/checkbox';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { useState } from 'react';
import type { OfferPlanReport } from '../../../../shared/contract/offers.ts';
import type { OfferAction, OfferActionKind } from '../../../../shared/domain/offer/life/action.ts';
import type { OfferSummary } from '../../../../shared/domain/offer/offer.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';
import { ACTIVITY_PATH } from '../paths.ts';
import { ActionFields } from './action-fields.tsx';
import { PlanFacts, PlanFindings } from './plan-view.tsx';

interface ActionDialogProps {
  readonly offer: OfferSummary;
  readonly kind: Exclude<OfferActionKind, 'release'>;
  onClose(): void;
}

export function ActionDialog({ offer, kind, onClose }: ActionDialogProps) {
  const t = useTexts('life');
  const ref = { account: offer.account, offerId: offer.id };
  const detail = useCallQuery('offers.get', ref);
  const [typed, setTyped] = useState<OfferAction | null>(null);
  const [read, setRead] = useState(false);
  const action = typed ?? (detail.data ? firstAction(kind, offer, detail.data.description) : null);
  // What was planned for an earlier keystroke stays on screen until the next plan is here, but cannot be sent.
  const plan = useCallQuery(
    'offers.plan',
    { ...ref, action: action ?? { kind: 'cancel' } },
    { enabled: action !== null, keepPrevious: true, staleTime: 0 },
  );
  const send = useSend(onClose);
  const isCurrent = plan.data !== undefined && !plan.isPlaceholderData && !plan.isFetching;
  const warnings = plan.data?.findings.filter(({ severity }) => severity === 'warning') ?? [];
  const hasErrors = plan.data?.findings.some(({ severity }) => severity === 'error') ?? true;
  const canSend = isCurrent && !hasErrors && plan.data.request !== '' && (warnings.length === 0 || read);
  return (
    <ConfirmDialog
      title={t(`title.${kind}`)}
      confirmText={t(`confirm.${kind}`)}
      busy={send.isPending}
      disabled={!canSend}
      error={send.error}
      onClose={onClose}
      onConfirm={() => plan.data && send.start(plan.data)}
    >
      {action && (
        <ActionFields
          action={action}
          suggestedDuration={plan.data?.suggestedDuration ?? null}
          onChange={(next) => {
            setTyped(next);
            setRead(false);
          }}
        />
      )}
      {plan.error && <AppErrorView error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.data ? <PlanFindings findings={plan.data.findings} /> : !plan.error && <PageLoading />}
      {warnings.length > 0 && (
        <Checkbox checked={read} onChange={({ detail: { checked } }) => setRead(checked)}>
          {t('readWarnings', { count: warnings.length })}
        </Checkbox>
      )}
      {plan.data && <PlanFacts plan={plan.data} />}
      {plan.data && plan.data.request !== '' && (
        <ExpandableSection headerText={t('request')}>
          <JsonView value={JSON.parse(plan.data.request) as unknown} label={t('request')} />
        </ExpandableSection>
      )}
    </ConfirmDialog>
  );
}

function firstAction(kind: ActionDialogProps['kind'], offer: OfferSummary, description: string): OfferAction {
  switch (kind) {
    case 'expiry':
      return { kind, availabilityEndDate: offer.availabilityEndDate ?? '', agreementDuration: null };
    case 'cancel':
      return { kind };
    case 'rename':
      return { kind, name: offer.name, description };
    case 'renewal':
      return { kind, renewal: { acquisitionChannel: 'AwsMarketplace', pricingModel: 'Contract' } };
  }
}

function useSend(onSent: () => void) {
  const change = useCallMutation('offers.change');
  const showFlash = useShowFlash();
  return {
    isPending: change.isPending,
    error: change.error,
    start: ({ account, offerId, action, revision, awsAccountId, findings }: OfferPlanReport) =>
      change.mutate(
        {
          account,
          offerId,
          action,
          revision,
          confirmedAccountId: awsAccountId,
          acknowledgedWarnings: findings.filter(({ severity }) => severity === 'warning').map(({ ruleId }) => ruleId),
        },
        {
          onSuccess: ({ change: { id, title } }) => {
            showFlash({
              id,
              kind: 'info',
              messageKey: 'life:flash.sent',
              params: { name: title },
              link: { textKey: 'life:flash.follow', to: ACTIVITY_PATH },
            });
            onSent();
          },
        },
      ),
  };
}
