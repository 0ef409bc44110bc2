/** The controls behind the fields: text, choices of AWS's lists, dates, places. */
import DatePicker from '@cloudscape-design/components/date-picker';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import Textarea from '@cloudscape-design/components/textarea';
import { useMemo } from 'react';
import { PICKLISTS, type PicklistName } from '../../../../shared/domain/opportunity/picklists.ts';
import { COUNTRIES, US_STATES } from '../../../../shared/domain/opportunity/places.ts';
import { useLanguage, useTexts } from '../../../i18n/context.tsx';
import { useOpportunity } from './context.ts';
import type { ControlProps } from './field.tsx';
import { usePickText } from './use-pick-text.ts';

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

export function TextControl({ value, invalid, disabled, ariaRequired, onBlur, set }: ControlProps) {
  return (
    <Input
      value={textOf(value)}
      invalid={invalid}
      disabled={disabled}
      ariaRequired={ariaRequired}
      onBlur={onBlur}
      onChange={({ detail }) => set(detail.value.slice(0, 10_000))}
    />
  );
}

export function LongTextControl({ value, invalid, disabled, ariaRequired, onBlur, set }: ControlProps) {
  return (
    <Textarea
      value={textOf(value)}
      rows={4}
      invalid={invalid}
      disabled={disabled}
      ariaRequired={ariaRequired}
      onBlur={onBlur}
      onChange={({ detail }) => set(detail.value.slice(0, 10_000))}
    />
  );
}

export function DateControl({ value, invalid, disabled, ariaRequired, onBlur, set }: ControlProps) {
  const wizard = useTexts('wizard');
  return (
    <DatePicker
      value={textOf(value)}
      format="iso"
      placeholder={wizard('datePlaceholder')}
      invalid={invalid}
      disabled={disabled}
      ariaRequired={ariaRequired}
      onBlur={onBlur}
      onChange={({ detail }) => set(detail.value)}
    />
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

/** AWS's own word stands beside the translated one, so that both can be typed. */
function useOptions(list: PicklistName): Option[] {
  const pick = usePickText();
  return PICKLISTS[list].map((value) => {
    const label = pick(list, value);
    return { value, label, ...(label !== value && { description: value }) };
  });
}

export function ChoiceControl({ list, ...control }: ControlProps & { list: PicklistName }) {
  return <OptionControl {...control} options={useOptions(list)} />;
}

export function OptionControl(props: ControlProps & { options: readonly Option[]; required?: boolean }) {
  const { value, invalid, disabled, ariaRequired, onBlur, set, options, path, required = false } = props;
  const t = useTexts('opportunity-editor');
  const { touch } = useOpportunity();
  const chosen = textOf(value);
  const none = { value: '', label: t('none') };
  const known = options.find((option) => option.value === chosen);
  return (
    <Select
      selectedOption={chosen === '' ? null : (known ?? { value: chosen, label: chosen })}
      options={ariaRequired || required ? options : [none, ...options]}
      placeholder={t('choose')}
      filteringType={options.length > 8 ? 'auto' : 'none'}
      invalid={invalid}
      disabled={disabled}
      ariaRequired={ariaRequired}
      onBlur={onBlur}
      onChange={({ detail }) => {
        set(detail.selectedOption.value ?? '');
        touch(path);
      }}
    />
  );
}

export function ChoicesControl({ list, value, invalid, disabled, onBlur, set }: ControlProps & { list: PicklistName }) {
  const t = useTexts('opportunity-editor');
  const options = useOptions(list);
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <Multiselect
      selectedOptions={chosen.map(
        (one) => options.find((option) => option.value === one) ?? { value: one, label: one },
      )}
      options={options}
      placeholder={t('chooseSome')}
      filteringType={options.length > 8 ? 'auto' : 'none'}
      invalid={invalid}
      disabled={disabled}
      onBlur={onBlur}
      onChange={({ detail }) => set(detail.selectedOptions.map((option) => option.value ?? ''))}
    />
  );
}

export function CountryControl(control: ControlProps) {
  const language = useLanguage();
  const options = useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    return COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value, description: value })).toSorted((a, b) =>
      a.label.localeCompare(b.label, language),
    );
  }, [language]);
  return <OptionControl {...control} options={options} />;
}

/** AWS has a list for the United States only. */
export function StateControl(control: ControlProps) {
  const { draft } = useOpportunity();
  if (draft.customer.account.address.countryCode !== 'US') return <TextControl {...control} />;
  return <OptionControl {...control} options={US_STATES.map((value) => ({ value, label: value }))} />;
}
