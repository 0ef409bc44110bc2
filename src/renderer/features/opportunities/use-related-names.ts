/** What stands beside an opportunity, as people call it. Until the names are there the last part of the id stands for them. */
import type { RelatedEntity } from '../../../shared/contract/opportunity-offerings.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';

export interface Entity {
  readonly type: string;
  readonly id: string;
}

/** As many as one question takes; AWS takes fewer. */
const MOST = 500;

export function useRelatedNames(account: string, entities: readonly Entity[]): (entity: Entity) => RelatedEntity {
  const asked = entities.slice(0, MOST).map(({ type, id }) => ({ type, id }));
  const { data } = useCallQuery(
    'opportunities.related',
    { account, entities: asked },
    { enabled: account !== '' && asked.length > 0, keepPrevious: true },
  );
  return ({ type, id }) =>
    data?.entities.find((entity) => entity.type === type && entity.id === id) ?? { type, id, name: null, status: null };
}

/** An ARN is known by its last part. */
export function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
