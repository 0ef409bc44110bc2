/** What narrows the list of authorizations: text and state at hand; partner, product and last day on request. */
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { AUTHORIZATION_STATES } from '../../../../shared/domain/authorization/authorization.ts';
import { ChoiceFilter, DayFilter, ProductFilter } from '../../../components/address-filters.tsx';
import { FilterInput } from '../../../components/filter-input.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import type { AuthorizationView } from './use-filter.ts';

export function AuthorizationFilterBar({ view }: { view: AuthorizationView }) {
  const t = useTexts('authorizations');
  const { address, filter } = view;
  const { productIds, reseller, endsFrom, endsTo } = filter;
  const hasMore = productIds.length > 0 || reseller !== '' || endsFrom !== null || endsTo !== null;
  return (
    <SpaceBetween size="xs">
      <Grid gridDefinition={[{ colspan: { default: 12, s: 7 } }, { colspan: { default: 12, s: 5 } }]}>
        <FilterInput label={t('filter.text')} value={filter.text} onChange={(text) => address.set({ text })} />
        <ChoiceFilter
          address={address}
          name="state"
          label={t('filter.states')}
          options={AUTHORIZATION_STATES}
          chosen={filter.states}
          labelOf={(state) => t(`state.${state}`)}
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
  return (
    <Grid gridDefinition={Array(4).fill({ colspan: { default: 12, xs: 6, l: 3 } })}>
      <ProductFilter
        address={address}
        name="product"
        label={t('filter.product')}
        account={filter.account}
        chosen={filter.productIds}
      />
      <FormField label={t('filter.partner')}>
        <FilterInput
          label={t('filter.partner')}
          value={filter.reseller}
          onChange={(partner) => address.set({ partner })}
        />
      </FormField>
      {(['from', 'to'] as const).map((name) => (
        <DayFilter
          key={name}
          address={address}
          name={name}
          label={t(`filter.${name}`)}
          value={name === 'from' ? filter.endsFrom : filter.endsTo}
          hint={t('filter.utc')}
        />
      ))}
    </Grid>
  );
}
