/** What narrows the list of agreements: text, status and the end at hand; the rest on request. */
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ChoiceFilter, DayFilter, ProductFilter } from '../../../components/address-filters.tsx';
import { FilterInput } from '../../../components/filter-input.tsx';
import { AGREEMENT_STATUSES } from '../../../../shared/domain/agreement/agreement.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { statusText } from '../status.tsx';
import type { AgreementView } from './use-agreement-filter.ts';

const ENDING_CHOICES = ['', '7', '30', '60', '90', '180', '365'];
const AUDIENCES = ['', 'private', 'public'];

export function AgreementFilterBar({ view }: { view: AgreementView }) {
  const t = useTexts('agreements');
  const { address, filter } = view;
  const toEnding = (days: string) => ({
    value: days,
    label: days === '' ? t('filter.endingAny') : t('filter.endingWithin', { count: Number(days) }),
  });
  return (
    <SpaceBetween size="xs">
      <Grid gridDefinition={[6, 3, 3].map((xs) => ({ colspan: { default: 12, xs } }))}>
        <FilterInput label={t('filter.text')} value={filter.text} onChange={(text) => address.set({ text })} />
        <ChoiceFilter
          address={address}
          name="status"
          label={t('filter.statuses')}
          options={AGREEMENT_STATUSES}
          chosen={filter.statuses}
          labelOf={(status) => statusText(t, status)}
        />
        <Select
          ariaLabel={t('filter.ending')}
          options={ENDING_CHOICES.map(toEnding)}
          selectedOption={toEnding(filter.endsWithinDays === null ? '' : String(filter.endsWithinDays))}
          onChange={({ detail }) => address.set({ ending: detail.selectedOption.value ?? '' })}
        />
      </Grid>
      <ExpandableSection headerText={t('filter.more')} defaultExpanded={hasMore(view)}>
        <MoreFilters view={view} />
      </ExpandableSection>
    </SpaceBetween>
  );
}

function hasMore({ filter }: AgreementView): boolean {
  const { productIds, buyer, offerId, audience, acceptedFrom, acceptedTo, endsFrom, endsTo, valueFrom } = filter;
  const dates = [acceptedFrom, acceptedTo, endsFrom, endsTo];
  return (
    productIds.length > 0 || buyer + offerId + valueFrom !== '' || audience !== null || dates.some((d) => d !== null)
  );
}

function MoreFilters({ view: { address, filter } }: { view: AgreementView }) {
  const t = useTexts('agreements');
  const toAudience = (value: string) => ({
    value,
    label: t(value === '' ? 'filter.audienceAny' : `audience.${value}`),
  });
  return (
    <Grid gridDefinition={Array(9).fill({ colspan: { default: 12, xs: 6, l: 3 } })}>
      <ProductFilter
        address={address}
        name="product"
        label={t('filter.product')}
        account={filter.account}
        chosen={filter.productIds}
      />
      <FormField label={t('filter.buyer')}>
        <FilterInput label={t('filter.buyer')} value={filter.buyer} onChange={(buyer) => address.set({ buyer })} />
      </FormField>
      <FormField label={t('filter.offer')}>
        <FilterInput label={t('filter.offer')} value={filter.offerId} onChange={(offer) => address.set({ offer })} />
      </FormField>
      <FormField label={t('filter.value')}>
        <FilterInput
          label={t('filter.value')}
          value={address.get('value')}
          onChange={(value) => address.set({ value })}
        />
      </FormField>
      <FormField label={t('filter.audience')}>
        <Select
          ariaLabel={t('filter.audience')}
          options={AUDIENCES.map(toAudience)}
          selectedOption={toAudience(filter.audience ?? '')}
          onChange={({ detail }) => address.set({ audience: detail.selectedOption.value ?? '' })}
        />
      </FormField>
      {(['acceptedFrom', 'acceptedTo', 'endsFrom', 'endsTo'] as const).map((name) => (
        <DayFilter
          key={name}
          address={address}
          name={name}
          label={t(`filter.${name}`)}
          value={filter[name]}
          hint={t('filter.utc')}
        />
      ))}
    </Grid>
  );
}
