/** What every dialog of a request has: for which account it is sent, what is wrong at which field, the digits where money moves. */
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Select from '@cloudscape-design/components/select';
import Textarea from '@cloudscape-design/components/textarea';
import { createContext, useContext, type ReactNode } from 'react';
import type { Account } from '../../../../shared/domain/account/account.ts';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useAnyText, useTexts } from '../../../i18n/context.tsx';
import { reasonText } from './request-status.tsx';
import { fieldErrorsOf } from './use-send.ts';

type FieldErrors = ReadonlyMap<string, AppError['fields'][number]>;
const FieldErrorsContext = createContext<FieldErrors>(new Map());

interface RequestDialogProps {
  readonly title: string;
  readonly account: Account;
  readonly agreementId: string;
  readonly send: { readonly busy: boolean; readonly error: Error | null };
  readonly children: ReactNode;
  onConfirm(): void;
  onClose(): void;
}

export function RequestDialog({ title, account, agreementId, send, children, onConfirm, onClose }: RequestDialogProps) {
  const t = useTexts('requests');
  const errors = fieldErrorsOf(send.error);
  return (
    <FieldErrorsContext value={errors}>
      <ConfirmDialog
        title={title}
        confirmText={t('send')}
        busy={send.busy}
        // Each wrong field says so itself.
        error={[...errors.keys()].some((path) => path !== 'agreementId') ? null : send.error}
        onConfirm={onConfirm}
        onClose={onClose}
      >
        <KeyValuePairs
          columns={2}
          items={[
            { label: t('column.account'), value: <AccountBadge account={account} /> },
            { label: t('column.awsAccountId'), value: account.awsAccountId },
            { label: t('column.agreement'), value: agreementId },
          ]}
        />
        {children}
      </ConfirmDialog>
    </FieldErrorsContext>
  );
}

interface TextFieldProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly long?: boolean;
  onChange(value: string): void;
}

export function useFieldError(path: string): string | undefined {
  const any = useAnyText();
  const field = useContext(FieldErrorsContext).get(path);
  return field ? any(field.messageKey, field.params) : undefined;
}

export function TextField({ path, label, hint, value, long = false, onChange }: TextFieldProps) {
  const error = useFieldError(path);
  const Control = long ? Textarea : Input;
  return (
    <FormField label={label} constraintText={hint} errorText={error}>
      <Control value={value} invalid={error !== undefined} onChange={({ detail }) => onChange(detail.value)} />
    </FormField>
  );
}

/** Typed by hand, so that nobody moves money of the wrong account. */
export function LastFourField({ value, onChange }: Pick<TextFieldProps, 'value' | 'onChange'>) {
  const t = useTexts('requests');
  return (
    <TextField
      path="lastFour"
      label={t('lastFour.label')}
      hint={t('lastFour.says')}
      value={value}
      onChange={onChange}
    />
  );
}

interface ReasonFieldProps<R extends string> {
  readonly reasons: readonly R[];
  readonly value: R;
  onChange(reason: R): void;
}

export function ReasonField<R extends string>({ reasons, value, onChange }: ReasonFieldProps<R>) {
  const t = useTexts('requests');
  const error = useFieldError('reason');
  const toOption = (reason: R) => ({ value: reason, label: reasonText(t, reason) });
  return (
    <FormField label={t('reasonLabel')} errorText={error}>
      <Select
        options={reasons.map(toOption)}
        selectedOption={toOption(value)}
        onChange={({ detail }) => onChange(reasons.find((reason) => reason === detail.selectedOption.value) ?? value)}
      />
    </FormField>
  );
}
