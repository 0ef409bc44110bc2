/** The document that DescribeEntity gives for an offer, read without trusting it. Unknown terms and rules stay as they are. */
import { z } from 'zod';

const text = z.string().nullish().catch(null);
const termSchema = z.looseObject({ Type: z.string() });
const ruleSchema = z.looseObject({ Type: z.string() });

const offerDocumentSchema = z.looseObject({
  State: text,
  Name: text,
  Description: text,
  ProductId: text,
  OfferSetId: text,
  ResaleAuthorizationId: text,
  MarkupPercentage: text,
  Terms: z.array(termSchema).nullish().catch(null),
  Rules: z.array(ruleSchema).nullish().catch(null),
});

const targetingSchema = z.looseObject({
  PositiveTargeting: z
    .looseObject({
      BuyerAccounts: z.array(z.string()).nullish(),
      CountryCodes: z.array(z.string()).nullish(),
    })
    .nullish(),
  NegativeTargeting: z.looseObject({ CountryCodes: z.array(z.string()).nullish() }).nullish(),
});

export type OfferTerm = z.infer<typeof termSchema>;

export interface OfferEntity {
  readonly awsState: string;
  readonly name: string;
  readonly description: string;
  readonly productId: string;
  readonly buyers: readonly string[];
  /** AWS's words for what the offer is aimed at, as in the list: `BuyerAccounts`, `CountryCodes`. */
  readonly targeting: readonly string[];
  /** Last day to accept, UTC. */
  readonly availabilityEndDate: string | null;
  readonly resaleAuthorizationId: string | null;
  /** A channel partner's; empty = none. */
  readonly markup: string;
  readonly offerSetId: string | null;
  readonly terms: readonly OfferTerm[];
  readonly rules: readonly unknown[];
}

/** null for a document that is no offer. */
export function readOfferEntity(document: unknown): OfferEntity | null {
  const parsed = offerDocumentSchema.safeParse(document);
  if (!parsed.success) return null;
  const { data } = parsed;
  const rules = data.Rules ?? [];
  const aim = readTargeting(rules.find((rule) => rule.Type === 'TargetingRule'));
  const availability = rules.find((rule) => rule.Type === 'AvailabilityRule')?.['AvailabilityEndDate'];
  return {
    awsState: data.State ?? '',
    name: data.Name ?? '',
    description: data.Description ?? '',
    productId: data.ProductId ?? '',
    buyers: aim.buyers,
    targeting: aim.kinds,
    availabilityEndDate: typeof availability === 'string' ? availability.slice(0, 10) : null,
    resaleAuthorizationId: data.ResaleAuthorizationId ?? null,
    markup: data.MarkupPercentage ?? '',
    offerSetId: data.OfferSetId ?? null,
    terms: data.Terms ?? [],
    rules,
  };
}

function readTargeting(rule: unknown): { buyers: readonly string[]; kinds: readonly string[] } {
  const parsed = targetingSchema.safeParse(rule);
  if (!parsed.success) return { buyers: [], kinds: [] };
  const { PositiveTargeting: positive, NegativeTargeting: negative } = parsed.data;
  const buyers = positive?.BuyerAccounts ?? [];
  const hasCountries = Boolean(positive?.CountryCodes?.length ?? negative?.CountryCodes?.length);
  return {
    buyers,
    kinds: [...(buyers.length > 0 ? ['BuyerAccounts'] : []), ...(hasCountries ? ['CountryCodes'] : [])],
  };
}
