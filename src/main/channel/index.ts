/** The handlers of every `channel.*` method. */
import type { AuthorizationSummary } from '../../shared/domain/authorization/authorization.ts';
import type { AmendedAgreement } from '../../shared/domain/agreement/amendment.ts';
import { toPartnerAmendment } from '../../shared/domain/agreement/partner-amendment.ts';
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import type { Amendments } from '../agreements/amend.ts';
import type { Authorizations } from '../authorizations/index.ts';
import { findRefusal, refuseBy } from '../drafts/check.ts';
import type { DraftStore } from '../drafts/index.ts';
import { breathe } from '../entities/breathe.ts';
import type { EventBus } from '../events.ts';
import type { HandlersOf } from '../handlers.ts';
import type { Resale } from './resale.ts';

export interface ChannelDependencies {
  readonly resale: Resale;
  readonly amendments: Pick<Amendments, 'read'>;
  readonly authorizations: Pick<Authorizations, 'received' | 'refresh'>;
  readonly drafts: Pick<DraftStore, 'insert'>;
  readonly events: EventBus;
}

/** Rules that stop an offer before it is begun; they look at the authorization alone. */
const UNUSABLE = ['resale-unknown', 'resale-not-usable'];
/** The same for an amendment, which the agreement has a say in too. */
const UNFIT = [
  ...UNUSABLE,
  'resale-buyers',
  'replacement-way',
  'replacement-authorization',
  'replacement-product',
  'replacement-not-active',
];

export function createChannel(deps: ChannelDependencies): HandlersOf<'channel'> {
  const { resale, amendments, authorizations, drafts, events } = deps;

  function insert(account: string, draft: Parameters<DraftStore['insert']>[1]): { id: string } {
    const { id } = drafts.insert(account, draft);
    events.emit('drafts.changed', { id, account });
    return { id };
  }

  /** Why this authorization cannot found an amendment of the agreement; null where it can. */
  async function refusalOf(
    account: string,
    { id }: AuthorizationSummary,
    agreement: AmendedAgreement,
    signal: AbortSignal,
  ) {
    try {
      const base = await resale.start(account, id, { refresh: false, signal });
      const refused = findRefusal(UNFIT, toPartnerAmendment(agreement, base));
      return refused && { messageKey: refused.messageKey, params: refused.params };
    } catch (error) {
      if (!(error instanceof OfferdeckError) || signal.aborted) throw error;
      const { messageKey, params } = error.data;
      return { messageKey, params };
    }
  }

  return {
    async 'channel.offer'({ account, authorizationId }, { signal }) {
      const draft = await resale.start(account, authorizationId, { refresh: true, signal });
      refuseBy(UNUSABLE, draft);
      return insert(account, draft);
    },
    async 'channel.choices'({ account, agreementId }, { signal }) {
      await authorizations.refresh(account, signal);
      const agreement = await amendments.read(account, agreementId, { refresh: false, signal });
      const choices = [];
      for (const authorization of authorizations.received(account, agreement.summary.productId)) {
        choices.push({ authorization, refusal: await refusalOf(account, authorization, agreement, signal) });
        await breathe(signal);
      }
      // What can be used comes first; within that the latest.
      return { choices: choices.toSorted((a, b) => Number(a.refusal !== null) - Number(b.refusal !== null)) };
    },
    async 'channel.amend'({ account, agreementId, authorizationId }, { signal }) {
      const agreement = await amendments.read(account, agreementId, { refresh: true, signal });
      const base = await resale.start(account, authorizationId, { refresh: true, signal });
      const draft = toPartnerAmendment(agreement, base);
      refuseBy(UNFIT, draft);
      return insert(account, draft);
    },
  };
}
