/** What a draft is called and how it is described, each counted against AWS's limit; what is longer is kept and complained about. */
import Input from '@cloudscape-design/components/input';
import Textarea from '@cloudscape-design/components/textarea';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from './context.ts';
import { DraftField } from './draft-field.tsx';

interface NamedFieldProps {
  /** Has the words, under `name` and `description`. */
  readonly topic: 'wizard' | 'authorizations';
  /** Characters that AWS takes. */
  readonly max: number;
}

/** Beyond these a paste was a mistake. */
const NAME_CUT = 2000;
const DESCRIPTION_CUT = 4000;

export function NameField({ topic, max }: NamedFieldProps) {
  const t = useTexts(topic);
  const wizard = useTexts('wizard');
  const { draft, dispatch } = useEditor();
  return (
    <DraftField
      path="name"
      label={t('name.label')}
      description={t('name.description')}
      characterCountText={wizard('characters', { count: draft.name.length, max })}
    >
      {({ invalid, onBlur }) => (
        <Input
          value={draft.name}
          invalid={invalid}
          ariaRequired
          onBlur={onBlur}
          onChange={({ detail }) =>
            dispatch({ type: 'text.set', field: 'name', value: detail.value.slice(0, NAME_CUT) })
          }
        />
      )}
    </DraftField>
  );
}

export function DescriptionField({ topic, max, optional = false }: NamedFieldProps & { readonly optional?: boolean }) {
  const t = useTexts(topic);
  const wizard = useTexts('wizard');
  const { draft, dispatch } = useEditor();
  const label = t('description.label');
  return (
    <DraftField
      path="description"
      label={
        optional ? (
          <>
            {label} <i>– {wizard('optional')}</i>
          </>
        ) : (
          label
        )
      }
      description={t('description.description')}
      characterCountText={wizard('characters', { count: draft.description.length, max })}
    >
      {({ invalid, onBlur }) => (
        <Textarea
          value={draft.description}
          rows={3}
          invalid={invalid}
          ariaRequired={!optional}
          onBlur={onBlur}
          onChange={({ detail }) =>
            dispatch({ type: 'text.set', field: 'description', value: detail.value.slice(0, DESCRIPTION_CUT) })
          }
        />
      )}
    </DraftField>
  );
}
