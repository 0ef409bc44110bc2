/** The offer set that a new offer is made for: one of those read here, or the ID of any other. AWS takes it with the creation alone. */
import Autosuggest from '@cloudscape-design/components/autosuggest';
import Box from '@cloudscape-design/components/box';
import Input from '@cloudscape-design/components/input';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { toOfferSetPath } from '../../offer-sets/paths.ts';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';

const LONGEST = 64;
/** More draft sets than anybody keeps open. */
const MOST_SETS = 200;

export function OfferSetField() {
  const t = useTexts('wizard');
  const { draft, accountKey, dispatch } = useEditor();
  const { offerSetId, target } = draft;
  const { data } = useCallQuery('offersets.list', {
    filter: { account: accountKey, states: ['draft'] },
    pageSize: MOST_SETS,
    sortBy: 'name',
    direction: 'ascending',
  });
  const sets = data?.items ?? [];
  const known = sets.find(({ id }) => id === offerSetId);
  const choose = (value: string) => {
    const id = value.trim().slice(0, LONGEST);
    dispatch({ type: 'offerSet.choose', id: id === '' ? null : id });
  };
  return (
    <DraftField
      path="offerSetId"
      label={t('offerSet.label')}
      description={t('offerSet.description')}
      constraintText={target === null ? t('offerSet.constraint') : t('offerSet.fixed')}
    >
      {({ invalid, onBlur }) =>
        target !== null ? (
          <Input value={offerSetId ?? ''} disabled invalid={invalid} placeholder="offerset-" />
        ) : (
          <>
            <Autosuggest
              value={offerSetId ?? ''}
              ariaLabel={t('offerSet.label')}
              placeholder="offerset-"
              invalid={invalid}
              options={sets.map(({ id, name, buyers }) => ({
                value: id,
                label: name || id,
                description: [id, buyers.join(', ')].filter(Boolean).join(' · '),
                filteringTags: [id, name],
              }))}
              enteredTextLabel={(value) => t('offerSet.use', { value })}
              empty={t('offerSet.none')}
              onBlur={onBlur}
              onChange={({ detail }) => choose(detail.value)}
            />
            {offerSetId !== null && data && (
              <Box variant="small">
                {known ? (
                  <RouteLink to={toOfferSetPath(accountKey, known.id)}>{known.name || t('offerSet.open')}</RouteLink>
                ) : (
                  t('offerSet.unknown')
                )}
              </Box>
            )}
          </>
        )
      }
    </DraftField>
  );
}
