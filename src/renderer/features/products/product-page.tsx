/** One product: what it is, how it is sold, its dimensions with units. */
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { AccountBadge } from '../../components/account-badge.tsx';
import { useAccount } from '../../components/use-accounts.ts';
import { useCreateDraft } from '../../components/use-create-draft.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import type { Product } from '../../../shared/domain/product/product.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { usePage } from '../../stores/page.ts';
import { DimensionTable } from './dimension-table.tsx';
import { PRODUCTS_PATH } from './paths.ts';
import { PublicTermsView } from './public-terms-view.tsx';
import { VisibilityStatus } from './visibility-status.tsx';

export function ProductPage() {
  const t = useTexts('products');
  const { account = '', id = '' } = useParams();
  const { data, error, refetch } = useCallQuery('products.get', { account, productId: id });
  usePage({
    title: data?.title ?? id,
    breadcrumbs: [{ text: t('list.title'), to: PRODUCTS_PATH }],
    help: { topic: 'products', key: 'help.page' },
  });
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <SpaceBetween size="l">
      <ProductHeader product={data} />
      <Container header={<Header variant="h2">{t('page.overview')}</Header>}>
        <Overview product={data} />
      </Container>
      <Container header={<Header variant="h2">{t('publicTerms.title')}</Header>}>
        <PublicTermsView product={data} />
      </Container>
      <DimensionTable dimensions={data.dimensions} />
    </SpaceBetween>
  );
}

function ProductHeader({ product }: { product: Product }) {
  const t = useTexts('products');
  const draft = useCreateDraft();
  return (
    <Header
      variant="h1"
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          {product.type === 'SaaSProduct' && (
            <Button
              loading={draft.isPending}
              onClick={() =>
                draft.start({ account: product.account, productId: product.id, fromOfferId: null, freeTrial: true })
              }
            >
              {t('page.createTrial')}
            </Button>
          )}
          <Button
            variant="primary"
            loading={draft.isPending}
            onClick={() => draft.start({ account: product.account, productId: product.id, fromOfferId: null })}
          >
            {t('page.createOffer')}
          </Button>
        </SpaceBetween>
      }
    >
      {product.title}
    </Header>
  );
}

function Overview({ product }: { product: Product }) {
  const t = useTexts('products');
  const format = useFormat();
  const account = useAccount(product.account);
  return (
    <KeyValuePairs
      columns={3}
      items={[
        {
          label: t('column.account'),
          value: account ? (
            <>
              <AccountBadge account={account} /> {account.awsAccountId}
            </>
          ) : (
            product.account
          ),
        },
        { label: t('column.id'), value: product.id },
        { label: t('column.type'), value: t(`type.${product.type}`) },
        { label: t('column.visibility'), value: <VisibilityStatus visibility={product.visibility} /> },
        { label: t('page.productCode'), value: product.productCode ?? '-' },
        { label: t('page.sku'), value: product.sku ?? '-' },
        { label: t('page.revision'), value: product.revision ?? '-' },
        { label: t('column.lastModified'), value: format.instant(product.lastModifiedAt) },
        { label: t('page.readAt'), value: format.instant(product.syncedAt) },
      ]}
    />
  );
}
