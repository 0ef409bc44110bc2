/**
 * The draft of a resale authorization: the plain document that its wizard edits and that is saved on every change. It may be
 * incomplete and wrong at any time. Parts that mean the same as in an offer have the names they have there (see sheet.ts).
 */
import { z } from 'zod';
import {
  carriedMemberSchema,
  contractRateCardSchema,
  eulaChoiceSchema,
  eulaFileSchema,
  grantSchema,
  installmentSchema,
  offerKindSchema,
  priceLineSchema,
  renewalSchema,
  setAsideSchema,
} from '../offer/draft.ts';
import { productTypeSchema } from '../product/product.ts';

export const AUTHORIZATION_DRAFT_VERSION = 1;

/** How long, and for how many offers, the partner may use it: AWS's console words for `UpdateAvailability`. */
export const VALIDITY_KINDS = ['single-use', 'specific-date', 'no-set-duration'] as const;
const validityKindSchema = z.enum(VALIDITY_KINDS);
export type ValidityKind = z.infer<typeof validityKindSchema>;

/** The contract between the seller and the partner; AWS does not ask for one. */
export const resellerContractSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('standard') }),
  z.object({ kind: z.literal('custom'), file: eulaFileSchema.nullable() }),
  /** The document that AWS holds, and that could not be fetched from there. */
  z.object({ kind: z.literal('held-by-aws') }),
]);
export type ResellerContract = z.infer<typeof resellerContractSchema>;

export const authorizationDraftSchema = z.object({
  schemaVersion: z.literal(AUTHORIZATION_DRAFT_VERSION),
  product: z.object({ id: z.string(), type: productTypeSchema, title: z.string() }).nullable(),
  kind: offerKindSchema.nullable(),
  /** Accounts of channel partners; each gets an authorization of its own. */
  resellers: z.array(z.string().max(40)),
  /** Empty = the partner may offer it to anybody. */
  buyers: z.array(z.string().max(40)),
  name: z.string().max(2000),
  /** The partner sees it. */
  description: z.string().max(4000),
  currency: z.string().max(3),
  /** What the partner owes for each metered unit. */
  usagePrices: z.array(priceLineSchema),
  contract: z.object({ selection: z.enum(['units', 'tiers']), rateCards: z.array(contractRateCardSchema) }),
  /** Fixed units that are paid in instalments. When off, grants and schedule are kept but not sent. */
  installments: z.object({
    enabled: z.boolean(),
    grants: z.array(grantSchema),
    duration: z.string().max(20),
    schedule: z.array(installmentSchema),
  }),
  /** How wholesale prices are given. With `discount` they are worked out from the public offer's prices. */
  pricing: z.object({ entry: z.enum(['wholesale', 'discount']), discountPercent: z.string().max(40) }),
  allowZeroPrices: z.boolean(),
  validity: validityKindSchema,
  availabilityEndDate: z.string().max(20),
  /** Latest first day of service that the partner may grant (future dated agreements); empty = AWS's own limit. */
  latestStartDate: z.string().max(20),
  /** Longest time to pay that the partner may grant; empty = none. */
  netPayment: z.string().max(20),
  /** The licence between seller and buyer. */
  eula: eulaChoiceSchema,
  resellerContract: resellerContractSchema,
  isRenewal: z.boolean().nullable(),
  renewal: renewalSchema.nullable(),
  /** Terms, rules and members read from AWS that this version does not edit: shown, carried, never dropped. */
  carried: z.object({
    terms: z.array(z.unknown()),
    rules: z.array(z.unknown()),
    members: z.array(carriedMemberSchema),
  }),
  /** The draft at AWS that this one goes on with; null = a new authorization. */
  target: z.object({ authorizationId: z.string(), revision: z.string(), state: z.literal('Draft') }).nullable(),
  /** The authorization that this one was made from to take its place. */
  replaces: z.object({ authorizationId: z.string(), name: z.string() }).nullable(),
  setAside: setAsideSchema.optional(),
  /** A reseller contract that was attached and is not chosen now. */
  setAsideResellerFile: eulaFileSchema.nullable().optional(),
});
export type AuthorizationDraft = z.infer<typeof authorizationDraftSchema>;

/** A fresh, empty draft. */
export function createAuthorizationDraft(): AuthorizationDraft {
  return {
    schemaVersion: AUTHORIZATION_DRAFT_VERSION,
    product: null,
    kind: null,
    resellers: [],
    buyers: [],
    name: '',
    description: '',
    currency: 'USD',
    usagePrices: [],
    contract: { selection: 'units', rateCards: [] },
    installments: { enabled: false, grants: [], duration: '', schedule: [] },
    pricing: { entry: 'wholesale', discountPercent: '' },
    allowZeroPrices: false,
    validity: 'specific-date',
    availabilityEndDate: '',
    latestStartDate: '',
    netPayment: '',
    eula: { kind: 'standard', version: '2022-07-14' },
    resellerContract: { kind: 'none' },
    isRenewal: null,
    renewal: null,
    carried: { terms: [], rules: [], members: [] },
    target: null,
    replaces: null,
  };
}

/** The partners' account ids as they are sent: each once, without blanks. */
export function resellersOf({ resellers }: Pick<AuthorizationDraft, 'resellers'>): string[] {
  return [...new Set(resellers.map((id) => id.normalize('NFKC').trim()).filter((id) => id !== ''))];
}
