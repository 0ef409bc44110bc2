/** One action on an offer: what is typed, and before it is sent what changes, for whom, what the rules say, and the request. */
import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { useState } from 'react';
import type { OfferPlanReport } from '../../../../shared/contract/offers.ts';
import type { Change } from '../../../../shared/domain/change/change.ts';
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
  readonly offer: ActedOffer;
  readonly kind: OfferActionKind;
  /** For a place that follows the write by itself; elsewhere a notice with a link says that it is on its way. */
  onSent?(change: Change): void;
  onClose(): void;
}

/** What is known of the offer before it is read anew. */
type ActedOffer = Pick<OfferSummary, 'account' | 'id' | 'name' | 'availabilityEndDate'>;

export function ActionDialog({ offer, kind, onSent, onClose }: ActionDialogProps) {
  const t = useTexts('life');
  const ref = { account: offer.account, offerId: offer.id };
  // Of all that can be typed only the description is on no list.
  const detail = useCallQuery('offers.get', ref, { enabled: kind === 'rename' });
  const [typed, setTyped] = useState<OfferAction | null>(null);
  const [read, setRead] = useState(false);
  const action = typed ?? firstAction(kind, offer, detail.data?.description ?? null);
  // What was planned for an earlier keystroke stays on screen until the next plan is here, but cannot be sent.
  const plan = useCallQuery(
    'offers.plan',
    { ...ref, action: action ?? { kind: 'cancel' } },
    { enabled: action !== null, keepPrevious: true, staleTime: 0 },
  );
  const send = useSend(onSent, onClose);
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
      {kind === 'release' && <Box>{t('says.release')}</Box>}
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
      {detail.error && <AppErrorView error={detail.error} onRetry={() => void detail.refetch()} />}
      {plan.error && <AppErrorView error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.data ? <PlanFindings findings={plan.data.findings} /> : !plan.error && !detail.error && <PageLoading />}
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

/** Null while what it starts from is not there yet. */
function firstAction(kind: OfferActionKind, offer: ActedOffer, description: string | null): OfferAction | null {
  switch (kind) {
    case 'expiry':
      return { kind, availabilityEndDate: offer.availabilityEndDate ?? '', agreementDuration: null };
    case 'cancel':
    case 'release':
      return { kind };
    case 'rename':
      return description === null ? null : { kind, name: offer.name, description };
    case 'renewal':
      return { kind, renewal: { acquisitionChannel: 'AwsMarketplace', pricingModel: 'Contract' } };
  }
}

function useSend(onSent: ActionDialogProps['onSent'], onClose: () => void) {
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
          onSuccess: ({ change: sent }) => {
            onClose();
            if (onSent) {
              onSent(sent);
              return;
            }
            const { id, title } = sent;
            showFlash({
              id,
              kind: 'info',
              messageKey: 'life:flash.sent',
              params: { name: title },
              link: { textKey: 'life:flash.follow', to: ACTIVITY_PATH },
            });
          },
        },
      ),
  };
}
