/** Buyer accounts as tokens: typed or pasted, any number at once. What is no account id stays visible as a token to correct. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TokenGroup from '@cloudscape-design/components/token-group';
import { useState } from 'react';
import { parseAccountIds } from '../../../../shared/domain/offer/wizard/buyers.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';

/** As long as the draft keeps one entry. */
const LONGEST_ENTRY = 40;

export function BuyersField() {
  const t = useTexts('wizard');
  const { draft, dispatch, touch } = useEditor();
  const [typed, setTyped] = useState('');

  function add(text: string): void {
    const { ids, rejected } = parseAccountIds(text);
    const entries = [...ids, ...rejected.map((piece) => piece.slice(0, LONGEST_ENTRY))];
    if (entries.length > 0) dispatch({ type: 'buyers.add', ids: entries });
    setTyped('');
  }

  return (
    <SpaceBetween size="xs">
      <DraftField
        path="buyers"
        deep
        label={t('buyers.label')}
        description={t('buyers.description')}
        constraintText={t('buyers.constraint')}
      >
        {({ invalid, onBlur }) => (
          <div
            onPaste={(event) => {
              // A field of one line would run pasted lines together.
              event.preventDefault();
              add(typed + event.clipboardData.getData('text'));
              touch('buyers');
            }}
          >
            <Input
              value={typed}
              placeholder={t('buyers.placeholder')}
              inputMode="numeric"
              autoComplete={false}
              invalid={invalid}
              ariaRequired
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
        items={draft.buyers.map((id) => ({
          label: id,
          dismissLabel: t('buyers.remove', { id }),
          ...(/^\d{12}$/.test(id) ? {} : { iconName: 'status-warning' as const, iconAlt: t('buyers.notAnId') }),
        }))}
        disableOuterPadding
        onDismiss={({ detail }) => {
          const id = draft.buyers[detail.itemIndex];
          if (id !== undefined) dispatch({ type: 'buyers.remove', id });
        }}
      />
      <OwnAccountHint />
    </SpaceBetween>
  );
}

/** Sellers check their integration with their own account as the buyer. */
function OwnAccountHint() {
  const t = useTexts('wizard');
  const { draft, account, dispatch } = useEditor();
  if (!account || draft.buyers.includes(account.awsAccountId)) return null;
  return (
    <Box color="text-body-secondary" fontSize="body-s">
      {t('buyers.ownAccount')}{' '}
      <Button variant="inline-link" onClick={() => dispatch({ type: 'buyers.add', ids: [account.awsAccountId] })}>
        {t('buyers.addOwn', { id: account.awsAccountId })}
      </Button>
    </Box>
  );
}
