/** What narrows the list of offer sets. */
import Grid from '@cloudscape-design/components/grid';
import Multiselect from '@cloudscape-design/components/multiselect';
import { OFFER_SET_STATES, type OfferSetState } from '../../../../shared/domain/offer-set/offer-set.ts';
import { FilterInput } from '../../../components/filter-input.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import type { OfferSetView } from './use-filter.ts';

export function OfferSetFilterBar({ view: { address, filter } }: { view: OfferSetView }) {
  const t = useTexts('offersets');
  const toOption = (state: OfferSetState) => ({ value: state, label: t(`state.${state}`) });
  return (
    <Grid gridDefinition={[{ colspan: { default: 12, s: 7 } }, { colspan: { default: 12, s: 5 } }]}>
      <FilterInput label={t('filter.text')} value={filter.text} onChange={(text) => address.set({ text })} />
      <Multiselect
        ariaLabel={t('filter.states')}
        placeholder={t('filter.states')}
        options={OFFER_SET_STATES.map(toOption)}
        selectedOptions={filter.states.map(toOption)}
        deselectAriaLabel={({ label }) => t('filter.remove', { label: label ?? '' })}
        onChange={({ detail }) => address.set({ state: detail.selectedOptions.map(({ value }) => value ?? '') })}
      />
    </Grid>
  );
}
