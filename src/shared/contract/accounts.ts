/** Seller accounts: set up, test, switch, remove. */
import { z } from 'zod';
import {
  accessKeysSchema,
  accountSchema,
  accountSettingsSchema,
  connectionTestStepSchema,
  eulaBucketSchema,
} from '../domain/account/account.ts';
import { PERMISSION_FEATURES } from '../domain/account/permissions.ts';
import { accountKeySchema, awsAccountIdSchema } from '../domain/primitives.ts';
import { done, event, method, nothing } from './define.ts';

const oneAccount = z.strictObject({ account: accountKeySchema });

export const awsProfileSchema = z.object({
  name: z.string(),
  kind: z.enum(['sso', 'role', 'process', 'keys', 'web-identity', 'unknown']),
  region: z.string().nullable(),
  /** 12 digits where the profile itself names an account (SSO, role); no secret is ever read for this. */
  awsAccountId: z.string().nullable(),
  needsMfa: z.boolean(),
});
export type AwsProfile = z.infer<typeof awsProfileSchema>;

/** A made-up seller of the practice cloud. */
export const practiceSellerSchema = z.object({
  awsAccountId: awsAccountIdSchema,
  name: z.string(),
  eulaBucket: eulaBucketSchema.nullable(),
});
export type PracticeSeller = z.infer<typeof practiceSellerSchema>;

export const accountMethods = {
  'accounts.list': method(
    'All seller accounts in the user’s order.',
    nothing,
    z.object({ accounts: z.array(accountSchema) }),
  ),
  'accounts.create': method(
    'Adds an account. `keys` only with a `keys` connection. Nothing is sent to AWS.',
    z.strictObject({ settings: accountSettingsSchema, keys: accessKeysSchema.nullable() }),
    accountSchema,
  ),
  'accounts.update': method(
    'Changes an account. `keys` null keeps the stored ones.',
    z.strictObject({ account: accountKeySchema, settings: accountSettingsSchema, keys: accessKeysSchema.nullable() }),
    accountSchema,
  ),
  'accounts.remove': method(
    'Removes an account with its secrets and cached data. Drafts, if any, stay until `removeDrafts`.',
    z.strictObject({ account: accountKeySchema, removeDrafts: z.boolean() }),
    done,
  ),
  'accounts.reorder': method('Sets the order.', z.strictObject({ accounts: z.array(accountKeySchema) }), done),
  'accounts.profiles': method(
    'Named profiles of this machine’s AWS configuration, without any secret.',
    nothing,
    z.object({ profiles: z.array(awsProfileSchema), configFile: z.string(), credentialsFile: z.string() }),
  ),
  'accounts.practiceSellers': method(
    'Sellers of the practice cloud, set up here or not; none in real mode.',
    nothing,
    z.object({ sellers: z.array(practiceSellerSchema) }),
  ),
  'accounts.test': method(
    'Tests step by step; each step is also announced as it ends.',
    oneAccount,
    z.object({ steps: z.array(connectionTestStepSchema) }),
  ),
  'accounts.policy': method(
    'The IAM policy this account needs, to copy: for the named features, or for those that its persona uses.',
    z.strictObject({
      account: accountKeySchema,
      features: z.array(z.enum(PERMISSION_FEATURES)).nullable().default(null),
    }),
    z.object({ json: z.string(), features: z.array(z.enum(PERMISSION_FEATURES)) }),
  ),
  'accounts.retryRefused': method(
    'Forgets that AWS refused these IAM actions, after the policy was changed. Nothing is sent; the next use shows.',
    z.strictObject({ account: accountKeySchema, actions: z.array(z.string()).min(1) }),
    done,
  ),
  'accounts.answerMfa': method(
    'Answers a pending request for an MFA code; null gives up.',
    z.strictObject({
      requestId: z.string(),
      code: z
        .string()
        .regex(/^\d{6}$/)
        .nullable(),
    }),
    done,
  ),
};

export const accountEvents = {
  'accounts.changed': event(
    'An account was added, changed, moved or removed.',
    z.object({ account: accountKeySchema.nullable() }),
  ),
  'accounts.testProgress': event(
    'A test step changed.',
    z.object({ account: accountKeySchema, step: connectionTestStepSchema }),
  ),
  'accounts.mfaRequested': event(
    'AWS wants an MFA code for this account.',
    z.object({ requestId: z.string(), account: accountKeySchema.nullable(), serial: z.string() }),
  ),
  'accounts.ssoLoginNeeded': event(
    'The SSO login of a profile has expired. The core goes on by itself once the command has been run.',
    z.object({ account: accountKeySchema.nullable(), profile: z.string(), command: z.string() }),
  ),
  'accounts.ssoLoginDone': event('The SSO login is back.', z.object({ profile: z.string() })),
};
