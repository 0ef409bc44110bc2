/** What stands beside the opportunity: solutions, products, and the offers of ours that it is linked to. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { OpportunityDetail } from '../../../../shared/domain/opportunity/opportunity.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { textsAt } from './read.ts';

const TYPES = ['Solutions', 'AwsMarketplaceSolutions', 'AwsMarketplaceProducts', 'AwsProducts'] as const;

export function Related({ opportunity }: { opportunity: OpportunityDetail }) {
  const t = useTexts('opportunities');
  const { account, document, linkedOffers } = opportunity;
  const items = TYPES.map((type) => ({ type, ids: textsAt(document, `RelatedEntityIdentifiers.${type}`) }))
    .filter(({ ids }) => ids.length > 0)
    .map(({ type, ids }) => ({ label: t(`related.${type}`), value: <Names names={ids} /> }));
  const offers = linkedOffers.map(({ kind, id, name }) => ({
    label: t(`related.${kind}`),
    value:
      kind === 'offer' ? (
        <RouteLink to={`/offers/${encodeURIComponent(account)}/${encodeURIComponent(id)}`}>{name || id}</RouteLink>
      ) : (
        id
      ),
  }));
  return (
    <Container header={<Header variant="h2">{t('related.title')}</Header>}>
      {items.length + offers.length === 0 ? (
        <Box color="text-body-secondary">{t('related.none')}</Box>
      ) : (
        <KeyValuePairs columns={3} items={[...items, ...offers]} />
      )}
    </Container>
  );
}

/** An ARN is known by its last part. */
function Names({ names }: { names: readonly string[] }) {
  return (
    <ul className="plain-list">
      {names.map((name) => (
        <li key={name}>{name.split('/').at(-1)}</li>
      ))}
    </ul>
  );
}
