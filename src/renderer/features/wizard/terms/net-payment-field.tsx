/** How long a buyer who pays by invoice has after the invoice. */
import Select from '@cloudscape-design/components/select';
import { NET_PAYMENT_PERIODS } from '../../../../shared/domain/offer/preflight/extra-rules.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';

export function NetPaymentField() {
  const t = useTexts('wizard');
  const { draft, dispatch, touch } = useEditor();
  // AWS's trade word stays as it is in every language.
  const options = [
    { value: '', label: t('netPayment.none') },
    ...NET_PAYMENT_PERIODS.map((period) => ({ value: period, label: `Net ${period.slice(1, -1)}` })),
  ];
  const { netPayment } = draft;
  return (
    <DraftField path="netPayment" label={t('netPayment.label')} description={t('netPayment.description')}>
      {({ invalid, onBlur }) => (
        <Select
          selectedOption={options.find(({ value }) => value === netPayment) ?? { value: netPayment, label: netPayment }}
          options={options}
          invalid={invalid}
          onBlur={onBlur}
          onChange={({ detail }) => {
            dispatch({ type: 'text.set', field: 'netPayment', value: detail.selectedOption.value ?? '' });
            touch('netPayment');
          }}
        />
      )}
    </DraftField>
  );
}
