/** The page of one draft of an opportunity: loads it, then hands it to the editor. */
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { LoadedOpportunity } from './loaded.tsx';

export type LoadedOpportunityDraft = MethodOutput<'opportunities.drafts.get'>;

export function OpportunityEditorPage() {
  const { id = '' } = useParams();
  const t = useTexts('opportunity-editor');
  const client = useClient();
  const [attempt, setAttempt] = useState(0);
  // Read once: from then on the editor owns the draft.
  const [found, setFound] = useState<{ id: string; result: LoadedOpportunityDraft | Error } | null>(null);
  usePage({ title: t('title'), contentType: 'form', help: { topic: 'opportunity-editor', key: 'help' } });
  useEffect(() => {
    const aborter = new AbortController();
    client.call('opportunities.drafts.get', { id }, aborter.signal).then(
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
  return <LoadedOpportunity key={id} loaded={found.result} />;
}
