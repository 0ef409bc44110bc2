/** What narrows the inbox: text, kinds, unread alone. */
import Checkbox from '@cloudscape-design/components/checkbox';
import Grid from '@cloudscape-design/components/grid';
import Multiselect from '@cloudscape-design/components/multiselect';
import { NOTIFICATION_KINDS, type NotificationKind } from '../../../../shared/domain/notification/kinds.ts';
import { FilterInput } from '../../../components/filter-input.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import type { InboxView } from './use-inbox-view.ts';

export function InboxFilterBar({ view: { address, filter } }: { view: InboxView }) {
  const t = useTexts('inbox');
  const toOption = (kind: NotificationKind) => ({ value: kind, label: t(`kind.${kind}`) });
  return (
    <Grid
      gridDefinition={[
        { colspan: { default: 12, s: 5 } },
        { colspan: { default: 12, s: 5 } },
        { colspan: { default: 12, s: 2 } },
      ]}
    >
      <FilterInput label={t('filter.text')} value={filter.text} onChange={(text) => address.set({ text })} />
      <Multiselect
        ariaLabel={t('filter.kinds')}
        placeholder={t('filter.kinds')}
        options={NOTIFICATION_KINDS.map(toOption)}
        selectedOptions={filter.kinds.map(toOption)}
        deselectAriaLabel={({ label }) => t('filter.remove', { label: label ?? '' })}
        onChange={({ detail }) => address.set({ kind: detail.selectedOptions.map(({ value }) => value ?? '') })}
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
