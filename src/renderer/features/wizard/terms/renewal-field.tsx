/** The renewal question of AWS's own form, and its details after Yes. */
import ColumnLayout from '@cloudscape-design/components/column-layout';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { renewalSchema } from '../../../../shared/domain/offer/draft.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';

const { acquisitionChannel, pricingModel } = renewalSchema.shape;

export function RenewalField() {
  const t = useTexts('wizard');
  const { draft, dispatch, touch } = useEditor();
  return (
    <SpaceBetween size="l">
      <DraftField path="isRenewal" label={t('renewal.question')} description={t('renewal.description')}>
        {() => (
          <RadioGroup
            value={draft.isRenewal === null ? null : draft.isRenewal ? 'yes' : 'no'}
            items={[
              { value: 'yes', label: t('yes') },
              { value: 'no', label: t('no') },
            ]}
            ariaRequired
            onChange={({ detail }) => {
              dispatch({ type: 'renewal.answer', isRenewal: detail.value === 'yes' });
              touch('isRenewal');
            }}
          />
        )}
      </DraftField>
      {draft.isRenewal && draft.renewal && (
        <ColumnLayout columns={2}>
          <DraftField path="renewal.acquisitionChannel" label={t('renewal.channel.label')}>
            {() => (
              <RadioGroup
                value={draft.renewal?.acquisitionChannel ?? null}
                items={acquisitionChannel.options.map((value) => ({
                  value,
                  label: t(`renewal.channel.${value}.label`),
                  description: t(`renewal.channel.${value}.description`),
                }))}
                onChange={({ detail }) =>
                  dispatch({
                    type: 'renewal.details',
                    details: { acquisitionChannel: acquisitionChannel.parse(detail.value) },
                  })
                }
              />
            )}
          </DraftField>
          <DraftField path="renewal.pricingModel" label={t('renewal.pricing.label')}>
            {() => (
              <RadioGroup
                value={draft.renewal?.pricingModel ?? null}
                items={pricingModel.options.map((value) => ({ value, label: t(`renewal.pricing.${value}`) }))}
                onChange={({ detail }) =>
                  dispatch({ type: 'renewal.details', details: { pricingModel: pricingModel.parse(detail.value) } })
                }
              />
            )}
          </DraftField>
        </ColumnLayout>
      )}
    </SpaceBetween>
  );
}
