/** How each kind of thing that an event is about is read again. */
import { DescribeChangeSetCommand } from '@aws-sdk/client-marketplace-catalog';
import type { AwsAccess } from '../aws/access.ts';
import type { Changes } from '../changes/index.ts';
import type { OfferSource } from '../sources.ts';
import type { Database } from '../storage/database.ts';
import type { Refreshers } from './reactions.ts';

interface RefresherDependencies {
  readonly aws: AwsAccess;
  readonly changes: Pick<Changes, 'handlers'>;
  readonly database: Database;
  readonly offers: Pick<OfferSource, 'read'>;
}

export function createRefreshers(deps: RefresherDependencies, more: Refreshers = {}): Refreshers {
  const { aws, changes, database, offers } = deps;
  const readOffer = async (account: string, id: string, signal: AbortSignal) => {
    await offers.read(account, id, signal);
  };
  const refreshers: Refreshers = { offer: readOffer, ...more };

  /** A change set of this machine wakes its follower; one of somebody else says what there is to read again. */
  async function readChangeSet(account: string, changeSetId: string, signal: AbortSignal): Promise<void> {
    const own = database.get<{ id: string }>(
      'SELECT id FROM changes WHERE account = ? AND change_set_id = ?',
      account,
      changeSetId,
    );
    if (own) {
      await changes.handlers['changes.resume']({ id: own.id }, { signal });
      return;
    }
    const answer = await aws
      .catalog(account)
      .send(new DescribeChangeSetCommand({ Catalog: 'AWSMarketplace', ChangeSetId: changeSetId }), {
        priority: 'background',
        signal,
      });
    const entities = (answer.ChangeSet ?? []).map(({ Entity }) => ({
      type: Entity?.Type?.split('@')[0] ?? '',
      id: Entity?.Identifier?.split('@')[0] ?? '',
    }));
    const unique = [...new Map(entities.map((entity) => [entity.id, entity])).values()];
    for (const { type, id } of unique) {
      if (type === 'Offer' && id) await refreshers.offer?.(account, id, signal);
      if (type === 'ResaleAuthorization' && id) await refreshers.authorization?.(account, id, signal);
      if (type === 'OfferSet' && id) await refreshers['offer-set']?.(account, id, signal);
    }
  }

  return { ...refreshers, 'change-set': readChangeSet };
}
