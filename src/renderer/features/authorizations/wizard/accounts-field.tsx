/** AWS accounts as tokens: typed or pasted, any number at once. What is no account id stays visible as a token to correct. */
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TokenGroup from '@cloudscape-design/components/token-group';
import { useState } from 'react';
import { parseAccountIds } from '../../../../shared/domain/offer/wizard/buyers.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../../wizard/editor/context.ts';
import { DraftField } from '../../wizard/editor/draft-field.tsx';

/** As long as the draft keeps one entry. */
const LONGEST_ENTRY = 40;

interface AccountsFieldProps {
  readonly path: 'resellers' | 'buyers';
  readonly label: string;
  readonly description: string;
  readonly constraint: string;
  readonly optional?: boolean;
  readonly ids: readonly string[];
  onAdd(ids: readonly string[]): void;
  onRemove(id: string): void;
}

export function AccountsField({ path, optional = false, ids, onAdd, onRemove, ...texts }: AccountsFieldProps) {
  const t = useTexts('wizard');
  const { touch } = useEditor();
  const [typed, setTyped] = useState('');

  function add(text: string): void {
    const { ids: found, rejected } = parseAccountIds(text);
    const entries = [...found, ...rejected.map((piece) => piece.slice(0, LONGEST_ENTRY))];
    if (entries.length > 0) onAdd(entries);
    setTyped('');
  }

  return (
    <SpaceBetween size="xs">
      <DraftField
        path={path}
        deep
        label={
          optional ? (
            <>
              {texts.label} <i>– {t('optional')}</i>
            </>
          ) : (
            texts.label
          )
        }
        description={texts.description}
        constraintText={texts.constraint}
      >
        {({ invalid, onBlur }) => (
          <div
            onPaste={(event) => {
              // A field of one line would run pasted lines together.
              event.preventDefault();
              add(typed + event.clipboardData.getData('text'));
              touch(path);
            }}
          >
            <Input
              value={typed}
              placeholder={t('buyers.placeholder')}
              inputMode="numeric"
              autoComplete={false}
              invalid={invalid}
              ariaRequired={!optional}
              onChange={({ detail }) => {
                // Twelve digits are complete: nobody has to press a key after them.
                if (/^\d{12}$/.test(detail.value.trim())) add(detail.value);
                else setTyped(detail.value);
              }}
              onKeyDown={({ detail }) => {
                if (detail.key === 'Enter' || detail.key === ',') add(typed);
              }}
              onBlur={() => {
                add(typed);
                onBlur();
              }}
            />
          </div>
        )}
      </DraftField>
      <TokenGroup
        items={ids.map((id) => ({
          label: id,
          dismissLabel: t('buyers.remove', { id }),
          ...(/^\d{12}$/.test(id) ? {} : { iconName: 'status-warning' as const, iconAlt: t('buyers.notAnId') }),
        }))}
        disableOuterPadding
        onDismiss={({ detail }) => {
          const id = ids[detail.itemIndex];
          if (id !== undefined) onRemove(id);
        }}
      />
    </SpaceBetween>
  );
}
