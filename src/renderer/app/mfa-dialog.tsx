/** Asks for an MFA code wherever in the app AWS wants one. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import type { EventPayload } from '../../shared/contract/index.ts';
import { useCallMutation, useEvent } from '../bridge/hooks.tsx';
import { AppErrorView } from '../components/app-error-view.tsx';
import { DialogFocus } from '../components/dialog-focus.tsx';
import { useAccounts } from '../components/use-accounts.ts';
import { useTexts } from '../i18n/context.tsx';

type MfaRequest = EventPayload<'accounts.mfaRequested'>;

export function MfaDialog() {
  const [requests, setRequests] = useState<readonly MfaRequest[]>([]);
  useEvent('accounts.mfaRequested', (request) =>
    // An open question is announced again to windows that came later.
    setRequests((known) =>
      known.some(({ requestId }) => requestId === request.requestId) ? known : [...known, request],
    ),
  );
  const request = requests[0];
  if (!request) return null;
  return (
    <MfaQuestion
      key={request.requestId}
      request={request}
      onDone={() => setRequests((known) => known.filter(({ requestId }) => requestId !== request.requestId))}
    />
  );
}

function MfaQuestion({ request, onDone }: { request: MfaRequest; onDone(): void }) {
  const t = useTexts('common');
  const { accounts } = useAccounts();
  const answer = useCallMutation('accounts.answerMfa');
  const field = useRef<InputProps.Ref>(null);
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const isComplete = /^\d{6}$/.test(code);
  const name = accounts.find(({ key }) => key === request.account)?.name;
  const send = (value: string | null) =>
    answer.mutate({ requestId: request.requestId, code: value }, { onSuccess: onDone, onSettled: () => setCode('') });
  const submit = () => {
    setAsked(true);
    if (isComplete) send(code);
  };
  return (
    <Modal
      visible
      header={name ? t('mfa.titleFor', { name }) : t('mfa.title')}
      onDismiss={() => send(null)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={() => send(null)}>
              {t('mfa.giveUp')}
            </Button>
            <Button variant="primary" loading={answer.isPending} onClick={submit}>
              {t('mfa.send')}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <DialogFocus on={field} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <SpaceBetween size="m">
          <FormField
            label={t('mfa.code')}
            description={t('mfa.device', { serial: request.serial })}
            errorText={asked && !isComplete ? t('mfa.sixDigits') : ''}
          >
            <Input
              ref={field}
              value={code}
              inputMode="numeric"
              autoComplete="one-time-code"
              onChange={({ detail }) => setCode(detail.value.trim())}
            />
          </FormField>
          {answer.error && <AppErrorView error={answer.error} onDismiss={onDone} />}
        </SpaceBetween>
      </form>
    </Modal>
  );
}
