/** On the page of an offer or an agreement: the opportunities that it belongs to, and the way to one that it is to belong to. */
import Autosuggest from '@cloudscape-design/components/autosuggest';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDeferredValue, useState } from 'react';
import { useNavigate } from 'react-router';
import { useCallMutation, useCallQuery } from '../../bridge/hooks.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { usePermission } from '../../components/use-permission.ts';
import { useTexts } from '../../i18n/context.tsx';
import { useShowFlash } from '../../stores/flashes.ts';
import { toOpportunityDraftPath, toOpportunityPath } from './paths.ts';
import { ReviewStatus, StageBadge } from './status.tsx';

interface OpportunitiesOfOfferProps {
  readonly account: string;
  readonly offer: { readonly id: string; readonly name: string };
}

/** As many as a list shows at a glance; more letters narrow it down. */
const PAGE_SIZE = 30;

/** Nothing where the account does not co-sell. */
export function OpportunitiesOfOffer({ account, offer }: OpportunitiesOfOfferProps) {
  const t = useTexts('opportunities');
  const permission = usePermission(account, [], 'co-sell');
  const isShown = permission.state !== 'not-for-persona';
  const { data } = useCallQuery('opportunities.ofOffer', { account, offerId: offer.id }, { enabled: isShown });
  if (!isShown || !data) return null;
  return (
    <Container header={<Header variant="h2">{t('ofOffer.title')}</Header>}>
      <SpaceBetween size="m">
        {data.opportunities.length === 0 ? (
          <Box color="text-body-secondary">{t('ofOffer.none')}</Box>
        ) : (
          <ul className="plain-list">
            {data.opportunities.map(({ id, title, customer, stage, reviewStatus }) => (
              <li key={id}>
                <SpaceBetween direction="horizontal" size="xs" alignItems="center">
                  <RouteLink to={toOpportunityPath({ account, opportunityId: id })}>{title || id}</RouteLink>
                  <Box color="text-body-secondary">{customer || id}</Box>
                  <StageBadge stage={stage} />
                  <ReviewStatus status={reviewStatus} />
                </SpaceBetween>
              </li>
            ))}
          </ul>
        )}
        {data.opportunities.length === 0 && <Associate account={account} offer={offer} />}
      </SpaceBetween>
    </Container>
  );
}

/** AWS takes an offer beside one opportunity only; which one is chosen here, the rest happens in the editor. */
function Associate({ account, offer }: OpportunitiesOfOfferProps) {
  const t = useTexts('opportunities');
  const [text, setText] = useState('');
  const start = useStart(account, offer);
  const wanted = useDeferredValue(text);
  const { data, isLoading } = useCallQuery(
    'opportunities.list',
    { filter: { account, text: wanted }, page: 1, pageSize: PAGE_SIZE },
    { keepPrevious: true },
  );
  const options = (data?.items ?? []).map(({ id, title, customer }) => ({
    value: id,
    label: title || id,
    description: [id, customer].filter(Boolean).join(' – '),
  }));
  return (
    <SpaceBetween direction="horizontal" size="m" alignItems="end">
      <FormField label={t('ofOffer.which')} description={t('ofOffer.says')}>
        <Autosuggest
          value={text}
          options={options}
          filteringType="manual"
          hideEnteredTextOption
          statusType={isLoading ? 'loading' : 'finished'}
          placeholder={t('filter.text')}
          empty={t('list.noMatch')}
          disabled={start.isPending}
          ariaLabel={t('ofOffer.which')}
          onChange={({ detail }) => setText(detail.value)}
          onSelect={({ detail }) => {
            if (options.some(({ value }) => value === detail.value)) start.open(detail.value);
          }}
        />
      </FormField>
      <Button loading={start.isPending} onClick={() => start.open(null)}>
        {t('ofOffer.new')}
      </Button>
    </SpaceBetween>
  );
}

function useStart(account: string, offer: OpportunitiesOfOfferProps['offer']) {
  const navigate = useNavigate();
  const showFlash = useShowFlash();
  const create = useCallMutation('opportunities.drafts.create');
  return {
    isPending: create.isPending,
    open(fromOpportunityId: string | null) {
      create.mutate(
        { account, fromOpportunityId, offer: { id: offer.id, name: offer.name.slice(0, 255) } },
        {
          onSuccess: ({ id }) => void navigate(toOpportunityDraftPath(id)),
          onError: (error) => showFlash({ id: 'opportunity-associate', kind: 'error', error: error.data }),
        },
      );
    },
  };
}
