/** The offer set that a new offer is made for. AWS takes it with the creation alone. */
import Input from '@cloudscape-design/components/input';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';

const LONGEST = 64;

export function OfferSetField() {
  const t = useTexts('wizard');
  const { draft, dispatch } = useEditor();
  const { offerSetId, target } = draft;
  return (
    <DraftField
      path="offerSetId"
      label={t('offerSet.label')}
      description={t('offerSet.description')}
      constraintText={target === null ? t('offerSet.constraint') : t('offerSet.fixed')}
    >
      {({ invalid, onBlur }) => (
        <Input
          value={offerSetId ?? ''}
          disabled={target !== null}
          invalid={invalid}
          placeholder="offerset-"
          onBlur={onBlur}
          onChange={({ detail }) => {
            const id = detail.value.trim().slice(0, LONGEST);
            dispatch({ type: 'offerSet.choose', id: id === '' ? null : id });
          }}
        />
      )}
    </DraftField>
  );
}
