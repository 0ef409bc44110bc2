/** No product on this machine yet: says why, and reads them from AWS on request. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { useTexts } from '../../../i18n/context.tsx';

export function ProductsMissing({ accountKey }: { accountKey: string }) {
  const t = useTexts('wizard');
  const sync = useCallMutation('products.sync');
  if (sync.error) return <AppErrorView error={sync.error} />;
  return (
    <Alert
      type="info"
      header={t('product.none')}
      action={
        <Button
          iconName="refresh"
          loading={sync.isPending}
          disabled={sync.isSuccess}
          onClick={() => sync.mutate({ account: accountKey, full: false })}
        >
          {t('product.sync')}
        </Button>
      }
    >
      {sync.isSuccess ? t('product.syncStarted') : t('product.noneBody')}
    </Alert>
  );
}
