/** The page of one draft of an offer set: loads it, then hands it to the editor. */
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { OFFER_SETS_PATH } from '../paths.ts';
import { LoadedSetDraft } from './loaded.tsx';

export type LoadedSet = MethodOutput<'offersets.drafts.get'>;

export function OfferSetDraftPage() {
  const { id = '' } = useParams();
  const t = useTexts('offersets');
  const client = useClient();
  const [attempt, setAttempt] = useState(0);
  // Read once: from then on the editor owns the draft.
  const [found, setFound] = useState<{ id: string; result: LoadedSet | Error } | null>(null);
  usePage({
    title: t('draft.title'),
    breadcrumbs: [{ text: t('list.title'), to: OFFER_SETS_PATH }],
    help: { topic: 'offersets', key: 'help.draft' },
  });
  useEffect(() => {
    const aborter = new AbortController();
    client.call('offersets.drafts.get', { id }, aborter.signal).then(
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
  return <LoadedSetDraft key={id} loaded={found.result} />;
}
