/** What an event makes the core do: it refreshes exactly what the event is about. A line for each family of detail types. */
import { z } from 'zod';
import type { IncomingEvent, Subject, SubjectType } from '../../shared/domain/notification/incoming.ts';
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import type { Logger } from '../ports.ts';
import type { AccountSource } from '../sources.ts';

/** How each kind of thing is read again; a feature gives what it can. */
export type Refreshers = Partial<
  Record<SubjectType, (account: string, id: string, signal: AbortSignal, event?: IncomingEvent) => Promise<void>>
>;

interface Reaction {
  readonly detailType: RegExp;
  /** In order; the offer of a change set is found by the change set itself. */
  readonly refresh: readonly SubjectType[];
}

const REACTIONS: readonly Reaction[] = [
  { detailType: /^Change Set /, refresh: ['change-set'] },
  { detailType: /^Offer Released/, refresh: ['offer'] },
  { detailType: /^OfferSet Released/, refresh: ['offer-set', 'offer'] },
  // An accepted offer changes too, and an authorization counts what was sold by it.
  { detailType: /^Purchase Agreement (Created|Amended|Ended)/, refresh: ['agreement', 'offer', 'authorization'] },
  { detailType: /^Purchase Agreement /, refresh: ['agreement'] },
  { detailType: /^Agreement Cancellation Request/, refresh: ['agreement'] },
  { detailType: /^License /, refresh: ['agreement'] },
  { detailType: /^Opportunity |^(Engagement )?Resource Snapshot Created/, refresh: ['opportunity'] },
  { detailType: /^Engagement (Created|Updated|Member Added)/, refresh: ['engagement'] },
  { detailType: /^Engagement Invitation /, refresh: ['invitation'] },
  // Older topics name no agreement.
  { detailType: /^(subscribe|unsubscribe|entitlement)-/, refresh: ['offer'] },
];

function toRefresh(event: IncomingEvent): Subject[] {
  const reaction = REACTIONS.find(({ detailType }) => detailType.test(event.detailType));
  return (reaction?.refresh ?? []).flatMap((type) => event.subjects.filter((subject) => subject.type === type));
}

const partiesSchema = z
  .object({
    detail: z.object({
      sellerOfRecord: z.object({ accountId: z.string() }).optional(),
      proposer: z.object({ accountId: z.string() }).optional(),
    }),
  })
  .catch({ detail: {} });

/** An offer of a channel partner is not the manufacturer's to read: asking for it would look like a missing right. */
function belongsToOthers({ document }: IncomingEvent, subject: Subject, awsAccountId: string): boolean {
  if (subject.type !== 'offer' && subject.type !== 'offer-set') return false;
  const { sellerOfRecord, proposer } = partiesSchema.parse(document).detail;
  const seller = sellerOfRecord?.accountId ?? proposer?.accountId;
  return seller !== undefined && seller !== awsAccountId;
}

export function createReactions(deps: {
  readonly accounts: AccountSource;
  readonly logger: Logger;
  readonly refreshers: Refreshers;
}) {
  const { accounts, logger, refreshers } = deps;
  return function react(account: string, event: IncomingEvent, signal: AbortSignal): void {
    const { awsAccountId } = accounts.getSettings(account);
    for (const subject of toRefresh(event)) {
      const refresh = refreshers[subject.type];
      if (!refresh || belongsToOthers(event, subject, awsAccountId)) continue;
      refresh(account, subject.id, signal, event).catch((error: unknown) => {
        if (signal.aborted) return;
        const code = error instanceof OfferdeckError ? error.data.code : 'internal';
        logger.warn('what an event is about could not be read', { account, ...subject, code });
      });
    }
  };
}
