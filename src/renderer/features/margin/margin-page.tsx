/** List price, discount, wholesale, markup, retail, fee: what each side keeps, in both directions. An estimate, and said to be one. */
import Alert from '@cloudscape-design/components/alert';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { PUBLISHED_FEES } from '../../../shared/domain/margin/fees.ts';
import { computeMargin } from '../../../shared/domain/margin/margin.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
import { DealFields } from './deal-fields.tsx';
import { FeePanel } from './fee-panel.tsx';
import { GoalPanel } from './goal-panel.tsx';
import { initialForm, toDeal } from './margin-form.ts';
import { MarginResult } from './margin-result.tsx';

export function MarginPage() {
  const t = useTexts('margin');
  const [params] = useSearchParams();
  const [form, setForm] = useState(() => initialForm(params));
  const { data, error, refetch } = useCallQuery('app.preferences.get', {});
  usePage({ title: t('title'), contentType: 'form', help: { topic: 'margin', key: 'help' } });
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  const fees = data.listingFees ?? PUBLISHED_FEES;
  const deal = toDeal(form);
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description={t('says')}>
        {t('title')}
      </Header>
      <Alert type="info">{t('estimate')}</Alert>
      <ColumnLayout columns={2}>
        <SpaceBetween size="l">
          <DealFields form={form} onChange={setForm} />
          {deal && <GoalPanel deal={deal} fees={fees} onFound={(found) => setForm({ ...form, ...found })} />}
        </SpaceBetween>
        {deal && <MarginResult currency={form.currency} margin={computeMargin(deal, fees)} />}
      </ColumnLayout>
      <FeePanel fees={fees} isPublished={data.listingFees === null} />
    </SpaceBetween>
  );
}
