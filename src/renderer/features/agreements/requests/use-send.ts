/** Sends a request through the journal and follows it until AWS has answered: closed on success, said in the dialog on failure. */
import { useEffect, useState } from 'react';
import type { MethodInput } from '../../../../shared/contract/index.ts';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { CallError } from '../../../bridge/client.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';

type SendMethod =
  'agreements.sendCancellation' | 'agreements.sendPayment' | 'agreements.sendAdjustment' | 'agreements.withdrawRequest';

const POLL_MS = 2000;

export function useSend<M extends SendMethod>(method: M, onSent: () => void) {
  const send = useCallMutation(method);
  const [changeId, setChangeId] = useState<string | null>(null);
  const showFlash = useShowFlash();
  const { data: change } = useCallQuery(
    'changes.get',
    { id: changeId ?? '' },
    { enabled: changeId !== null, refetchInterval: POLL_MS },
  );
  const current = changeId === null ? undefined : change;
  const isDone = current?.state === 'succeeded' || current?.state === 'verified';
  const hasFailed =
    current !== undefined && (['failed', 'refused', 'cancelled'].includes(current.state) || current.paused);
  useEffect(() => {
    if (!isDone) return;
    showFlash({ id: 'request', kind: 'success', messageKey: 'requests:sent' });
    onSent();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it has happened.
  }, [isDone]);
  const failure: AppError | null = hasFailed ? (current?.error ?? null) : null;
  return {
    busy: send.isPending || (changeId !== null && !hasFailed),
    error: failure ? new CallError(failure) : send.error,
    start(input: MethodInput<M>) {
      setChangeId(null);
      send.mutate(input, { onSuccess: (answer) => setChangeId((answer as { change: { id: string } }).change.id) });
    },
  };
}

/** The core's names of fields, and AWS's for the same. */
const AWS_NAMES: Readonly<Record<string, string>> = {
  chargeAmount: 'amount',
  adjustmentAmount: 'amount',
  originalInvoiceId: 'invoiceId',
  reasonCode: 'reason',
  adjustmentReasonCode: 'reason',
  cancellationReason: 'reason',
};

export function fieldErrorsOf(error: Error | null): ReadonlyMap<string, AppError['fields'][number]> {
  if (!(error instanceof CallError)) return new Map();
  return new Map(error.data.fields.map((field) => [AWS_NAMES[field.path] ?? field.path, field]));
}
