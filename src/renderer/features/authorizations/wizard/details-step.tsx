/** Step: what the authorization is called, and the currency of all its prices. */
import Container from '@cloudscape-design/components/container';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CURRENCIES } from '../../../../shared/domain/money/currency.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../../wizard/editor/context.ts';
import { DraftField } from '../../wizard/editor/draft-field.tsx';
import { DescriptionField, NameField } from '../../wizard/editor/name-fields.tsx';

const LONGEST_NAME = 100;
const LONGEST_DESCRIPTION = 255;

export function DetailsStep() {
  const t = useTexts('authorizations');
  const wizard = useTexts('wizard');
  const { draft, dispatch, touch } = useEditor();
  const currencies = CURRENCIES.map((code) => ({ value: code, label: code }));
  return (
    <Container>
      <SpaceBetween size="l">
        <NameField topic="authorizations" max={LONGEST_NAME} />
        <DescriptionField topic="authorizations" max={LONGEST_DESCRIPTION} optional />
        <DraftField path="currency" label={wizard('currency.label')} description={t('currency.description')}>
          {({ invalid, onBlur }) => (
            <Select
              selectedOption={currencies.find(({ value }) => value === draft.currency) ?? { value: draft.currency }}
              options={currencies}
              invalid={invalid}
              onBlur={onBlur}
              onChange={({ detail }) => {
                dispatch({ type: 'text.set', field: 'currency', value: detail.selectedOption.value ?? '' });
                touch('currency');
              }}
            />
          )}
        </DraftField>
      </SpaceBetween>
    </Container>
  );
}
