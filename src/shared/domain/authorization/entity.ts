/** The document that DescribeEntity gives for an authorization, read without trusting it: what lists and pages show. */
import { z } from 'zod';
import { DIMENSION_TYPES, type Dimension } from '../product/product.ts';

/** The day that AWS lists for an authorization without an end. */
export const ENDLESS = '2099-12-31';

const text = z.string().nullish().catch(null);
const count = z.coerce.number().int().nullish().catch(null);
const typed = z.looseObject({ Type: z.string() });

const dimension = z.looseObject({
  Key: z.string(),
  Name: text,
  Description: text,
  Unit: text,
  Types: z.array(z.string()).nullish().catch(null),
});

const documentSchema = z.looseObject({
  Name: text,
  Description: text,
  ProductId: text,
  ProductName: text,
  PricingModel: text,
  Status: text,
  CreatedDate: text,
  ManufacturerAccountId: text,
  ManufacturerLegalName: text,
  OfferDetails: z.looseObject({ OfferExtendedStatus: text, OfferCreatedCount: count }).nullish().catch(null),
  Dimensions: z.array(dimension).catch([]).nullish(),
  Terms: z.array(typed).nullish().catch(null),
  Rules: z.array(typed).nullish().catch(null),
});

const legalSchema = z.looseObject({
  Documents: z.array(z.looseObject({ Type: z.string(), Url: z.string().nullish() })),
});
const targetingSchema = z.looseObject({
  PositiveTargeting: z.looseObject({
    BuyerAccounts: z.array(z.union([z.string(), z.looseObject({ AwsAccountId: z.string() })])),
  }),
});

export type AuthorizationTerm = z.infer<typeof typed>;

export interface AuthorizationEntity {
  readonly name: string;
  readonly description: string;
  readonly productId: string;
  readonly productName: string | null;
  readonly pricingModel: string | null;
  readonly awsStatus: string;
  readonly createdAt: string | null;
  readonly manufacturerAccountId: string | null;
  readonly manufacturerName: string | null;
  readonly resellerAccountId: string | null;
  readonly resellerName: string | null;
  readonly buyers: readonly string[];
  /** Last day of use, UTC; null = no end. */
  readonly endDate: string | null;
  /** 1 for single use; null = as many offers as the partner likes. */
  readonly maxOffers: number | null;
  readonly offersCreated: number | null;
  readonly extendedStatus: string | null;
  readonly dimensions: readonly Dimension[];
  readonly terms: readonly AuthorizationTerm[];
  readonly rules: readonly unknown[];
}

/** null for a document that is no authorization. */
export function readAuthorizationEntity(document: unknown): AuthorizationEntity | null {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success || !parsed.data.Status) return null;
  const { data } = parsed;
  const rules = data.Rules ?? [];
  const terms = data.Terms ?? [];
  const availability = rules.find(({ Type }) => Type === 'AvailabilityRule');
  const partner = rules.find(({ Type }) => Type === 'PartnerTargetingRule');
  const maxOffers = Number(availability?.['OffersMaxQuantity'] ?? 0);
  return {
    name: data.Name ?? '',
    description: data.Description ?? '',
    productId: data.ProductId ?? '',
    productName: data.ProductName ?? null,
    pricingModel: data.PricingModel ?? null,
    awsStatus: data.Status ?? '',
    createdAt: data.CreatedDate ?? null,
    manufacturerAccountId: data.ManufacturerAccountId ?? null,
    manufacturerName: data.ManufacturerLegalName ?? null,
    resellerAccountId: textOf(partner?.['ResellerAccountId']),
    resellerName: textOf(partner?.['ResellerLegalName']),
    buyers: buyersOf(terms),
    endDate: toEndDate(textOf(availability?.['AvailabilityEndDate'])),
    maxOffers: Number.isInteger(maxOffers) && maxOffers > 0 ? maxOffers : null,
    offersCreated: data.OfferDetails?.OfferCreatedCount ?? null,
    extendedStatus: data.OfferDetails?.OfferExtendedStatus ?? null,
    dimensions: (data.Dimensions ?? []).map(toDimension),
    terms,
    rules,
  };
}

function toDimension({ Key, Name, Description, Unit, Types }: z.infer<typeof dimension>): Dimension {
  return {
    key: Key,
    name: Name ?? Key,
    description: Description ?? '',
    unit: Unit ?? '',
    types: DIMENSION_TYPES.filter((type) => Types?.includes(type)),
  };
}

/** The day of an end as AWS writes it; null where there is none. */
export function toEndDate(value: string | null | undefined): string | null {
  const day = value?.slice(0, 10) ?? null;
  return day === ENDLESS ? null : day;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function buyersOf(terms: readonly AuthorizationTerm[]): string[] {
  const parsed = targetingSchema.safeParse(terms.find(({ Type }) => Type === 'BuyerTargetingTerm'));
  if (!parsed.success) return [];
  return parsed.data.PositiveTargeting.BuyerAccounts.map((account) =>
    typeof account === 'string' ? account : account.AwsAccountId,
  );
}

export interface HeldDocument {
  readonly kind: 'eula' | 'reseller-contract';
  readonly url: string;
}

/** Custom documents with the short-lived addresses that AWS gives for its copies. */
export function heldDocuments(document: unknown): HeldDocument[] {
  const terms = readAuthorizationEntity(document)?.terms ?? [];
  return terms.flatMap((term): HeldDocument[] => {
    const kind = term.Type === 'BuyerLegalTerm' ? 'eula' : term.Type === 'ResaleLegalTerm' ? 'reseller-contract' : null;
    const parsed = legalSchema.safeParse(term);
    if (kind === null || !parsed.success) return [];
    return parsed.data.Documents.flatMap(({ Type, Url }) =>
      Url && ['CustomEula', 'CustomResellerContract'].includes(Type) ? [{ kind, url: Url }] : [],
    );
  });
}
