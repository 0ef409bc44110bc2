/** Partner Central in the seed world: opportunities and solutions of every partner, some of them tied to its offers. */
import type { Entity } from '../../catalog/model.ts';
import { entityArn } from '../../catalog/arns.ts';
import type { SellingWorld } from '../../selling/index.ts';
import type { OpportunityRecord } from '../../selling/model.ts';
import { NO_COLLABORATION, type CollaborationState } from '../../selling/model-engagement.ts';
import { partners, type PartnerProfile } from '../../selling/partners.ts';
import { LANTERNFISH } from '../products.ts';
import { todayAt } from '../today.ts';
import { engaged } from './engagements.ts';
import { seedInbox } from './inbox.ts';
import { seedOpportunities } from './opportunities.ts';
import { SANDBOX_SOLUTION, seedSolutions } from './solutions.ts';

/** Opportunities in the catalog AWS, 300 in all. */
const SHARES: readonly number[] = [180, 80, 40];
const SANDBOX_SHARE = 12;
const FIRST_ID = 10_000_001;
const OFFERS_TIED = 4;

export interface SellingSeedOptions {
  readonly nowMs: number;
  readonly entities: Iterable<Entity>;
  /** How many opportunities the first partner has in all; its share of the seed world unless told. */
  readonly opportunities?: number;
}

export function createSellingSeed({ nowMs, entities, opportunities }: SellingSeedOptions): SellingWorld {
  const today = todayAt(nowMs);
  const solutions = seedSolutions(partners, today);
  const offers = releasedOffers(entities);
  let nextId = FIRST_ID;
  const take = (count: number) => {
    nextId += count;
    return nextId - count;
  };
  const records = partners.flatMap((partner, index): OpportunityRecord[] => {
    const share = SHARES[index] ?? 0;
    const isLarge = partner.accountId === LANTERNFISH && opportunities !== undefined;
    const count = isLarge ? Math.max(share, opportunities) : share;
    const common = { partner, offset: index * 181, today, offerArns: [] };
    const solutionIds = solutions
      .filter(({ owner, catalog, status }) => owner === partner.accountId && catalog === 'AWS' && status === 'Active')
      .map(({ id }) => id);
    const offerArns = offersOf(partner, offers);
    return [
      ...seedOpportunities({ ...common, catalog: 'AWS', count, firstId: take(count), solutionIds, offerArns }),
      ...seedOpportunities({
        ...common,
        catalog: 'Sandbox',
        count: SANDBOX_SHARE,
        firstId: take(SANDBOX_SHARE),
        solutionIds: [SANDBOX_SOLUTION],
      }),
    ];
  });
  // The many of the scale world go without: nobody looks behind each of them.
  const isCommon = ({ id }: OpportunityRecord) => opportunities === undefined || Number(id.slice(1)) < FIRST_ID + 180;
  const known = engaged(records.filter(isCommon), partners);
  const inbox = seedInbox(partners, nowMs);
  const collaboration: CollaborationState = {
    ...NO_COLLABORATION,
    engagements: [...known.engagements, ...inbox.engagements],
    invitations: [...known.invitations, ...inbox.invitations],
    errands: inbox.errands,
    settings: [{ id: `${LANTERNFISH} AWS`, roleArn: `arn:aws:iam::${LANTERNFISH}:role/ResourceSnapshotJobRole` }],
  };
  return {
    opportunities: [...known.opportunities, ...records.filter((record) => !isCommon(record))],
    solutions,
    tags: [],
    tokens: {},
    lastNumber: nextId,
    collaboration,
  };
}

/** Released offers for named buyers, by owner. */
function releasedOffers(entities: Iterable<Entity>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const entity of entities) {
    if (entity.type !== 'Offer' || entity.state !== 'Released' || entity.buyerAccounts.length === 0) continue;
    found.set(entity.owner, [...(found.get(entity.owner) ?? []).slice(0, OFFERS_TIED), entityArn(entity)]);
  }
  return found;
}

function offersOf({ accountId }: PartnerProfile, offers: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return (offers.get(accountId) ?? []).slice(0, OFFERS_TIED);
}
