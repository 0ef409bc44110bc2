/** Customer verification: known from AWS's schema alone, so it stands behind a note. */
import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';
import { NumberField } from './number-field.tsx';

export function VerificationField() {
  const t = useTexts('wizard');
  const { draft, dispatch, touch } = useEditor();
  const { customerVerification } = draft;
  return (
    <SpaceBetween size="m">
      <Alert>{t('verification.note')}</Alert>
      <DraftField path="customerVerification">
        {() => (
          <Toggle
            checked={customerVerification !== null}
            onChange={({ detail }) => {
              dispatch({ type: 'verification.ask', asked: detail.checked });
              touch('customerVerification');
            }}
          >
            {t('verification.ask')}
          </Toggle>
        )}
      </DraftField>
      {customerVerification && (
        <NumberField
          path="customerVerification.days"
          label={t('verification.days.label')}
          description={t('verification.days.description')}
          unit={t('renewalTerm.days')}
          value={customerVerification.days}
          onChange={(days) => dispatch({ type: 'verification.days', days })}
        />
      )}
    </SpaceBetween>
  );
}
