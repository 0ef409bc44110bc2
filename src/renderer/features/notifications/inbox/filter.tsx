/** What narrows the inbox: text, kinds, unread alone. */
import Checkbox from '@cloudscape-design/components/checkbox';
import Grid from '@cloudscape-design/components/grid';
import { NOTIFICATION_KINDS } from '../../../../shared/domain/notification/kinds.ts';
import { ChoiceFilter } from '../../../components/address-filters.tsx';
import { FilterInput } from '../../../components/filter-input.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import type { InboxView } from './use-inbox-view.ts';

export function InboxFilterBar({ view: { address, filter } }: { view: InboxView }) {
  const t = useTexts('inbox');
  return (
    <Grid
      gridDefinition={[
        { colspan: { default: 12, s: 5 } },
        { colspan: { default: 12, s: 5 } },
        { colspan: { default: 12, s: 2 } },
      ]}
    >
      <FilterInput label={t('filter.text')} value={filter.text} onChange={(text) => address.set({ text })} />
      <ChoiceFilter
        address={address}
        name="kind"
        label={t('filter.kinds')}
        options={NOTIFICATION_KINDS}
        chosen={filter.kinds}
        labelOf={(kind) => t(`kind.${kind}`)}
      />
      <Checkbox
        checked={filter.unreadOnly}
        onChange={({ detail }) => address.set({ unread: detail.checked ? 'yes' : null })}
      >
        {t('filter.unread')}
      </Checkbox>
    </Grid>
  );
}
