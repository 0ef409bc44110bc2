/** How a seeded deal comes about from its number alone: where it stands, what is sold, for how much. */
import type {
  ClosedLostReason,
  DeliveryModel,
  OpportunityType,
  PrimaryNeedFromAws,
  ReviewStatus,
  SalesActivity,
  Stage,
} from '@aws-sdk/client-partnercentral-selling';

export function pick<T>(values: readonly [T, ...T[]], index: number): T {
  return values[index % values.length] ?? values[0];
}

const REVIEWS: readonly [ReviewStatus, ...ReviewStatus[]] = [
  'Approved',
  'Pending Submission',
  'Approved',
  'Submitted',
  'Approved',
  'Approved',
  'In review',
  'Approved',
  'Approved',
  'Action Required',
  'Approved',
  'Approved',
  'Pending Submission',
  'Approved',
  'Rejected',
  'Approved',
];

const STAGES: readonly [Stage, ...Stage[]] = [
  'Qualified',
  'Technical Validation',
  'Launched',
  'Business Validation',
  'Closed Lost',
  'Committed',
  'Prospect',
];

export const LOST_REASONS: readonly [ClosedLostReason, ...ClosedLostReason[]] = [
  'Price',
  'Customer Deficiency',
  'Delay / Cancellation of Project',
  'Lost to Competitor - Microsoft',
  'Product/Technology',
  'Security / Compliance',
  'Other',
];

const NEEDS: readonly [PrimaryNeedFromAws, ...PrimaryNeedFromAws[]] = [
  'Co-Sell - Architectural Validation',
  'Co-Sell - Deal Support',
  'Co-Sell - Pricing Assistance',
  'Co-Sell - Technical Consultation',
  'Co-Sell - Business Presentation',
];

export interface DealShape {
  readonly review: ReviewStatus;
  readonly stage: Stage;
  readonly type: OpportunityType;
  readonly needs: PrimaryNeedFromAws[];
  readonly deliveryModels: DeliveryModel[];
  readonly activities: SalesActivity[];
  readonly useCase: string;
  readonly isReferral: boolean;
  readonly isSovereign: boolean;
  readonly isSecret: boolean;
  readonly months: number | null;
  readonly isMarketed: boolean;
  readonly amount: number;
  /** Days since it was made, and since it was last touched. */
  readonly ageDays: number;
  readonly restDays: number;
}

export function shapeOf(index: number): DealShape {
  const review = pick(REVIEWS, index);
  const isKnown = review === 'Approved';
  const restDays = (index * 11) % 90;
  return {
    review,
    stage: isKnown ? pick(STAGES, Math.floor(index / 2)) : pick<Stage>(['Prospect', 'Qualified'], index),
    type: pick<OpportunityType>(['Net New Business', 'Net New Business', 'Expansion'], index),
    // Every ninth is shared for visibility only.
    needs: index % 9 === 4 ? [] : [pick(NEEDS, index)],
    deliveryModels: [pick<DeliveryModel>(['SaaS or PaaS', 'Managed Services', 'BYOL or AMI'], index)],
    activities: [
      pick<SalesActivity>(
        ['Initialized discussions with customer', 'Conducted POC / Demo', 'In evaluation / planning stage'],
        index,
      ),
    ],
    useCase: pick(['Security & Compliance', 'Storage & Backup', 'Monitoring & Observability', 'Database'], index),
    isReferral: isKnown && index % 6 === 2,
    isSovereign: index % 15 === 7,
    isSecret: index % 50 === 10,
    months: index % 17 === 3 ? 36 : null,
    isMarketed: index % 8 === 0,
    amount: 750 + ((index * 1931) % 48_000),
    ageDays: restDays + ((index * 17) % 420) + 2,
    restDays,
  };
}
