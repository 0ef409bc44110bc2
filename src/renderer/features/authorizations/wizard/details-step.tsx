/** Step: what the authorization is called, and the currency of all its prices. */
import Container from '@cloudscape-design/components/container';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { CURRENCIES } from '../../../../shared/domain/money/currency.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../../wizard/editor/context.ts';
import { DraftField } from '../../wizard/editor/draft-field.tsx';

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
        <DraftField
          path="name"
          label={t('name.label')}
          description={t('name.description')}
          characterCountText={wizard('characters', { count: draft.name.length, max: LONGEST_NAME })}
        >
          {({ invalid, onBlur }) => (
            <Input
              value={draft.name}
              invalid={invalid}
              ariaRequired
              onBlur={onBlur}
              onChange={({ detail }) =>
                dispatch({ type: 'text.set', field: 'name', value: detail.value.slice(0, 2000) })
              }
            />
          )}
        </DraftField>
        <DraftField
          path="description"
          label={
            <>
              {t('description.label')} <i>– {wizard('optional')}</i>
            </>
          }
          description={t('description.description')}
          characterCountText={wizard('characters', { count: draft.description.length, max: LONGEST_DESCRIPTION })}
        >
          {({ invalid, onBlur }) => (
            <Textarea
              value={draft.description}
              rows={3}
              invalid={invalid}
              onBlur={onBlur}
              onChange={({ detail }) =>
                dispatch({ type: 'text.set', field: 'description', value: detail.value.slice(0, 4000) })
              }
            />
          )}
        </DraftField>
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
