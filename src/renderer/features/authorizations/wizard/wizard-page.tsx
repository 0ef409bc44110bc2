/** The page of one draft of an authorization: loads it, then hands it to the wizard. */
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import { authorizationStepSchema, type AuthorizationStep } from '../../../../shared/domain/authorization/finding.ts';
import type { Client } from '../../../bridge/client.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { LoadedAuthorization } from './loaded.tsx';

export type LoadedAuthorizationDraft = MethodOutput<'authorizations.drafts.get'> & {
  /** null when another draft was worked on last. */
  readonly lastStep: AuthorizationStep | null;
};

async function load(client: Client, id: string, signal: AbortSignal): Promise<LoadedAuthorizationDraft> {
  const [draft, { lastDraft }] = await Promise.all([
    client.call('authorizations.drafts.get', { id }, signal),
    client.call('app.preferences.get', {}, signal),
  ]);
  const lastStep = authorizationStepSchema.safeParse(lastDraft?.step);
  return { ...draft, lastStep: lastDraft?.id === id && lastStep.success ? lastStep.data : null };
}

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
    load(client, id, aborter.signal).then(
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
