/** What the Selling service keeps of the work between partners and AWS: engagements, invitations, tasks, snapshots. */
import type {
  Customer,
  EngagementContextType,
  EngagementInvitationPayloadType,
  ExpectedCustomerSpend,
  InvitationStatus,
  Project,
  ProspectingTaskStatus,
  ReasonCode,
  ResourceSnapshotJobStatus,
  TaskStatus,
} from '@aws-sdk/client-partnercentral-selling';
import type { Catalog } from './model.ts';

/** AWS itself, as it signs engagements and invitations. */
export const AWS = 'aws';

export interface Member {
  readonly accountId: string;
  readonly companyName: string;
  readonly website: string;
}

export interface ContextRecord {
  readonly Id: string;
  readonly Type: EngagementContextType;
  readonly Payload: Readonly<Record<string, unknown>>;
}

export interface EngagementRecord {
  readonly id: string;
  readonly catalog: Catalog;
  readonly title: string;
  readonly description: string;
  /** To the nanosecond, unlike the instants of opportunities. */
  readonly createdAt: string;
  readonly createdBy: string;
  readonly modifiedAt: string;
  readonly modifiedBy: string;
  readonly contexts: readonly ContextRecord[];
  readonly members: readonly Member[];
  /** Opportunities that belong to it, by account. */
  readonly resources: readonly { readonly id: string; readonly createdBy: string }[];
}

/** What a receiver is not shown before it has accepted. */
export interface HiddenReferral {
  /** The id that was promised for the opportunity; null = the next. */
  readonly opportunityId: string | null;
  readonly customer: Customer;
  readonly project: Project;
}

export interface InvitationPayload {
  readonly OpportunityInvitation?: {
    readonly SenderContacts?: readonly object[];
    readonly ReceiverResponsibilities: readonly string[];
    readonly Customer: {
      readonly Industry: string;
      readonly CompanyName: string;
      readonly WebsiteUrl: string;
      readonly CountryCode: string;
    };
    readonly Project: {
      readonly BusinessProblem: string;
      readonly Title: string;
      readonly TargetCompletionDate: string;
      readonly ExpectedCustomerSpend: readonly ExpectedCustomerSpend[];
    };
  };
  readonly LeadInvitation?: Readonly<Record<string, unknown>>;
}

export interface InvitationRecord {
  readonly id: string;
  readonly catalog: Catalog;
  readonly engagementId: string;
  readonly payloadType: EngagementInvitationPayloadType;
  readonly status: InvitationStatus;
  readonly invitationDate: string;
  readonly expirationDate: string;
  readonly sender: Pick<Member, 'accountId' | 'companyName'>;
  readonly receiver: { readonly accountId: string; readonly alias: string | null };
  readonly message: string;
  readonly payload: InvitationPayload;
  readonly rejectionReason: string | null;
  readonly hidden: HiddenReferral | null;
}

export type TaskKind = 'acceptance' | 'submission' | 'lead';

export interface TaskRecord {
  readonly id: string;
  readonly kind: TaskKind;
  readonly owner: string;
  readonly catalog: Catalog;
  readonly startTime: string;
  readonly status: TaskStatus;
  readonly message: string | null;
  readonly reasonCode: ReasonCode | null;
  readonly opportunityId: string | null;
  readonly jobId: string | null;
  readonly engagementId: string | null;
  readonly invitationId: string | null;
  readonly contextId: string | null;
  /** What was asked for, and the failure that was ordered for it. */
  readonly order: Readonly<Record<string, string>>;
  readonly ordered: OrderedFailure | null;
}

export interface OrderedFailure {
  readonly reasonCode: ReasonCode;
  readonly message: string;
}

export interface SnapshotRecord {
  readonly catalog: Catalog;
  readonly engagementId: string;
  readonly resourceId: string;
  readonly template: string;
  readonly revision: number;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface JobRecord {
  readonly id: string;
  readonly owner: string;
  readonly catalog: Catalog;
  readonly engagementId: string;
  readonly resourceId: string;
  readonly template: string;
  readonly createdAt: string;
  readonly status: ResourceSnapshotJobStatus;
  readonly lastSuccess: string | null;
  readonly lastFailure: string | null;
}

export interface SettingsRecord {
  /** Account and catalog. */
  readonly id: string;
  readonly roleArn: string | null;
}

export interface ProspectingRecord {
  readonly id: string;
  readonly owner: string;
  readonly catalog: Catalog;
  readonly name: string;
  readonly startTime: string;
  readonly endTime: string | null;
  readonly engagements: readonly {
    readonly EngagementIdentifier: string;
    readonly EngagementContextId?: string;
    readonly Status: ProspectingTaskStatus;
    readonly ReasonCode?: string;
    readonly Message?: string;
  }[];
}

/** Something that happens by itself at a time. */
export interface Errand {
  readonly kind: 'task' | 'review' | 'expiry' | 'prospecting';
  readonly id: string;
  /** Business time in ms. */
  readonly at: number;
}

export interface CollaborationState {
  readonly engagements: readonly EngagementRecord[];
  readonly invitations: readonly InvitationRecord[];
  readonly tasks: readonly TaskRecord[];
  readonly snapshots: readonly SnapshotRecord[];
  readonly jobs: readonly JobRecord[];
  readonly settings: readonly SettingsRecord[];
  readonly prospecting: readonly ProspectingRecord[];
  readonly errands: readonly Errand[];
}

export const NO_COLLABORATION: CollaborationState = {
  engagements: [],
  invitations: [],
  tasks: [],
  snapshots: [],
  jobs: [],
  settings: [],
  prospecting: [],
  errands: [],
};
