/** What narrows the list of authorizations: text and state at hand; partner, product and last day on request. */
import DatePicker from '@cloudscape-design/components/date-picker';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import {
  AUTHORIZATION_STATES,
  type AuthorizationState,
} from '../../../../shared/domain/authorization/authorization.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { FilterInput } from '../../../components/filter-input.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import type { AuthorizationView } from './use-filter.ts';

export function AuthorizationFilterBar({ view }: { view: AuthorizationView }) {
  const t = useTexts('authorizations');
  const { address, filter } = view;
  const toOption = (state: AuthorizationState) => ({ value: state, label: t(`state.${state}`) });
  const { productIds, reseller, endsFrom, endsTo } = filter;
  const hasMore = productIds.length > 0 || reseller !== '' || endsFrom !== null || endsTo !== null;
  return (
    <SpaceBetween size="xs">
      <Grid gridDefinition={[{ colspan: { default: 12, s: 7 } }, { colspan: { default: 12, s: 5 } }]}>
        <FilterInput label={t('filter.text')} value={filter.text} onChange={(text) => address.set({ text })} />
        <Multiselect
          ariaLabel={t('filter.states')}
          placeholder={t('filter.states')}
          options={AUTHORIZATION_STATES.map(toOption)}
          selectedOptions={filter.states.map(toOption)}
          deselectAriaLabel={({ label }) => t('filter.remove', { label: label ?? '' })}
          onChange={({ detail }) => address.set({ state: detail.selectedOptions.map(({ value }) => value ?? '') })}
        />
      </Grid>
      <ExpandableSection headerText={t('filter.more')} defaultExpanded={hasMore}>
        <MoreFilters view={view} />
      </ExpandableSection>
    </SpaceBetween>
  );
}

function MoreFilters({ view: { address, filter } }: { view: AuthorizationView }) {
  const t = useTexts('authorizations');
  const { data } = useCallQuery('products.list', { account: filter.account, pageSize: 200 });
  const options = (data?.items ?? []).map(({ id, title }) => ({ value: id, label: title, description: id }));
  const selected = filter.productIds.map((id) => options.find(({ value }) => value === id) ?? { value: id, label: id });
  return (
    <Grid gridDefinition={Array(4).fill({ colspan: { default: 12, xs: 6, l: 3 } })}>
      <FormField label={t('filter.product')}>
        <Multiselect
          ariaLabel={t('filter.product')}
          placeholder={t('filter.product')}
          filteringType="auto"
          filteringAriaLabel={t('filter.findProduct')}
          empty={t('filter.noProducts')}
          options={options}
          selectedOptions={selected}
          deselectAriaLabel={({ label }) => t('filter.remove', { label: label ?? '' })}
          onChange={({ detail }) => address.set({ product: detail.selectedOptions.map(({ value }) => value ?? '') })}
        />
      </FormField>
      <FormField label={t('filter.partner')}>
        <FilterInput
          label={t('filter.partner')}
          value={filter.reseller}
          onChange={(partner) => address.set({ partner })}
        />
      </FormField>
      {(['from', 'to'] as const).map((name) => (
        <FormField key={name} label={t(`filter.${name}`)} constraintText={t('filter.utc')}>
          <DatePicker
            value={(name === 'from' ? filter.endsFrom : filter.endsTo) ?? ''}
            placeholder="YYYY-MM-DD"
            format="iso"
            inputFormat="iso"
            openCalendarAriaLabel={(date) => t('filter.openCalendar', { date: date ?? '' })}
            onChange={({ detail }) => address.set({ [name]: detail.value })}
          />
        </FormField>
      ))}
    </Grid>
  );
}
