/** AWS's list of its products: where it is read, how old it is, and taking it from a file instead. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AwsProductList } from '../../../shared/contract/aws-products.ts';
import type { MethodOutput } from '../../../shared/contract/index.ts';
import { AWS_PRODUCTS_ADDRESS, isPublicAddress } from '../../../shared/domain/aws-product.ts';
import { createAppError } from '../../../shared/errors/app-error.ts';
import { CallError } from '../../bridge/client.ts';
import { useCallMutation, useCallQuery } from '../../bridge/hooks.tsx';
import { featureKey } from '../../bridge/query-keys.ts';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { useShowFlash } from '../../stores/flashes.ts';

/** AWS adds products every few weeks. */
const OLD_DAYS = 90;
const LIMIT_MB = 5;

export function AwsProductsPanel() {
  const t = useTexts('settings');
  const preferences = useCallQuery('app.preferences.get', {}, { staleTime: 0 });
  const { data, error, refetch } = useCallQuery('awsproducts.list', { pageSize: 1 });
  const saved = preferences.data?.awsProductsAddress;
  return (
    <Container
      header={
        <Header variant="h2" description={t('awsProducts.description')}>
          {t('awsProducts.title')}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {error && <AppErrorView error={error} onRetry={() => void refetch()} />}
        {data && <ListFacts list={data.list} />}
        {saved === undefined ? <PageLoading /> : <Sources key={saved} saved={saved} />}
      </SpaceBetween>
    </Container>
  );
}

function ListFacts({ list }: { list: AwsProductList | null }) {
  const t = useTexts('settings');
  const format = useFormat();
  if (list === null) return <Box color="text-body-secondary">{t('awsProducts.none')}</Box>;
  const { count, readAt, ageDays, origin } = list;
  const facts = t('awsProducts.facts', { count, at: format.instant(readAt), origin });
  if (ageDays < OLD_DAYS) return <Box>{facts}</Box>;
  return (
    <Alert type="info" header={t('awsProducts.old', { count: ageDays })}>
      {facts}
    </Alert>
  );
}

function Sources({ saved }: { saved: string }) {
  const t = useTexts('settings');
  const [address, setAddress] = useState(saved);
  const { fetchFrom, loadFrom, isPending, error } = useTake(saved);
  const wanted = address.trim();
  const isUsable = isPublicAddress(wanted);
  return (
    <SpaceBetween size="m">
      <FormField
        stretch
        label={t('awsProducts.address')}
        description={t('awsProducts.addressSays')}
        errorText={isUsable ? undefined : t('awsProducts.notPublic')}
      >
        <SpaceBetween size="xxs">
          <Input value={address} spellcheck={false} onChange={({ detail }) => setAddress(detail.value)} />
          {wanted !== AWS_PRODUCTS_ADDRESS && (
            <Button formAction="none" variant="inline-link" onClick={() => setAddress(AWS_PRODUCTS_ADDRESS)}>
              {t('awsProducts.reset')}
            </Button>
          )}
        </SpaceBetween>
      </FormField>
      {error && <AppErrorView error={error} />}
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <Button iconName="download" loading={isPending} disabled={!isUsable} onClick={() => void fetchFrom(wanted)}>
          {t('awsProducts.fetch')}
        </Button>
        <FileUpload
          value={[]}
          accept=".json,application/json"
          i18nStrings={{
            uploadButtonText: () => t('awsProducts.choose'),
            dropzoneText: () => t('awsProducts.choose'),
            removeFileAriaLabel: () => t('awsProducts.choose'),
            limitShowFewer: '',
            limitShowMore: '',
            errorIconAriaLabel: t('awsProducts.choose'),
          }}
          onChange={({ detail }) => void loadFrom(detail.value[0])}
        />
      </SpaceBetween>
    </SpaceBetween>
  );
}

/** A changed address is kept before it is read, so that what was typed is there the next time too. */
function useTake(saved: string) {
  const queries = useQueryClient();
  const showFlash = useShowFlash();
  const save = useCallMutation('app.preferences.set');
  const fetch = useCallMutation('awsproducts.fetch');
  const load = useCallMutation('awsproducts.load');
  const [error, setError] = useState<CallError | null>(null);
  const take = async (work: () => Promise<MethodOutput<'awsproducts.fetch'>>) => {
    setError(null);
    try {
      const { list, added, removed } = await work();
      const params = { count: list.count, added, removed };
      showFlash({ id: 'aws-products', kind: 'success', messageKey: 'settings:awsProducts.taken', params });
    } catch (failure) {
      if (!(failure instanceof CallError)) throw failure;
      setError(failure);
    }
  };
  return {
    error,
    isPending: save.isPending || fetch.isPending || load.isPending,
    fetchFrom: (address: string) =>
      take(async () => {
        if (address !== saved) await save.mutateAsync({ awsProductsAddress: address });
        try {
          return await fetch.mutateAsync({});
        } finally {
          if (address !== saved) void queries.invalidateQueries({ queryKey: featureKey('app') });
        }
      }),
    loadFrom: (file: File | undefined) =>
      file &&
      take(async () => {
        if (file.size > LIMIT_MB * 1024 * 1024) {
          throw new CallError(createAppError('file-too-large', { params: { name: file.name, limitMb: LIMIT_MB } }));
        }
        return load.mutateAsync({ name: file.name.slice(0, 255), text: await file.text() });
      }),
  };
}
