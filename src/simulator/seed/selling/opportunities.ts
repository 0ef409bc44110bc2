/** The seeded opportunities: every stage, every state of the review, referrals, euros, lost deals with their reasons. */
import type { AwsTeamMember, Contact } from '@aws-sdk/client-partnercentral-selling';
import {
  NOTHING_RELATED,
  type AwsSide,
  type Catalog,
  type OpportunityRecord,
  type Related,
  type Review,
} from '../../selling/model.ts';
import type { PartnerProfile } from '../../selling/partners.ts';
import type { Today } from '../today.ts';
import { seedContent } from './content.ts';
import { pick, shapeOf, type DealShape } from './shape-of-deals.ts';

export interface SeedOpportunities {
  readonly partner: PartnerProfile;
  readonly catalog: Catalog;
  readonly count: number;
  /** Number of the first one, and its place in the row of shapes. */
  readonly firstId: number;
  readonly offset: number;
  readonly today: Today;
  /** Active solutions, and released private offers, of the partner. */
  readonly solutionIds: readonly string[];
  readonly offerArns: readonly string[];
}

const AWS_PRODUCTS: readonly [string, ...string[]] = ['AmazonEC2', 'AmazonS3', 'AWSLambda', 'AmazonRDS', 'AmazonEKS'];

export function seedOpportunities(options: SeedOpportunities): OpportunityRecord[] {
  const offers = [...options.offerArns];
  return Array.from({ length: options.count }, (_, number) => {
    const index = options.offset + number;
    const shape = shapeOf(index);
    const isWon = shape.stage === 'Committed' || shape.stage === 'Launched';
    const offer = isWon ? offers.shift() : undefined;
    return opportunityAt({ options, number, index, shape, offer });
  });
}

interface Place {
  readonly options: SeedOpportunities;
  readonly number: number;
  readonly index: number;
  readonly shape: DealShape;
  readonly offer: string | undefined;
}

/** The deals of the seed world; of the thousands beyond them hundreds change in a day, all day long. */
const SEEN_TOGETHER = 300;
const DAY_MS = 24 * 60 * 60 * 1000;
const SPREAD_MS = 7_919_113;

function opportunityAt(place: Place): OpportunityRecord {
  const { options, number, index, shape } = place;
  const { partner, today } = options;
  const createdAt = today.instant(-shape.ageDays, 8);
  // Nothing was changed later than now, whatever the hour.
  const restDays = Math.max(1, shape.restDays);
  const modifiedAt = new Date(
    number < SEEN_TOGETHER
      ? Date.parse(today.instant(-restDays, 15)) + (index % 1000)
      : Date.parse(today.instant(-restDays, 0)) + ((number * SPREAD_MS) % DAY_MS),
  ).toISOString();
  const content = seedContent({ index, shape, partner, today });
  const isDraft = shape.review === 'Pending Submission';
  const next = content.LifeCycle.NextSteps;
  return {
    id: `O${options.firstId + number}`,
    owner: partner.accountId,
    catalog: options.catalog,
    createdAt,
    modifiedAt,
    origin: shape.isReferral ? 'AWS Referral' : 'Partner Referral',
    content,
    history: next === undefined ? [] : [{ Value: next, Time: modifiedAt }],
    review: review(shape),
    team: team(partner, index),
    related: related(place),
    submission: isDraft
      ? null
      : {
          involvement: shape.needs.length === 0 && !shape.isSecret ? 'For Visibility Only' : 'Co-Sell',
          visibility: 'Full',
          at: createdAt,
          changeReason: null,
        },
    aws: isDraft ? null : seedAwsSide(content.LifeCycle.Stage, index),
    engagementId: null,
  };
}

function review({ review: status }: DealShape): Review {
  if (status === 'Action Required') {
    return { status, comments: 'Please say what the customer spends on AWS today.', reason: 'Clarify Revenue' };
  }
  if (status === 'Rejected') return { status, comments: 'A deal of this customer is known already.', reason: 'Other' };
  return { status, comments: null, reason: null };
}

function team(partner: PartnerProfile, index: number): Contact[] {
  const user = partner.users[index % partner.users.length];
  if (!user) return [];
  return [{ BusinessTitle: 'OpportunityOwner', Email: user.email, FirstName: user.firstName, LastName: user.lastName }];
}

function related({ options, index, shape, offer }: Place): Related {
  const { solutionIds } = options;
  const isBare = shape.review === 'Pending Submission' && index % 3 !== 0;
  const solution = isBare ? undefined : solutionIds[(index * 5) % Math.max(1, solutionIds.length)];
  return {
    ...NOTHING_RELATED,
    Solutions: solution === undefined ? [] : [solution],
    AwsProducts: index % 2 === 0 ? [pick(AWS_PRODUCTS, index)] : [],
    AwsMarketplaceOffers: offer === undefined ? [] : [offer],
  };
}

const AWS_TEAM: readonly [AwsTeamMember, ...AwsTeamMember[]] = [
  { FirstName: 'Robin', LastName: 'Vale', Email: 'robin.vale@aws.example.com', BusinessTitle: 'AWSSalesRep' },
  { FirstName: 'Toni', LastName: 'Marsh', Email: 'toni.marsh@aws.example.com', BusinessTitle: 'PDM' },
  { FirstName: 'Uma', LastName: 'Reyes', Email: 'uma.reyes@aws.example.com', BusinessTitle: 'AWSAccountOwner' },
];

/** What AWS's people know of a deal that was shared with them. */
function seedAwsSide(stage: string, index: number): AwsSide {
  const ended = stage === 'Launched' || stage === 'Closed Lost';
  return {
    stage: ended ? stage : pick<AwsSide['stage']>(['Engaged', 'Qualified', 'Evaluating'], index),
    targetCloseDate: null,
    nextSteps: pick(['Introduce the account team', 'Review the architecture', null], index),
    history: [],
    team: [pick(AWS_TEAM, index), pick(AWS_TEAM, index + 1)],
    score: pick<AwsSide['score']>(['High', 'Medium', 'Low'], index),
    nextBestActions: pick(['Schedule a joint call with the customer', 'Add the products that will be used'], index),
    cosellMotion: pick(['AWS Field-engaged', 'Partner-led', null], index),
  };
}
