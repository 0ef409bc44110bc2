/** What narrows the list of offers: text and state at hand; product, buyer, expiry and public offers on request. */
import Checkbox from '@cloudscape-design/components/checkbox';
import DatePicker from '@cloudscape-design/components/date-picker';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Multiselect from '@cloudscape-design/components/multiselect';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { FilterInput } from '../../../components/filter-input.tsx';
import type { OfferState } from '../../../../shared/domain/offer/offer.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { OFFER_STATES, type OfferView } from './use-offer-filter.ts';

export function OfferFilterBar({ view }: { view: OfferView }) {
  const t = useTexts('offers');
  const { address, filter } = view;
  const toOption = (state: OfferState) => ({ value: state, label: t(`state.${state}`) });
  return (
    <SpaceBetween size="xs">
      <Grid gridDefinition={[{ colspan: { default: 12, s: 7 } }, { colspan: { default: 12, s: 5 } }]}>
        <FilterInput label={t('filter.text')} value={filter.text} onChange={(text) => address.set({ text })} />
        <Multiselect
          ariaLabel={t('filter.states')}
          placeholder={t('filter.states')}
          options={OFFER_STATES.map(toOption)}
          selectedOptions={filter.states.map(toOption)}
          deselectAriaLabel={({ label }) => t('filter.remove', { label: label ?? '' })}
          onChange={({ detail }) => address.set({ state: detail.selectedOptions.map(({ value }) => value ?? '') })}
        />
      </Grid>
      <ExpandableSection headerText={t('filter.more')} defaultExpanded={hasMore(view)}>
        <MoreFilters view={view} />
      </ExpandableSection>
    </SpaceBetween>
  );
}

function hasMore({ filter }: OfferView): boolean {
  const { productIds, buyer, expiresFrom, expiresTo, privateOnly, hidden = false } = filter;
  const isDated = expiresFrom !== null || expiresTo !== null;
  return productIds.length > 0 || buyer !== '' || isDated || !privateOnly || hidden;
}

function MoreFilters({ view: { address, filter } }: { view: OfferView }) {
  const t = useTexts('offers');
  return (
    <SpaceBetween size="xs">
      <Grid gridDefinition={Array(4).fill({ colspan: { default: 12, xs: 6, l: 3 } })}>
        <ProductFilter view={{ address, filter }} />
        <FormField label={t('filter.buyer')}>
          <FilterInput label={t('filter.buyer')} value={filter.buyer} onChange={(buyer) => address.set({ buyer })} />
        </FormField>
        {(['from', 'to'] as const).map((name) => (
          <FormField key={name} label={t(`filter.${name}`)} constraintText={t('filter.utc')}>
            <DatePicker
              value={(name === 'from' ? filter.expiresFrom : filter.expiresTo) ?? ''}
              placeholder="YYYY-MM-DD"
              format="iso"
              inputFormat="iso"
              openCalendarAriaLabel={(date) => t('filter.openCalendar', { date: date ?? '' })}
              onChange={({ detail }) => address.set({ [name]: detail.value })}
            />
          </FormField>
        ))}
      </Grid>
      <AudienceFilter view={{ address, filter }} />
      <Checkbox
        checked={filter.hidden ?? false}
        onChange={({ detail }) => address.set({ hidden: detail.checked ? 'yes' : null })}
      >
        {t('filter.hidden')}
      </Checkbox>
    </SpaceBetween>
  );
}

function ProductFilter({ view: { address, filter } }: { view: Pick<OfferView, 'address' | 'filter'> }) {
  const t = useTexts('offers');
  const { data } = useCallQuery('products.list', { account: filter.account, pageSize: 200 });
  const options = (data?.items ?? []).map(({ id, title }) => ({ value: id, label: title, description: id }));
  const selected = filter.productIds.map((id) => options.find(({ value }) => value === id) ?? { value: id, label: id });
  return (
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
  );
}

/** What stands in the address for each choice; private offers are shown unless asked otherwise. */
const AUDIENCES = { private: null, public: 'only', all: 'yes' } as const;

function AudienceFilter({ view: { address, filter } }: { view: Pick<OfferView, 'address' | 'filter'> }) {
  const t = useTexts('offers');
  const chosen = filter.publicOnly ? 'public' : filter.privateOnly ? 'private' : 'all';
  return (
    <FormField label={t('filter.audience')}>
      <SegmentedControl
        label={t('filter.audience')}
        selectedId={chosen}
        options={(['private', 'public', 'all'] as const).map((id) => ({ id, text: t(`audience.${id}`) }))}
        onChange={({ detail }) => address.set({ public: AUDIENCES[detail.selectedId as keyof typeof AUDIENCES] })}
      />
    </FormField>
  );
}
