/** State of an account being set up or edited: form, keys, which errors to show, and sending it. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '../../../shared/domain/account/account.ts';
import type { FieldError } from '../../../shared/errors/app-error.ts';
import { CallError } from '../../bridge/client.ts';
import { useClient } from '../../bridge/hooks.tsx';
import { callKey } from '../../bridge/query-keys.ts';
import { useAppInfo } from '../../components/use-app-info.ts';
import { findKeyErrors, isNothingTyped, toAccessKeys, useTypedKeys } from './access-keys.ts';
import { findFormErrors, toSettings, type AccountForm } from './account-form.ts';
import { errorsUnder, useErrorAt } from './field-errors.ts';

interface EditorOptions {
  readonly initial: AccountForm;
  readonly others: readonly Account[];
  /** The account being edited; null for a new one. */
  readonly existing: Account | null;
}

type Sending = { readonly state: 'idle' | 'pending' | 'done' } | { readonly state: 'failed'; readonly error: Error };

const NO_FIELDS: readonly FieldError[] = [];

export function useAccountEditor({ initial, others, existing }: EditorOptions) {
  const client = useClient();
  const queries = useQueryClient();
  const [form, setForm] = useState(initial);
  const [asked, setAsked] = useState<readonly string[]>([]);
  // Not a mutation of the query cache, which would keep what was sent: these may be secrets.
  const [sending, setSending] = useState<Sending>({ state: 'idle' });
  const keys = useTypedKeys();
  const canEncrypt = useAppInfo()?.encryption.available ?? false;

  const effective: AccountForm = { ...form, persistence: canEncrypt ? form.persistence : 'session' };
  const keysMayStay = existing?.connection.kind === 'keys' && existing.secretAtHand;
  const errors = [
    ...findFormErrors(effective, others),
    ...(form.kind === 'keys' ? findKeyErrors(keys.typed, keysMayStay) : []),
  ];
  const failure = sending.state === 'failed' ? sending.error : null;
  const refused = failure instanceof CallError ? failure.data.fields : NO_FIELDS;
  const errorAt = useErrorAt([...errorsUnder(errors, asked), ...refused]);

  const change = (patch: Partial<AccountForm>) => {
    setForm((known) => ({ ...known, ...patch }));
    setSending({ state: 'idle' });
  };

  /** Shows the errors of these fields from now on; true when there are none. */
  const check = (prefixes: readonly string[]): boolean => {
    setAsked((known) => [...new Set([...known, ...prefixes])]);
    return errorsUnder(errors, prefixes).length === 0;
  };

  /** null when something is wrong; the screen then shows what. */
  const send = async (): Promise<Account | null> => {
    if (!check(['settings', 'keys'])) return null;
    const input = {
      settings: toSettings(effective),
      keys: form.kind === 'keys' && !isNothingTyped(keys.typed) ? toAccessKeys(keys.typed) : null,
    };
    setSending({ state: 'pending' });
    try {
      const account = existing
        ? await client.call('accounts.update', { account: existing.key, ...input })
        : await client.call('accounts.create', input);
      keys.forget();
      setSending({ state: 'done' });
      // Known at once, so that it can be made the active account before the list has been read again.
      queries.setQueryData<{ accounts: Account[] }>(callKey('accounts.list', {}), (known) => ({
        accounts: [...(known?.accounts ?? []).filter(({ key }) => key !== account.key), account].sort(
          (one, other) => one.position - other.position,
        ),
      }));
      return account;
    } catch (error) {
      setSending({ state: 'failed', error: error as Error });
      return null;
    }
  };

  const isChanged = JSON.stringify(form) !== JSON.stringify(initial) || !isNothingTyped(keys.typed);
  return {
    form,
    change,
    check,
    send,
    errorAt,
    keysMayStay,
    typedKeys: keys.typed,
    changeKeys: keys.change,
    failure,
    isSending: sending.state === 'pending',
    isDirty: isChanged && sending.state !== 'done',
  };
}
