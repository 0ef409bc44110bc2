/** Takes one thing away from an opportunity by itself: read anew, sent once through the journal, read again when AWS has done it. */
import type { ParsedInput } from '../../shared/contract/index.ts';
import { fail, OfferdeckError } from '../../shared/errors/app-error.ts';
import type { Changes } from '../changes/index.ts';
import { refuseOtherAccount, type CallWish } from '../changes/writes.ts';
import type { EventBus } from '../events.ts';
import type { Handlers } from '../handlers.ts';
import type { Logger } from '../ports.ts';
import type { Opportunities } from './index.ts';
import { placeOf, type PlaceSource } from './places.ts';
import { at, textAt } from './readings.ts';

interface DisassociateDependencies {
  readonly accounts: PlaceSource;
  readonly changes: Pick<Changes, 'beginCall'>;
  readonly events: EventBus;
  readonly logger: Logger;
  readonly opportunities: Pick<Opportunities, 'read'>;
}

interface Disassociating {
  readonly handlers: Pick<Handlers, 'opportunities.planDisassociation' | 'opportunities.disassociate'>;
  close(): void;
}

const KIND = 'opportunity-disassociate';

export function createDisassociating(deps: DisassociateDependencies): Disassociating {
  const { accounts, changes, events, logger, opportunities } = deps;
  const closing = new AbortController();
  const requestOf = (input: ParsedInput<'opportunities.planDisassociation'>) => ({
    Catalog: placeOf(accounts, input.account).catalog,
    OpportunityIdentifier: input.opportunityId,
    RelatedEntityType: input.type,
    RelatedEntityIdentifier: input.entityId,
  });

  const stopListening = events.subscribe((name, payload) => {
    if (name !== 'changes.changed' || !('state' in payload) || !('draftId' in payload) || payload.kind !== KIND) return;
    const { account, entityId, state } = payload;
    // A step of a draft's send belongs to the send, which reads by itself.
    if (state !== 'verified' || entityId === null || payload.draftId !== null) return;
    opportunities.read(account, entityId, closing.signal).catch((error: unknown) => {
      const code = error instanceof OfferdeckError ? error.data.code : 'internal';
      if (!closing.signal.aborted) logger.warn('an opportunity could not be read again', { account, entityId, code });
    });
  });

  return {
    close() {
      closing.abort();
      stopListening();
    },
    handlers: {
      async 'opportunities.planDisassociation'(input) {
        const request = requestOf(input);
        return {
          catalog: request.Catalog,
          operation: 'DisassociateOpportunity',
          json: JSON.stringify(request, null, 2),
        };
      },
      async 'opportunities.disassociate'({ confirmedAccountId, ...input }, { signal }) {
        const { account, opportunityId, type, entityId } = input;
        refuseOtherAccount(accounts.getSettings(account), confirmedAccountId, account);
        const { document } = await opportunities.read(account, opportunityId, signal);
        const related = at(document, 'RelatedEntityIdentifiers');
        const ids = at(related, type);
        if (!Array.isArray(ids) || !ids.includes(entityId)) fail('nothing-to-send');
        const request = requestOf(input);
        const wish: CallWish = {
          account,
          kind: KIND,
          title: textAt(document, 'Project', 'Title') || opportunityId,
          entityType: 'Opportunity',
          entityId: opportunityId,
          before: related ?? {},
          payload: { catalog: request.Catalog, request },
        };
        return { change: await changes.beginCall(wish, { confirmedAccountId, signal }) };
      },
    },
  };
}
