/** The refund policy that the buyer reads with the offer. */
import Textarea from '@cloudscape-design/components/textarea';
import { isPublicOffer } from '../../../../shared/domain/offer/public-offer.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';

const LONGEST = 500;

export function RefundPolicyField() {
  const t = useTexts('wizard');
  const { draft, dispatch } = useEditor();
  return (
    <DraftField
      path="refundPolicy"
      label={t('refundPolicy.label')}
      description={t(isPublicOffer(draft) ? 'refundPolicy.publicDescription' : 'refundPolicy.description')}
      characterCountText={t('characters', { count: draft.refundPolicy.length, max: LONGEST })}
    >
      {({ invalid, onBlur }) => (
        <Textarea
          value={draft.refundPolicy}
          rows={3}
          invalid={invalid}
          onBlur={onBlur}
          onChange={({ detail }) =>
            dispatch({ type: 'text.set', field: 'refundPolicy', value: detail.value.slice(0, 4000) })
          }
        />
      )}
    </DraftField>
  );
}
