/** Step: what the offer is called, and the currency of all its prices. */
import Container from '@cloudscape-design/components/container';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo } from 'react';
import { CURRENCIES, UNVERIFIED_CURRENCIES } from '../../../../shared/domain/money/currency.ts';
import { OFFER_KIND_FACTS } from '../../../../shared/domain/offer/kinds.ts';
import { isPublicOffer } from '../../../../shared/domain/offer/public-offer.ts';
import { resaleOf } from '../../../../shared/domain/offer/received-authorization.ts';
import { useLanguage, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';
import { DescriptionField, NameField } from '../editor/name-fields.tsx';

const LONGEST_NAME = 150;
const LONGEST_DESCRIPTION = 255;

export function DetailsStep() {
  const { draft } = useEditor();
  return (
    <Container>
      <SpaceBetween size="l">
        <NameField topic="wizard" max={LONGEST_NAME} />
        <DescriptionField topic="wizard" max={LONGEST_DESCRIPTION} />
        {resaleOf(draft) === null && !isPublicOffer(draft) && <CurrencyField />}
      </SpaceBetween>
    </Container>
  );
}

function CurrencyField() {
  const t = useTexts('wizard');
  const { draft, dispatch, touch } = useEditor();
  const { known, unverified } = useCurrencyOptions();
  const options = [...known, { label: t('currency.unverified'), options: unverified }];
  const usageOnly = draft.kind !== null && OFFER_KIND_FACTS[draft.kind].usagePrices;
  return (
    <DraftField
      path="currency"
      label={t('currency.label')}
      description={t('currency.description')}
      constraintText={usageOnly ? t('currency.usageOnly') : undefined}
    >
      {({ invalid, onBlur }) => (
        <Select
          selectedOption={
            [...known, ...unverified].find(({ value }) => value === draft.currency) ?? { value: draft.currency }
          }
          options={options}
          invalid={invalid}
          onBlur={onBlur}
          onChange={({ detail }) => {
            dispatch({ type: 'text.set', field: 'currency', value: detail.selectedOption.value ?? '' });
            touch('currency');
          }}
        />
      )}
    </DraftField>
  );
}

function useCurrencyOptions() {
  const language = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'currency' });
    const option = (code: string) => ({ value: code, label: code, description: names.of(code) ?? code });
    return {
      known: CURRENCIES.map(option),
      unverified: UNVERIFIED_CURRENCIES.map(option),
    };
  }, [language]);
}
