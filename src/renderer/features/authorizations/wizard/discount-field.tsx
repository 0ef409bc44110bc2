/** The percentage off the public offer's prices, from which all wholesale prices follow at once. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTexts } from '../../../i18n/context.tsx';
import { DraftField } from '../../wizard/editor/draft-field.tsx';
import { useAuthorization } from './context.ts';

export function DiscountField() {
  const t = useTexts('authorizations');
  const { draft, list, dispatch } = useAuthorization();
  return (
    <SpaceBetween size="s">
      <DraftField
        path="pricing.discountPercent"
        label={t('discount.label')}
        description={t('discount.description')}
        constraintText={t('discount.constraint')}
      >
        {({ invalid, onBlur }) => (
          <SpaceBetween direction="horizontal" size="xs" alignItems="center">
            <Input
              value={draft.pricing.discountPercent}
              inputMode="decimal"
              invalid={invalid}
              ariaRequired
              onBlur={onBlur}
              onChange={({ detail }) => dispatch({ type: 'discount.set', percent: detail.value.slice(0, 40), list })}
            />
            <Box>%</Box>
          </SpaceBetween>
        )}
      </DraftField>
      {list === null && <Alert type="warning">{t('discount.noList')}</Alert>}
      {list !== null && list.currency !== draft.currency && (
        <Alert type="warning">{t('discount.otherCurrency', { list: list.currency, currency: draft.currency })}</Alert>
      )}
    </SpaceBetween>
  );
}
