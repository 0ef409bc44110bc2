/** What the Selling service keeps of opportunities and solutions: plain JSON, instants as ISO text. */
import type {
  AwsOpportunityStage,
  AwsTeamMember,
  ClosedLostReason,
  Contact,
  Customer,
  InvolvementTypeChangeReason,
  Marketing,
  NationalSecurity,
  OpportunityOrigin,
  OpportunityType,
  PrimaryNeedFromAws,
  Project,
  RelatedEntityType,
  ReviewStatus,
  SalesInvolvementType,
  SoftwareRevenue,
  SolutionStatus,
  Stage,
  Visibility,
} from '@aws-sdk/client-partnercentral-selling';

export type Catalog = 'AWS' | 'Sandbox';

/** What a partner writes, replaced as a whole by each update. */
export interface OpportunityContent {
  readonly PrimaryNeedsFromAws?: PrimaryNeedFromAws[];
  readonly NationalSecurity?: NationalSecurity;
  readonly PartnerOpportunityIdentifier?: string;
  readonly Customer?: Customer;
  readonly Project?: Project;
  readonly OpportunityType?: OpportunityType;
  readonly Marketing?: Marketing;
  readonly SoftwareRevenue?: SoftwareRevenue;
  readonly LifeCycle: PartnerLifeCycle;
}

export interface PartnerLifeCycle {
  readonly Stage: Stage;
  readonly ClosedLostReason?: ClosedLostReason;
  readonly NextSteps?: string;
  readonly TargetCloseDate?: string;
}

export interface Review {
  readonly status: ReviewStatus;
  readonly comments: string | null;
  readonly reason: string | null;
}

export interface StepTaken {
  readonly Value: string;
  readonly Time: string;
}

export type Related = Readonly<Record<RelatedEntityType, readonly string[]>>;

export interface Submission {
  readonly involvement: SalesInvolvementType;
  readonly visibility: Visibility;
  readonly at: string;
  /** Why visibility became co-sell. */
  readonly changeReason: InvolvementTypeChangeReason | null;
}

/** What AWS's own record of the deal says. */
export interface AwsSide {
  readonly stage: AwsOpportunityStage;
  readonly targetCloseDate: string | null;
  readonly nextSteps: string | null;
  readonly history: readonly StepTaken[];
  readonly team: readonly AwsTeamMember[];
  readonly score: 'High' | 'Medium' | 'Low';
  readonly nextBestActions: string;
  readonly cosellMotion: string | null;
}

export interface OpportunityRecord {
  readonly id: string;
  readonly owner: string;
  readonly catalog: Catalog;
  readonly createdAt: string;
  /** To the millisecond, strictly increasing. */
  readonly modifiedAt: string;
  readonly origin: OpportunityOrigin;
  readonly content: OpportunityContent;
  readonly history: readonly StepTaken[];
  readonly review: Review;
  readonly team: readonly Contact[];
  readonly related: Related;
  /** Null until AWS knows of it. */
  readonly submission: Submission | null;
  readonly aws: AwsSide | null;
  readonly engagementId: string | null;
}

export interface SolutionRecord {
  readonly id: string;
  readonly owner: string;
  readonly catalog: Catalog;
  readonly name: string;
  readonly status: SolutionStatus;
  readonly category: string;
  readonly createdAt: string;
  readonly marketplaceArn: string | null;
}

export interface TagRecord {
  readonly arn: string;
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
}

/** What a client token was first used for, and what was answered. */
export interface TokenUse {
  readonly body: string;
  readonly answer: Readonly<Record<string, unknown>>;
  readonly usedAt: string;
}

export interface SellingState {
  readonly opportunities: readonly OpportunityRecord[];
  readonly solutions: readonly SolutionRecord[];
  readonly tags: readonly TagRecord[];
  readonly tokens: Readonly<Record<string, TokenUse>>;
  /** The number of the newest opportunity. */
  readonly lastNumber: number;
}

export const NOTHING_RELATED: Related = {
  AwsMarketplaceOffers: [],
  AwsMarketplaceOfferSets: [],
  AwsMarketplaceProducts: [],
  AwsMarketplaceSolutions: [],
  AwsProducts: [],
  Solutions: [],
};
