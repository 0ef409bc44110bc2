/** The page of one draft of an authorization: loads it, then hands it to the wizard. */
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { LoadedAuthorization } from './loaded.tsx';

export type LoadedAuthorizationDraft = MethodOutput<'authorizations.drafts.get'>;

export function AuthorizationWizardPage() {
  const { id = '' } = useParams();
  const t = useTexts('authorizations');
  const client = useClient();
  const [attempt, setAttempt] = useState(0);
  // Read once: from then on the editor owns the draft.
  const [found, setFound] = useState<{ id: string; result: LoadedAuthorizationDraft | Error } | null>(null);
  usePage({ title: t('wizard.title'), contentType: 'wizard' });
  useEffect(() => {
    const aborter = new AbortController();
    client.call('authorizations.drafts.get', { id }, aborter.signal).then(
      (result) => setFound({ id, result }),
      (error: Error) => {
        if (!aborter.signal.aborted) setFound({ id, result: error });
      },
    );
    return () => aborter.abort();
  }, [client, id, attempt]);
  if (found?.id !== id) return <PageLoading />;
  if (found.result instanceof Error) {
    return (
      <AppErrorView
        error={found.result}
        onRetry={() => {
          setFound(null);
          setAttempt(attempt + 1);
        }}
      />
    );
  }
  return <LoadedAuthorization key={id} loaded={found.result} />;
}
