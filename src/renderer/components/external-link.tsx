/** A link that leaves the app: opened by the host, which allows only known addresses. */
import Link from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { useCallMutation } from '../bridge/hooks.tsx';
import { useTexts } from '../i18n/context.tsx';
import { useShowFlash } from '../stores/flashes.ts';

export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  const t = useTexts('common');
  const open = useCallMutation('app.openLink');
  const showFlash = useShowFlash();
  return (
    <Link
      external
      externalIconAriaLabel={t('link.external')}
      href={href}
      onFollow={(event) => {
        event.preventDefault();
        open.mutate(
          { url: href },
          { onError: (error) => showFlash({ id: 'open-link', kind: 'error', error: error.data }) },
        );
      }}
    >
      {children}
    </Link>
  );
}
