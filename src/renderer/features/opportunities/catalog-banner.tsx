/** Says which of Partner Central's two worlds is in view: trial opportunities must never be taken for real ones, nor real ones for trial. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import type { PartnerCatalog } from '../../../shared/domain/account/account.ts';
import { useTexts } from '../../i18n/context.tsx';

export function CatalogBanner({ catalog }: { catalog: PartnerCatalog }) {
  const t = useTexts('opportunities');
  if (catalog === 'AWS') {
    return <Box color="text-body-secondary">{t('catalog.real')}</Box>;
  }
  return (
    <Alert type="warning" header={t('catalog.sandbox')}>
      {t('catalog.sandboxSays')}
    </Alert>
  );
}
