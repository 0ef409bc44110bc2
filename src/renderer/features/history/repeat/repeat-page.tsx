/** A failed write to correct: in the editor of its draft where that is still here, else its payload as JSON. */
import Alert from '@cloudscape-design/components/alert';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { toDraftPath } from '../../../components/draft-path.ts';
import { PageLoading } from '../../../components/page-loading.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { toEntityPath } from '../../offers/activity/entity-pages.ts';
import { toOpportunityDraftPath } from '../../opportunities/paths.ts';
import { toChangeRecordPath } from '../paths.ts';
import { PayloadEditor } from './payload-editor.tsx';

type Plan = MethodOutput<'history.repeatPlan'>;

export function RepeatPage() {
  const t = useTexts('sync-log');
  const { id = '' } = useParams();
  // Read once: what is typed must not be replaced by an answer that comes later.
  const { data, error, refetch } = useCallQuery('history.repeatPlan', { changeId: id }, { staleTime: Infinity });
  usePage({
    title: t('repeat.title'),
    breadcrumbs: [{ text: data?.change.title ?? id, to: toChangeRecordPath(id) }],
    help: { topic: 'sync-log', key: 'help.repeat' },
  });
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description={data.change.title}>
        {t('repeat.title')}
      </Header>
      {data.repeats !== null && <RouteLink to={toChangeRecordPath(data.repeats)}>{t('repeat.ofAnother')}</RouteLink>}
      {data.change.error && <AppErrorView error={data.change.error} />}
      {data.mode === 'json' ? <PayloadEditor key={id} plan={data} /> : <Elsewhere plan={data} />}
    </SpaceBetween>
  );
}

/** Where it cannot be edited here: why, and where it can. */
function Elsewhere({ plan: { mode, change, repeatedBy } }: { plan: Plan }) {
  const t = useTexts('sync-log');
  if (mode === 'done') {
    return (
      <Alert type="success">
        {t('repeat.done')}{' '}
        {repeatedBy !== null && <RouteLink to={toChangeRecordPath(repeatedBy)}>{t('repeat.openDone')}</RouteLink>}
      </Alert>
    );
  }
  const page = toEntityPath(change);
  return (
    <Alert type="info">
      {mode === 'editor' ? t('repeat.editor') : t('repeat.unfit')}{' '}
      {mode === 'editor' && <RouteLink to={toEditorPath(change)}>{t('repeat.openEditor')}</RouteLink>}
      {mode === 'unfit' && page !== null && <RouteLink to={page}>{t('repeat.openPage')}</RouteLink>}
    </Alert>
  );
}

/** At the first field that AWS has named. */
function toEditorPath({ draftId, entityType, errors }: Plan['change']): string {
  const [id = ''] = (draftId ?? '').split('/');
  if (entityType === 'Opportunity') return toOpportunityDraftPath(id);
  return toDraftPath(draftId ?? '', errors.find(({ path }) => path !== null)?.path ?? null);
}
