/** Partner Central's two worlds: trial opportunities must never be taken for real ones, nor real ones for trial. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import type { PartnerCatalog } from '../../shared/domain/account/account.ts';
import { useTexts } from '../i18n/context.tsx';
import type { ListAddress } from './use-list-address.ts';

/** Says which of them is in view. */
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

interface CatalogFilterProps {
  readonly address: Pick<ListAddress, 'set'>;
  readonly catalog: PartnerCatalog | undefined;
  /** Those that the accounts in view use; nothing is chosen from one. */
  readonly catalogs: readonly PartnerCatalog[];
}

/** Chooses one: lists and figures never mix them. */
export function CatalogFilter({ address, catalog, catalogs }: CatalogFilterProps) {
  const t = useTexts('opportunities');
  if (catalogs.length < 2 || catalog === undefined) return null;
  return (
    <SegmentedControl
      label={t('filter.catalog')}
      selectedId={catalog}
      options={catalogs.map((id) => ({ id, text: t(`catalog.${id}`) }))}
      onChange={({ detail }) => address.set({ catalog: detail.selectedId })}
    />
  );
}
