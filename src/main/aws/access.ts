/** How the rest of the core reaches AWS: one door that knows the account, keeps the pace, records and maps errors. */
import type {
  ServiceInputTypes as CatalogInput,
  ServiceOutputTypes as CatalogOutput,
} from '@aws-sdk/client-marketplace-catalog';
import type { ServiceInputTypes as EventsInput, ServiceOutputTypes as EventsOutput } from '@aws-sdk/client-eventbridge';
import type { ServiceInputTypes as IamInput, ServiceOutputTypes as IamOutput } from '@aws-sdk/client-iam';
import type {
  ServiceInputTypes as AgreementInput,
  ServiceOutputTypes as AgreementOutput,
} from '@aws-sdk/client-marketplace-agreement';
import type { ServiceInputTypes as S3Input, ServiceOutputTypes as S3Output } from '@aws-sdk/client-s3';
import type {
  ServiceInputTypes as SellingInput,
  ServiceOutputTypes as SellingOutput,
} from '@aws-sdk/client-partnercentral-selling';
import type { ServiceInputTypes as SnsInput, ServiceOutputTypes as SnsOutput } from '@aws-sdk/client-sns';
import type { ServiceInputTypes as SqsInput, ServiceOutputTypes as SqsOutput } from '@aws-sdk/client-sqs';
import type { ServiceInputTypes as StsInput, ServiceOutputTypes as StsOutput } from '@aws-sdk/client-sts';
import type { Command, MetadataBearer } from '@smithy/types';

import type { ErrorCode } from '../../shared/errors/codes.ts';
import type { Download } from './download.ts';

/** `user`: somebody waits for the answer. `background`: syncs and polling; gives way. */
export type Priority = 'user' | 'background';

export interface CallOptions {
  readonly priority: Priority;
  readonly signal?: AbortSignal;
  /** Journal row this call belongs to; kept with the recorded call. */
  readonly changeId?: string;
  /** Overrides the SDK's retries; 1 = a single attempt (writes whose outcome must be looked up rather than repeated). */
  readonly maxAttempts?: number;
  /** Refusals that are an answer, such as that there is none: recorded as a success, thrown all the same. */
  readonly answers?: readonly ErrorCode[];
  /** Answers that are not worth a record, such as an empty long poll. */
  readonly isIdle?: (output: object) => boolean;
}

/** A client whose `send` is paced, recorded (masked) and whose failures are OfferdeckErrors. */
export interface Door<Inputs extends object, Outputs extends MetadataBearer> {
  send<I extends Inputs, O extends Outputs>(
    // The resolved configuration differs per client and is nothing a caller of a door sees.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
    command: Command<Inputs, I, Outputs, O, any>,
    options: CallOptions,
  ): Promise<O>;
}

export type CatalogDoor = Door<CatalogInput, CatalogOutput>;
export type StsDoor = Door<StsInput, StsOutput>;
export type S3Door = Door<S3Input, S3Output>;
export type AgreementDoor = Door<AgreementInput, AgreementOutput>;
export type SqsDoor = Door<SqsInput, SqsOutput>;
export type EventsDoor = Door<EventsInput, EventsOutput>;
export type IamDoor = Door<IamInput, IamOutput>;
export type SellingDoor = Door<SellingInput, SellingOutput>;
export type SnsDoor = Door<SnsInput, SnsOutput>;

/** A door for each service, by the account whose credentials open it. */
export interface ServiceDoors {
  catalog(account: string): CatalogDoor;
  agreement(account: string): AgreementDoor;
  sts(account: string): StsDoor;
  s3(account: string): S3Door;
  sqs(account: string): SqsDoor;
  events(account: string): EventsDoor;
  iam(account: string): IamDoor;
  sns(account: string): SnsDoor;
  /** Partner Central; there is one region of it. */
  selling(account: string): SellingDoor;
}

export interface AwsAccess extends ServiceDoors {
  /**
   * Asks STS who the credentials are and refuses with `wrong-account` when that is not the account's 12-digit id.
   * Always a fresh call: it stands before every write.
   */
  confirmIdentity(account: string, options: CallOptions): Promise<{ awsAccountId: string; arn: string }>;
  /**
   * A presigned GET address for an object of the account's EULA bucket, signed by the account's presign role where one is set.
   * `expiresAt` is the earlier of the signature's and the credentials' end (epoch ms).
   */
  presignEula(account: string, key: string, options: CallOptions): Promise<{ url: string; expiresAt: number }>;
  /** The copy of a document that AWS holds, by the address that a description of its entity has just given. */
  readonly download: Download;
  /** Drops clients and cached credentials of an account (settings changed, account removed). */
  forget(account: string): void;
  /** Resolves the estimated milliseconds until `count` further calls of an operation have been let through. */
  estimate(account: string, operation: string, count: number): number;
  /** Calls of an operation's group that AWS still grants within the rolling day; infinite where it counts none. */
  leftToday(account: string, operation: string): number;
}
