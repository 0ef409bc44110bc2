/** Asks before something is done about an engagement: account, exact request, then follows it. On failure what was typed stays. */
import { useEffect, useState, type ReactNode } from 'react';
import type { Account } from '../../../shared/domain/account/account.ts';
import { deedSchema, type Deed } from '../../../shared/domain/engagement/deed.ts';
import { CallError } from '../../bridge/client.ts';
import { useCallMutation, useCallQuery } from '../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { RequestPreview } from '../../components/request-preview.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { useShowFlash } from '../../stores/flashes.ts';
import { hasFailed, useChange } from '../wizard/publish/use-change.ts';

interface DeedDialogProps {
  readonly account: Account;
  /** What it is about, as a person calls it. */
  readonly what: string;
  /** What kind of thing that is. */
  readonly about?: 'engagement' | 'settings' | 'opportunity';
  /** As typed: shown and sent only once it is complete. */
  readonly deed: Deed;
  /** Under which the texts `title`, `confirm` and `done` stand. */
  readonly words: string;
  readonly children: ReactNode;
  onClose(): void;
  /** When AWS has done it; the dialog closes after that. */
  onDone?(resultId: string | null): void;
  /** Somebody has tried to send what is not complete. */
  onRefused?(): void;
}

export function DeedDialog(props: DeedDialogProps) {
  const { account, deed, words, onClose } = props;
  const t = useTexts('engagements');
  const isReady = deedSchema.safeParse(deed).success;
  const input = { account: account.key, deed };
  const { data: plan, error } = useCallQuery('engagements.plan', input, { enabled: isReady });
  const send = useDeed(words, (resultId) => {
    props.onDone?.(resultId);
    onClose();
  });
  return (
    <ConfirmDialog
      title={t(`${words}.title`)}
      confirmText={t(`${words}.confirm`)}
      busy={send.busy}
      error={send.error ?? error}
      onClose={onClose}
      onConfirm={() => {
        if (isReady && plan) send.start({ ...input, confirmedAccountId: account.awsAccountId });
        else props.onRefused?.();
      }}
    >
      {props.children}
      <RequestPreview
        kind={props.about ?? 'engagement'}
        account={account}
        what={props.what}
        plan={isReady ? plan : undefined}
      />
    </ConfirmDialog>
  );
}

function useDeed(words: string, onDone: (resultId: string | null) => void) {
  const send = useCallMutation('engagements.write');
  const showFlash = useShowFlash();
  const [changeId, setChangeId] = useState<string | null>(null);
  const { change } = useChange(changeId);
  const isDone = change?.state === 'succeeded' || change?.state === 'verified';
  const hasStopped = change !== null && (hasFailed(change) || change.paused);
  useEffect(() => {
    if (!isDone) return;
    showFlash({ id: `deed-${words}`, kind: 'success', messageKey: `engagements:${words}.done` });
    onDone(change.resultId);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it has happened.
  }, [isDone]);
  return {
    busy: send.isPending || (changeId !== null && !hasStopped),
    error: hasStopped && change.error ? new CallError(change.error) : send.error,
    start(input: Parameters<typeof send.mutate>[0]) {
      setChangeId(null);
      send.mutate(input, { onSuccess: (answer) => setChangeId(answer.change.id) });
    },
  };
}
