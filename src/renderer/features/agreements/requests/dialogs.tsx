/** The dialogs that send a request about an agreement, and the one that takes a request back. */
import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import type { Account } from '../../../../shared/domain/account/account.ts';
import type { AgreementDetail } from '../../../../shared/domain/agreement/agreement.ts';
import {
  ADJUSTMENT_REASONS,
  CANCELLATION_DAYS,
  CANCELLATION_REASONS,
  REQUEST_LIMITS,
  type AgreementRequest,
} from '../../../../shared/domain/agreement/request.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { LastFourField, ReasonField, RequestDialog, TextField, useFieldError } from './request-dialog.tsx';
import { useSend } from './use-send.ts';

interface SendDialogProps {
  readonly account: Account;
  readonly agreement: AgreementDetail;
  onClose(): void;
}

const baseOf = ({ account, agreement }: SendDialogProps) => ({
  account: account.key,
  agreementId: agreement.summary.id,
  confirmedAccountId: account.awsAccountId,
});

export function CancellationDialog(props: SendDialogProps) {
  const t = useTexts('requests');
  const send = useSend('agreements.sendCancellation', props.onClose);
  const [reason, setReason] = useState<(typeof CANCELLATION_REASONS)[number]>('INCORRECT_TERMS_ACCEPTED');
  const [description, setDescription] = useState('');
  return (
    <RequestDialog
      {...props}
      title={t('cancellation.title')}
      agreementId={props.agreement.summary.id}
      send={send}
      onConfirm={() => send.start({ ...baseOf(props), reason, description })}
    >
      <Alert type="warning">{t('cancellation.says', { count: CANCELLATION_DAYS })}</Alert>
      <ReasonField reasons={CANCELLATION_REASONS} value={reason} onChange={(next) => setReason(next)} />
      <TextField path="description" label={t('description')} value={description} long onChange={setDescription} />
    </RequestDialog>
  );
}

export function PaymentDialog(props: SendDialogProps) {
  const t = useTexts('requests');
  const format = useFormat();
  const { account, agreementId } = baseOf(props);
  const { data } = useCallQuery('agreements.requestFacts', { account, agreementId });
  const send = useSend('agreements.sendPayment', props.onClose);
  const [typed, setTyped] = useState({ name: '', amount: '', description: '', lastFour: '' });
  const change = (name: keyof typeof typed) => (value: string) => setTyped((before) => ({ ...before, [name]: value }));
  const { min, max } = { min: REQUEST_LIMITS.nameMin, max: REQUEST_LIMITS.nameMax };
  const variable = data?.variable;
  const most = variable?.max ? t('payment.most', { amount: format.money(variable.max, variable.currency) }) : '';
  return (
    <RequestDialog
      {...props}
      title={t('payment.title')}
      agreementId={agreementId}
      send={send}
      onConfirm={() => send.start({ ...baseOf(props), ...typed })}
    >
      <Alert type="info">
        {variable?.expiration
          ? t('payment.saysExpiration', { time: format.duration(variable.expiration) })
          : t('payment.says')}
      </Alert>
      <TextField
        path="name"
        label={t('payment.name')}
        hint={t('payment.nameHint', { min, max })}
        value={typed.name}
        onChange={change('name')}
      />
      <TextField
        path="amount"
        label={t('column.amount')}
        hint={most}
        value={typed.amount}
        onChange={change('amount')}
      />
      <TextField
        path="description"
        label={t('description')}
        value={typed.description}
        long
        onChange={change('description')}
      />
      <LastFourField value={typed.lastFour} onChange={change('lastFour')} />
    </RequestDialog>
  );
}

export function AdjustmentDialog(props: SendDialogProps) {
  const t = useTexts('requests');
  const format = useFormat();
  const invoices = props.agreement.invoices.filter(({ type }) => type === 'INVOICE');
  const send = useSend('agreements.sendAdjustment', props.onClose);
  const [invoiceId, setInvoiceId] = useState(invoices[0]?.id ?? '');
  const [reason, setReason] = useState<(typeof ADJUSTMENT_REASONS)[number]>('INCORRECT_TERMS_ACCEPTED');
  const [typed, setTyped] = useState({ amount: '', description: '', lastFour: '' });
  const change = (name: keyof typeof typed) => (value: string) => setTyped((before) => ({ ...before, [name]: value }));
  const invoice = invoices.find(({ id }) => id === invoiceId);
  const most = invoice
    ? t('adjustment.most', { amount: format.money(invoice.maxAdjustment ?? invoice.amount, invoice.currency) })
    : '';
  return (
    <RequestDialog
      {...props}
      title={t('adjustment.title')}
      agreementId={props.agreement.summary.id}
      send={send}
      onConfirm={() => send.start({ ...baseOf(props), invoiceId, reason, ...typed })}
    >
      <Alert type="warning">{t('adjustment.says')}</Alert>
      <InvoiceField invoices={invoices} value={invoiceId} onChange={setInvoiceId} />
      <TextField
        path="amount"
        label={t('column.amount')}
        hint={most}
        value={typed.amount}
        onChange={change('amount')}
      />
      <ReasonField reasons={ADJUSTMENT_REASONS} value={reason} onChange={(next) => setReason(next)} />
      <TextField
        path="description"
        label={t('description')}
        value={typed.description}
        long
        onChange={change('description')}
      />
      <LastFourField value={typed.lastFour} onChange={change('lastFour')} />
    </RequestDialog>
  );
}

interface InvoiceFieldProps {
  readonly invoices: AgreementDetail['invoices'];
  readonly value: string;
  onChange(id: string): void;
}

function InvoiceField({ invoices, value, onChange }: InvoiceFieldProps) {
  const t = useTexts('requests');
  const format = useFormat();
  const error = useFieldError('invoiceId');
  const options = invoices.map(({ id, amount, currency }) => ({
    value: id,
    label: id,
    description: format.money(amount, currency),
  }));
  return (
    <FormField label={t('adjustment.invoice')} errorText={error}>
      <Select
        options={options}
        selectedOption={options.find((option) => option.value === value) ?? null}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}

interface WithdrawDialogProps {
  readonly account: Account;
  readonly request: AgreementRequest;
  onClose(): void;
}

export function WithdrawDialog({ account, request, onClose }: WithdrawDialogProps) {
  const t = useTexts('requests');
  const send = useSend('agreements.withdrawRequest', onClose);
  const [reason, setReason] = useState('');
  return (
    <RequestDialog
      account={account}
      agreementId={request.agreementId}
      title={t('withdraw.title')}
      send={send}
      onClose={onClose}
      onConfirm={() =>
        send.start({ account: account.key, id: request.id, reason, confirmedAccountId: account.awsAccountId })
      }
    >
      <Alert type="info">{t(`withdraw.${request.kind}`)}</Alert>
      {request.kind === 'cancellation' && (
        <TextField path="reason" label={t('withdraw.reason')} value={reason} long onChange={setReason} />
      )}
    </RequestDialog>
  );
}
