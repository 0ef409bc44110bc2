/** What can be done with an agreement: read it again, amend it, offer what comes after it. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AgreementDetail } from '../../../../shared/domain/agreement/agreement.ts';
import { READ_TERMS, startChangeSet } from '../../../../shared/domain/account/permissions.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { PermittedButton } from '../../../components/permitted-button.tsx';
import { useShowNotes } from '../../../components/use-create-draft.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';
import { ChooseAuthorization } from './choose-authorization.tsx';

interface AgreementActionsProps {
  readonly agreement: AgreementDetail;
  readonly refreshing: boolean;
  onRefresh(): void;
}

/** The only products whose agreements AWS lets sellers amend. */
const AMENDABLE_PRODUCT = 'SaaSProduct';

export function AgreementActions({ agreement, refreshing, onRefresh }: AgreementActionsProps) {
  const t = useTexts('agreements');
  const { account, role } = agreement.summary;
  const amend = useStartDraft('agreements.amend', agreement);
  const renew = useStartDraft('agreements.renew', agreement);
  const [isChoosing, setChoosing] = useState(false);
  if (role !== 'proposer') return null;
  const reason = whyNotAmendable(agreement);
  const isResold = agreement.summary.resaleAuthorizationId !== null;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button iconName="refresh" loading={refreshing} onClick={onRefresh}>
        {t('page.refresh')}
      </Button>
      <PermittedButton account={account} actions={READ_TERMS} loading={renew.isPending} onClick={renew.start}>
        {t('renew.start')}
      </PermittedButton>
      <PermittedButton
        account={account}
        actions={[
          startChangeSet(isResold ? 'CreateReplacementOfferUsingResaleAuthorization' : 'CreateReplacementOffer'),
        ]}
        variant="primary"
        loading={amend.isPending}
        onClick={isResold ? () => setChoosing(true) : amend.start}
        {...(reason === null ? {} : { disabled: true, disabledReason: t(`amend.not.${reason}`) })}
      >
        {t('amend.start')}
      </PermittedButton>
      {isChoosing && <ChooseAuthorization agreement={agreement.summary} onClose={() => setChoosing(false)} />}
    </SpaceBetween>
  );
}

function whyNotAmendable({ summary, terms }: AgreementDetail): string | null {
  if (summary.status !== 'ACTIVE') return 'active';
  const isContract = terms.some(({ type }) => /UpfrontPricingTerm$/.test(type));
  return summary.productType === AMENDABLE_PRODUCT && isContract ? null : 'product';
}

function useStartDraft(method: 'agreements.amend' | 'agreements.renew', { summary }: AgreementDetail) {
  const navigate = useNavigate();
  const showFlash = useShowFlash();
  const showNotes = useShowNotes();
  const start = useCallMutation(method);
  return {
    isPending: start.isPending,
    start() {
      start.mutate(
        { account: summary.account, agreementId: summary.id },
        {
          onSuccess({ id, notes }) {
            showNotes(notes);
            void navigate(`/drafts/${encodeURIComponent(id)}`);
          },
          onError: (error) => showFlash({ id: 'draft-create', kind: 'error', error: error.data }),
        },
      );
    },
  };
}
