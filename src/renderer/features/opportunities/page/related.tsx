/** What stands beside the opportunity: solutions, products, and the offers of ours that it is linked to. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { OpportunityDetail } from '../../../../shared/domain/opportunity/opportunity.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { SolutionStatus } from '../../../components/solution-status.tsx';
import { lastPart, useRelatedNames, type Entity } from '../use-related-names.ts';
import { DisassociateButton } from './disassociate.tsx';
import { textsAt } from './read.ts';

const TYPES = ['Solutions', 'AwsMarketplaceSolutions', 'AwsMarketplaceProducts', 'AwsProducts'] as const;

const OFFER_TYPES = { offer: 'AwsMarketplaceOffers', 'offer-set': 'AwsMarketplaceOfferSets' } as const;
const OFFER_PLACES = { offer: 'offers', 'offer-set': 'offersets' } as const;

export function Related({ opportunity }: { opportunity: OpportunityDetail }) {
  const t = useTexts('opportunities');
  const { account, document, linkedOffers } = opportunity;
  const entities = TYPES.flatMap((type) =>
    textsAt(document, `RelatedEntityIdentifiers.${type}`).map((id) => ({ type, id })),
  );
  const nameOf = useRelatedNames(account, entities);
  const items = TYPES.map((type) => ({ type, entries: entities.filter((entity) => entity.type === type) }))
    .filter(({ entries }) => entries.length > 0)
    .map(({ type, entries }) => ({
      label: t(`related.${type}`),
      value: <Names opportunity={opportunity} entities={entries} nameOf={nameOf} />,
    }));
  const offers = linkedOffers.map(({ kind, id, arn, name }) => ({
    label: t(`related.${kind}`),
    value: (
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <RouteLink to={`/${OFFER_PLACES[kind]}/${encodeURIComponent(account)}/${encodeURIComponent(id)}`}>
          {name || id}
        </RouteLink>
        <DisassociateButton opportunity={opportunity} type={OFFER_TYPES[kind]} id={arn} name={name || id} />
      </SpaceBetween>
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

interface NamesProps {
  readonly opportunity: OpportunityDetail;
  readonly entities: readonly (Entity & { readonly type: (typeof TYPES)[number] })[];
  readonly nameOf: ReturnType<typeof useRelatedNames>;
}

function Names({ opportunity, entities, nameOf }: NamesProps) {
  return (
    <ul className="plain-list">
      {entities.map((entity) => {
        const { name, status } = nameOf(entity);
        const id = lastPart(entity.id);
        return (
          <li key={entity.id}>
            <SpaceBetween direction="horizontal" size="xs" alignItems="center">
              {entity.type === 'Solutions' && name !== null ? (
                <RouteLink
                  to={`/solutions/${encodeURIComponent(opportunity.account)}/${encodeURIComponent(entity.id)}`}
                >
                  {name}
                </RouteLink>
              ) : (
                <span>{name ?? id}</span>
              )}
              {name !== null && <Box color="text-body-secondary">{id}</Box>}
              <SolutionStatus status={status} />
              <DisassociateButton opportunity={opportunity} type={entity.type} id={entity.id} name={name ?? id} />
            </SpaceBetween>
          </li>
        );
      })}
    </ul>
  );
}
