/** A seller account as Offerdeck knows it: who it is, how to reach it, what it may do. */
import { z } from 'zod';
import { accountKeySchema, awsAccountIdSchema, instantSchema } from '../primitives.ts';
import { FULL_PERSONA, personaSchema } from './persona.ts';

export const ACCOUNT_COLOURS = ['blue', 'green', 'orange', 'purple', 'red', 'teal', 'pink', 'grey'] as const;
export const accountColourSchema = z.enum(ACCOUNT_COLOURS);

const roleArn = z.string().regex(/^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/);
const profileName = z.string().trim().min(1).max(128);

/** How credentials are found. Secrets are never part of this record. */
export const connectionSchema = z.discriminatedUnion('kind', [
  /** The embedded simulator; its keys are made up at each start. */
  z.object({ kind: z.literal('practice') }),
  /** Whatever `~/.aws` names: SSO, assume role, process, static keys. */
  z.object({ kind: z.literal('profile'), profile: profileName }),
  /** Access keys: encrypted by the OS, or held for this session only. */
  z.object({ kind: z.literal('keys'), persistence: z.enum(['encrypted', 'session']) }),
  /** A role of the seller account, assumed from another account that is already set up here, or from a profile. */
  z.object({
    kind: z.literal('role'),
    source: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('profile'), profile: profileName }),
      z.object({ kind: z.literal('account'), account: accountKeySchema }),
    ]),
    roleArn,
    externalId: z
      .string()
      .regex(/^[\w+=,.@:/-]{2,1224}$/)
      .nullable(),
  }),
]);
export type Connection = z.infer<typeof connectionSchema>;

export const eulaBucketSchema = z.object({
  /** No dots: the virtual-hosted HTTPS address must match the certificate. */
  bucket: z.string().regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/),
  /** Key prefix without a leading slash; only characters that a presigned URL carries unescaped. */
  prefix: z
    .string()
    .regex(/^([A-Za-z0-9_.-]+\/)*[A-Za-z0-9_.-]*$/)
    .max(512),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
});
export type EulaBucket = z.infer<typeof eulaBucketSchema>;

export const PARTNER_CATALOGS = ['AWS', 'Sandbox'] as const;
/** Which of Partner Central's two worlds: real opportunities, or trial ones that nobody at AWS sees. Nothing is shared between them. */
export const partnerCatalogSchema = z.enum(PARTNER_CATALOGS);
export type PartnerCatalog = z.infer<typeof partnerCatalogSchema>;

/** What a person fills in. */
export const accountSettingsSchema = z.object({
  name: z.string().trim().min(1).max(60),
  /** Unique on this machine; names files and change sets. */
  prefix: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,23}$/),
  colour: accountColourSchema,
  awsAccountId: awsAccountIdSchema,
  connection: connectionSchema,
  eulaBucket: eulaBucketSchema.nullable(),
  /** Role that signs the EULA address, when it is not the account's own credentials. */
  presignRoleArn: roleArn.nullable(),
  addSellerToBuyers: z.boolean(),
  /** Practice and tests only; refused for real accounts by the core. */
  endpoint: z.url().nullable(),
  /** Which side of a sale the account stands on, and whether it is set up from here. */
  persona: personaSchema.default(FULL_PERSONA),
  partnerCentral: z.object({ catalog: partnerCatalogSchema }).default({ catalog: 'AWS' }),
});
export type AccountSettings = z.infer<typeof accountSettingsSchema>;

/** What the credentials were seen to be able to do. `unknown` until used. */
export const capabilitySchema = z.object({
  /** IAM action, e.g. `aws-marketplace:StartChangeSet`; narrowed to a change type as in `…:StartChangeSet(ReleaseOffer)`. */
  action: z.string(),
  state: z.enum(['allowed', 'denied', 'unknown']),
  seenAt: instantSchema.nullable(),
});
export type Capability = z.infer<typeof capabilitySchema>;

export const accountSchema = accountSettingsSchema.extend({
  key: accountKeySchema,
  position: z.number().int(),
  createdAt: instantSchema,
  /** For `keys`: whether the secret is at hand now (false after a restart for session-only keys). Otherwise true. */
  secretAtHand: z.boolean(),
  capabilities: z.array(capabilitySchema),
});
export type Account = z.infer<typeof accountSchema>;

/** Only ever travels from the renderer to the core. */
export const accessKeysSchema = z.object({
  accessKeyId: z.string().regex(/^[A-Z0-9]{16,128}$/),
  secretAccessKey: z.string().min(16).max(512),
  sessionToken: z.string().min(1).max(8192).nullable(),
});
export type AccessKeys = z.infer<typeof accessKeysSchema>;

export const CONNECTION_TEST_STEPS = [
  'credentials',
  'identity',
  'catalog',
  'bucket',
  'write',
  'partnerLink',
  'partnerRights',
] as const;
export const connectionTestStepSchema = z.object({
  step: z.enum(CONNECTION_TEST_STEPS),
  state: z.enum(['pending', 'running', 'passed', 'failed', 'skipped', 'unknown']),
  /** Catalogue key with params that says what was seen. */
  messageKey: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The IAM action that is missing, where AWS names it. */
  missingAction: z.string().nullable(),
  error: z.unknown().nullable(),
});
export type ConnectionTestStep = z.infer<typeof connectionTestStepSchema>;
