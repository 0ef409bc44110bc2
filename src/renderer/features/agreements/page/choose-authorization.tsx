/** A channel partner amends an agreement from a new authorization: which of those shared with the account, and why not the others. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Spinner from '@cloudscape-design/components/spinner';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AgreementSummary } from '../../../../shared/domain/agreement/agreement.ts';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useAnyText, useFormat, useTexts } from '../../../i18n/context.tsx';

type Choice = MethodOutput<'channel.choices'>['choices'][number];

export function ChooseAuthorization({ agreement, onClose }: { agreement: AgreementSummary; onClose(): void }) {
  const t = useTexts('agreements');
  const navigate = useNavigate();
  const ref = { account: agreement.account, agreementId: agreement.id };
  const { data, error, refetch } = useCallQuery('channel.choices', ref);
  const amend = useCallMutation('channel.amend');
  const [picked, setPicked] = useState<string | null>(null);
  const fitting = data?.choices.filter(({ refusal }) => refusal === null) ?? [];
  // The only one that fits needs no choosing.
  const chosen = picked ?? (fitting.length === 1 ? (fitting[0]?.authorization.id ?? null) : null);
  return (
    <ConfirmDialog
      title={t('amend.choose.title')}
      confirmText={t('amend.choose.confirm')}
      busy={amend.isPending}
      disabled={chosen === null}
      error={amend.error}
      onClose={onClose}
      onConfirm={() =>
        amend.mutate(
          { ...ref, authorizationId: chosen ?? '' },
          { onSuccess: ({ id }) => void navigate(`/drafts/${encodeURIComponent(id)}`) },
        )
      }
    >
      <Box>{t('amend.choose.says', { buyer: agreement.acceptor })}</Box>
      {error && <AppErrorView error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Box>
          <Spinner /> {t('amend.choose.reading')}
        </Box>
      )}
      {data && fitting.length === 0 && (
        <Alert type="warning" header={t('amend.choose.none')}>
          {t('amend.choose.noneSays', {
            product: agreement.productTitle ?? agreement.productId,
            buyer: agreement.acceptor,
          })}
        </Alert>
      )}
      {data && data.choices.length > 0 && <Choices choices={data.choices} chosen={chosen} onChoose={setPicked} />}
    </ConfirmDialog>
  );
}

interface ChoicesProps {
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  onChoose(id: string): void;
}

function Choices({ choices, chosen, onChoose }: ChoicesProps) {
  const t = useTexts('agreements');
  const any = useAnyText();
  const format = useFormat();
  const about = ({ authorization: { manufacturerName, manufacturerAccountId, endDate }, refusal }: Choice) =>
    [
      [manufacturerName, manufacturerAccountId].filter(Boolean).join(' '),
      endDate === null ? t('amend.choose.noEnd') : t('amend.choose.until', { date: format.date(endDate) }),
      refusal && any(refusal.messageKey, refusal.params),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <RadioGroup
      ariaLabel={t('amend.choose.title')}
      value={chosen}
      items={choices.map((choice) => ({
        value: choice.authorization.id,
        label: choice.authorization.name || choice.authorization.id,
        description: about(choice),
        disabled: choice.refusal !== null,
      }))}
      onChange={({ detail }) => onChoose(detail.value)}
    />
  );
}
