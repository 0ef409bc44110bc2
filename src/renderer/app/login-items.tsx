/** SSO logins that have expired: the exact command to run; the core goes on by itself afterwards. */
import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useState } from 'react';
import type { EventPayload } from '../../shared/contract/index.ts';
import { useEvent } from '../bridge/hooks.tsx';
import { useTexts } from '../i18n/context.tsx';
import { useShowFlash } from '../stores/flashes.ts';

type Login = EventPayload<'accounts.ssoLoginNeeded'>;

export function useLoginItems(): readonly FlashbarProps.MessageDefinition[] {
  const t = useTexts('common');
  const showFlash = useShowFlash();
  const [logins, setLogins] = useState<readonly Login[]>([]);
  useEvent('accounts.ssoLoginNeeded', (login) =>
    setLogins((known) => [...known.filter(({ profile }) => profile !== login.profile), login]),
  );
  useEvent('accounts.ssoLoginDone', ({ profile }) => {
    setLogins((known) => known.filter((login) => login.profile !== profile));
    showFlash({ id: `sso-${profile}`, kind: 'success', messageKey: 'common:sso.done', params: { profile } });
  });
  return logins.map((login) => ({
    id: `sso-needed-${login.profile}`,
    type: 'warning',
    header: t('sso.title', { profile: login.profile }),
    content: (
      <>
        {t('sso.body')} <Box variant="code">{login.command}</Box>
      </>
    ),
    action: (
      <CopyToClipboard
        copyButtonText={t('error.copyCommand')}
        textToCopy={login.command}
        copySuccessText={t('copied')}
        copyErrorText={t('copyFailed')}
      />
    ),
    dismissible: true,
    onDismiss: () => setLogins((known) => known.filter(({ profile }) => profile !== login.profile)),
  }));
}
