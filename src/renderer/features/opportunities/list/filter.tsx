/** What narrows the list of opportunities: text, stage and review status; the rest on request. */
import DatePicker from '@cloudscape-design/components/date-picker';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { NOT_NAMED } from '../../../../shared/contract/opportunities.ts';
import type { PartnerCatalog } from '../../../../shared/domain/account/account.ts';
import {
  OPPORTUNITY_ORIGINS,
  OPPORTUNITY_STAGES,
  REVIEW_STATUSES,
} from '../../../../shared/domain/opportunity/opportunity.ts';
import { PICKLISTS } from '../../../../shared/domain/opportunity/picklists.ts';
import { FilterInput } from '../../../components/filter-input.tsx';
import { CatalogFilter } from '../../../components/partner-catalog.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { usePickText } from '../editor/use-pick-text.ts';
import { wordOf } from '../status.tsx';
import { LOST_REASONS, type OpportunityView } from './use-filter.ts';

const CURRENCIES: readonly string[] = [...PICKLISTS.spendCurrency, NOT_NAMED];

interface OpportunityFilterBarProps {
  readonly view: OpportunityView;
  readonly catalog: PartnerCatalog | undefined;
  /** More than one: the accounts in view use both. */
  readonly catalogs: readonly PartnerCatalog[];
}

export function OpportunityFilterBar({ view, catalog, catalogs }: OpportunityFilterBarProps) {
  const t = useTexts('opportunities');
  const pick = usePickText();
  const { address, filter } = view;
  return (
    <SpaceBetween size="xs">
      <CatalogFilter address={address} catalog={catalog} catalogs={catalogs} />
      <Grid gridDefinition={[6, 3, 3].map((xs) => ({ colspan: { default: 12, xs } }))}>
        <FilterInput label={t('filter.text')} value={filter.text} onChange={(text) => address.set({ text })} />
        <Words view={view} name="stage" list="stage" words={OPPORTUNITY_STAGES} chosen={filter.stages} />
        <Words view={view} name="review" list="reviewStatus" words={REVIEW_STATUSES} chosen={filter.reviewStatuses} />
      </Grid>
      <ExpandableSection headerText={t('filter.more')} defaultExpanded={hasMore(view)}>
        <Grid gridDefinition={[3, 3, 3, 3, 3, 6, 3].map((xs) => ({ colspan: { default: 12, xs } }))}>
          <FormField label={t('column.origin')}>
            <Words view={view} name="origin" list="origin" words={OPPORTUNITY_ORIGINS} chosen={filter.origins} />
          </FormField>
          {(['closeFrom', 'closeTo'] as const).map((name) => (
            <FormField key={name} label={t(`filter.${name}`)}>
              <DatePicker
                value={filter[name] ?? ''}
                placeholder="YYYY-MM-DD"
                format="iso"
                inputFormat="iso"
                openCalendarAriaLabel={(date) => t('filter.openCalendar', { date: date ?? '' })}
                onChange={({ detail }) => address.set({ [name]: detail.value })}
              />
            </FormField>
          ))}
          <FormField label={t('filter.noCloseLabel')}>
            <Toggle
              checked={filter.withoutClose}
              onChange={({ detail }) => address.set({ noClose: detail.checked ? 'yes' : null })}
            >
              {t('filter.noClose')}
            </Toggle>
          </FormField>
          <FormField label={t('filter.currency')}>
            <Named
              view={view}
              name="currency"
              label={t('filter.currency')}
              words={CURRENCIES}
              chosen={filter.currencies}
            />
          </FormField>
          <FormField label={t('column.closedLostReason')}>
            <Named
              view={view}
              name="lost"
              label={t('column.closedLostReason')}
              words={LOST_REASONS}
              chosen={filter.lostReasons}
              wordOf={(reason) => pick('closedLostReason', reason)}
            />
          </FormField>
          <FormField label={t('filter.goneLabel')}>
            <Toggle
              checked={filter.gone}
              onChange={({ detail }) => address.set({ gone: detail.checked ? 'yes' : null })}
            >
              {t('filter.gone')}
            </Toggle>
          </FormField>
        </Grid>
      </ExpandableSection>
    </SpaceBetween>
  );
}

function hasMore({ filter }: OpportunityView): boolean {
  const { origins, currencies, lostReasons, closeFrom, closeTo, withoutClose, gone } = filter;
  return (
    [origins, currencies, lostReasons].some(({ length }) => length > 0) ||
    !!closeFrom ||
    !!closeTo ||
    withoutClose ||
    gone
  );
}

interface WordsProps {
  readonly view: OpportunityView;
  /** In the address. */
  readonly name: string;
  readonly list: 'stage' | 'reviewStatus' | 'origin';
  readonly words: readonly string[];
  readonly chosen: readonly string[];
}

function Words({ view, name, list, words, chosen }: WordsProps) {
  const t = useTexts('opportunities');
  const toOption = (value: string) => ({ value, label: wordOf(t, list, value) });
  return (
    <Multiselect
      ariaLabel={t(`column.${list}`)}
      placeholder={t(`column.${list}`)}
      options={words.map(toOption)}
      selectedOptions={chosen.map(toOption)}
      deselectAriaLabel={({ label }) => t('filter.remove', { label: label ?? '' })}
      onChange={({ detail }) => view.address.set({ [name]: detail.selectedOptions.map(({ value }) => value ?? '') })}
    />
  );
}

interface NamedProps extends Pick<WordsProps, 'view' | 'name' | 'words' | 'chosen'> {
  readonly label: string;
  wordOf?(value: string): string;
}

/** Words, and "none is named"; what the address asks for stays there, also where this version does not know it. */
function Named({ view, name, label, words, chosen, wordOf: say = (value) => value }: NamedProps) {
  const t = useTexts('opportunities');
  const toOption = (value: string) => ({ value, label: value === NOT_NAMED ? t('filter.notNamed') : say(value) });
  return (
    <Multiselect
      ariaLabel={label}
      placeholder={label}
      options={[...new Set([...words, ...chosen])].map(toOption)}
      selectedOptions={chosen.map(toOption)}
      deselectAriaLabel={({ label: text }) => t('filter.remove', { label: text ?? '' })}
      onChange={({ detail }) => view.address.set({ [name]: detail.selectedOptions.map(({ value }) => value ?? '') })}
    />
  );
}
