/** Limits the offer to buyers whose address is in certain countries. */
import Multiselect from '@cloudscape-design/components/multiselect';
import { useMemo } from 'react';
import { COUNTRY_CODES } from '../../../../shared/domain/offer/countries.ts';
import { useLanguage, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';

export function CountriesField() {
  const t = useTexts('wizard');
  const { draft, dispatch, touch } = useEditor();
  const options = useCountryOptions();
  const chosen = draft.countryCodes.map(
    (code) => options.find(({ value }) => value === code) ?? { value: code, label: code },
  );
  return (
    <DraftField
      path="countryCodes"
      deep
      label={
        <>
          {t('countries.label')} <i>– {t('optional')}</i>
        </>
      }
      description={t('countries.description')}
    >
      {({ invalid, onBlur }) => (
        <Multiselect
          selectedOptions={chosen}
          options={options}
          filteringType="auto"
          filteringAriaLabel={t('countries.search')}
          placeholder={t('countries.all')}
          empty={t('countries.noMatch')}
          invalid={invalid}
          deselectAriaLabel={({ label }) => t('countries.remove', { name: label ?? '' })}
          onBlur={onBlur}
          onChange={({ detail }) => {
            dispatch({ type: 'countries.set', codes: detail.selectedOptions.flatMap(({ value }) => value ?? []) });
            touch('countryCodes');
          }}
        />
      )}
    </DraftField>
  );
}

/** By name in the chosen language; the code is searchable too. */
function useCountryOptions() {
  const language = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    const { compare } = new Intl.Collator(language);
    return COUNTRY_CODES.map((code) => ({ value: code, label: names.of(code) ?? code, labelTag: code })).sort((a, b) =>
      compare(a.label, b.label),
    );
  }, [language]);
}
