/** The handlers of every `channel.*` method. */
import { preflight } from '../../shared/domain/offer/preflight/index.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { DraftStore } from '../drafts/index.ts';
import type { EventBus } from '../events.ts';
import type { HandlersOf } from '../handlers.ts';
import type { Resale } from './resale.ts';

export interface ChannelDependencies {
  readonly resale: Resale;
  readonly drafts: Pick<DraftStore, 'insert'>;
  readonly events: EventBus;
}

/** Rules that stop an offer before it is begun; they look at the authorization alone. */
const UNUSABLE = ['resale-unknown', 'resale-not-usable'];
const CONTEXT = { today: '', sellerAccountId: null, eulaBucketConfigured: true };

export function createChannel({ resale, drafts, events }: ChannelDependencies): HandlersOf<'channel'> {
  return {
    async 'channel.offer'({ account, authorizationId }, { signal }) {
      const draft = await resale.start(account, authorizationId, signal);
      const [refused] = preflight(draft, null, CONTEXT).filter(({ ruleId }) => UNUSABLE.includes(ruleId));
      if (refused) {
        const { path, messageKey, params } = refused;
        fail('preflight-failed', { params: { count: 1 }, fields: [{ path, messageKey, params }] });
      }
      const { id } = drafts.insert(account, draft);
      events.emit('drafts.changed', { id, account });
      return { id };
    },
  };
}
