/** Partners that this account has authorized before: one click adds them. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../../wizard/editor/context.ts';
import { useAuthorization } from './context.ts';

/** More would be a list to search, and typing twelve digits is quicker than that. */
const SHOWN = 8;

export function PartnerSuggestions() {
  const t = useTexts('authorizations');
  const { accountKey, touch } = useEditor();
  const { draft, dispatch } = useAuthorization();
  const { data } = useCallQuery('authorizations.partners', { account: accountKey });
  const known = (data?.partners ?? []).filter(({ accountId }) => !draft.resellers.includes(accountId)).slice(0, SHOWN);
  if (known.length === 0) return null;
  return (
    <SpaceBetween direction="horizontal" size="s">
      <Box color="text-body-secondary">{t('resellers.known')}</Box>
      {known.map(({ accountId, name }) => (
        <Button
          key={accountId}
          variant="inline-link"
          onClick={() => {
            dispatch({ type: 'resellers.add', ids: [accountId] });
            touch('resellers');
          }}
        >
          {name === null ? accountId : `${name} (${accountId})`}
        </Button>
      ))}
    </SpaceBetween>
  );
}
