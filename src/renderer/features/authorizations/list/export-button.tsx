/** Saves everything that the filter finds as a table for spreadsheets. */
import Button from '@cloudscape-design/components/button';
import type { AuthorizationFilter } from '../../../../shared/contract/authorizations.ts';
import { AUTHORIZATION_STATES } from '../../../../shared/domain/authorization/authorization.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { toAppError } from '../../../components/app-error-view.tsx';
import { saveText } from '../../../components/save-text.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';

const COLUMNS = {
  name: 'name',
  id: 'id',
  state: 'state',
  productTitle: 'product',
  productId: 'productId',
  sellerName: 'sellerName',
  sellerAccountId: 'sellerId',
  resellerName: 'partnerName',
  resellerAccountId: 'partnerId',
  endDate: 'end',
  use: 'mostOffers',
  offersCreated: 'offers',
  createdAt: 'created',
  lastModifiedAt: 'modified',
} as const;

export function ExportButton({ filter, disabled }: { filter: AuthorizationFilter; disabled: boolean }) {
  const t = useTexts('authorizations');
  const client = useClient();
  const showFlash = useShowFlash();
  const headings = Object.fromEntries([
    ...Object.entries(COLUMNS).map(([key, column]) => [key, t(`column.${column}`)]),
    ...AUTHORIZATION_STATES.map((state) => [`state.${state}`, t(`state.${state}`)]),
  ]) as Record<string, string>;
  const save = async () => {
    const { count: _count, ...file } = await client.call('authorizations.exportText', { filter, headings });
    await saveText(client, file);
  };
  return (
    <Button
      iconName="download"
      disabled={disabled}
      onClick={() =>
        void save().catch((error: Error) =>
          showFlash({ id: 'authorizations-export', kind: 'error', error: toAppError(error) }),
        )
      }
    >
      {t('list.export')}
    </Button>
  );
}
