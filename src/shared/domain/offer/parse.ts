/** Turns the document that AWS returns for an offer into a draft. The counterpart of `compileOffer`. */
import { z } from 'zod';
import { fail } from '../../errors/app-error.ts';
import { isZeroAmount } from '../money/amount.ts';
import { cutToDate } from '../dates/plain-date.ts';
import type { Product } from '../product/product.ts';
import { collectUnknownMembers, isRecord, typeOfTerm } from './carried.ts';
import { createOfferDraft, renewalSchema, type OfferDraft, type OfferKind } from './draft.ts';
import { parseTerm, type ParsedTerm } from './parse-terms.ts';
import { isPublicDocument } from './public-offer.ts';

const documentSchema = z.looseObject({
  Id: z.string(),
  State: z.enum(['Draft', 'Released']),
  Name: z.string().nullish(),
  Description: z.string().nullish(),
  ProductId: z.string().nullish(),
  OfferSetId: z.string().nullish(),
  ResaleAuthorizationId: z.string().nullish(),
  MarkupPercentage: z.string().nullish(),
  PreExistingAgreement: z.unknown().optional(),
  Terms: z.array(z.unknown()).nullish(),
  Rules: z.array(z.unknown()).nullish(),
});
type OfferDocument = z.infer<typeof documentSchema>;

const availabilityRuleSchema = z.looseObject({ AvailabilityEndDate: z.string() });
/** Nothing but the countries that a public offer is not for. */
const excludingRuleSchema = z.strictObject({
  Type: z.literal('TargetingRule'),
  PositiveTargeting: z.null().optional(),
  NegativeTargeting: z.strictObject({ CountryCodes: z.array(z.string()).min(1) }),
});
const targetingRuleSchema = z.looseObject({
  PositiveTargeting: z.looseObject({
    BuyerAccounts: z.array(z.string()).nullish(),
    CountryCodes: z.array(z.string()).nullish(),
  }),
});

/**
 * The draft for an offer at AWS: `DetailsDocument` of DescribeEntity with its revision. Terms, rules and members that this version
 * does not know, or that stand in a form it does not know, go into `carried`. `product` is null where it is not known here; the kind
 * of offer then stays open. The draft points at the offer; `asNewOffer` makes a clone of it.
 */
export function parseOffer(
  document: unknown,
  revision: string,
  product: Pick<Product, 'id' | 'type' | 'title'> | null,
): OfferDraft {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) fail('malformed-answer', {}, parsed.error);
  const offer = parsed.data;
  const draft = createOfferDraft();
  draft.product = product && { id: product.id, type: product.type, title: product.title };
  draft.target = { offerId: offer.Id, revision, state: offer.State };
  draft.name = offer.Name ?? '';
  draft.description = offer.Description ?? '';
  draft.offerSetId = offer.OfferSetId ?? null;
  if (offer.ResaleAuthorizationId) draft.source = { kind: 'resale', authorizationId: offer.ResaleAuthorizationId };
  draft.markup = offer.MarkupPercentage ?? '';
  // What was chosen shows in the legal term; without one nothing is chosen yet.
  draft.eula = { kind: 'custom', file: null };
  draft.carried.members = collectUnknownMembers('Offer', offer);
  readRenewal(offer, draft);
  const terms = readTerms(offer.Terms ?? [], draft);
  readRules(offer.Rules ?? [], draft);
  draft.kind = product && kindOf(product.type, terms);
  if (isPublicDocument(draft)) draft.source = { kind: 'public' };
  draft.allowZeroPrices = hasZeroPrice(draft);
  return draft;
}

/**
 * A clone: the same offer to be made anew. What must change (dates in the past, the name) is for the user to see. It stands
 * alone: an offer set takes one offer of a product, and none any more once it is released.
 */
export function asNewOffer(draft: OfferDraft): OfferDraft {
  const { source, kind } = draft;
  // There is one public offer of a product: what begins with its terms is for somebody in particular.
  const isPublic = source.kind === 'public' && kind !== 'saas-free-trial';
  return { ...draft, target: null, offerSetId: null, ...(isPublic && { source: { kind: 'direct' } }) };
}

/** The revision part of an entity identifier: `offer-abc@7` gives `7`. */
export function revisionOf(entityIdentifier: string): string {
  return entityIdentifier.split('@')[1] ?? '';
}

function readRenewal(offer: OfferDocument, draft: OfferDraft): void {
  const held = offer.PreExistingAgreement;
  draft.isRenewal = held !== null && held !== undefined;
  if (!draft.isRenewal) return;
  const parsed = z
    .object({ AcquisitionChannel: z.unknown(), PricingModel: z.unknown() })
    .transform((value) => ({ acquisitionChannel: value.AcquisitionChannel, pricingModel: value.PricingModel }))
    .pipe(renewalSchema)
    .safeParse(held);
  if (parsed.success) draft.renewal = parsed.data;
  else draft.carried.members.push({ owner: 'Offer', path: ['PreExistingAgreement'], value: held });
}

/** The types of the terms that were understood. */
function readTerms(terms: readonly unknown[], draft: OfferDraft): Set<string> {
  const read = new Set<string>();
  let currency: string | null = null;
  for (const term of terms) {
    const type = typeOfTerm(term);
    const parsed: ParsedTerm | null = read.has(type) ? null : parseTerm(term);
    const foreign = parsed?.currency && currency !== null && parsed.currency !== currency;
    if (parsed === null || foreign) {
      draft.carried.terms.push(term);
      continue;
    }
    read.add(type);
    currency ??= parsed.currency;
    parsed.apply(draft);
    draft.carried.members.push(...collectUnknownMembers(type, term), ...parsed.carried);
  }
  if (currency !== null) draft.currency = currency;
  return read;
}

function readRules(rules: readonly unknown[], draft: OfferDraft): void {
  for (const rule of rules) {
    if (readExcluding(rule, draft)) continue;
    if (readRule(rule, draft)) draft.carried.members.push(...collectUnknownMembers(typeOfTerm(rule), rule));
    else draft.carried.rules.push(rule);
  }
}

function readExcluding(rule: unknown, draft: OfferDraft): boolean {
  const parsed = excludingRuleSchema.safeParse(rule);
  if (!parsed.success) return false;
  draft.countryCodes = parsed.data.NegativeTargeting.CountryCodes;
  draft.excludesCountries = true;
  return true;
}

function readRule(rule: unknown, draft: OfferDraft): boolean {
  if (!isRecord(rule)) return false;
  const availability = availabilityRuleSchema.safeParse(rule);
  if (rule['Type'] === 'AvailabilityRule' && availability.success) {
    draft.availabilityEndDate = cutToDate(availability.data.AvailabilityEndDate);
    return true;
  }
  const targeting = targetingRuleSchema.safeParse(rule);
  if (rule['Type'] === 'TargetingRule' && targeting.success) {
    draft.buyers = targeting.data.PositiveTargeting.BuyerAccounts ?? [];
    draft.countryCodes = targeting.data.PositiveTargeting.CountryCodes ?? [];
    return true;
  }
  return false;
}

/** AWS does not return what kind of offer it is: product type and terms tell. null where they fit no kind of ours. */
function kindOf(type: Product['type'], terms: ReadonlySet<string>): OfferKind | null {
  const usage = terms.has('UsageBasedPricingTerm');
  const contract = terms.has('ConfigurableUpfrontPricingTerm') || terms.has('FixedUpfrontPricingTerm');
  if (!usage && !contract) {
    return type === 'SaaSProduct' && terms.has('FreeTrialPricingTerm') ? 'saas-free-trial' : null;
  }
  switch (type) {
    case 'SaaSProduct':
      return usage ? (contract ? 'saas-contract-consumption' : 'saas-subscription') : 'saas-contract';
    case 'AmiProduct':
      return usage ? (contract ? 'ami-hourly-annual' : 'ami-hourly') : 'ami-contract';
    case 'ContainerProduct':
      return usage ? (contract ? null : 'container-usage') : 'container-contract';
  }
}

function hasZeroPrice({ usagePrices, contract }: OfferDraft): boolean {
  const prices = [...usagePrices, ...contract.rateCards.flatMap((card) => card.prices)];
  return prices.some(({ price }) => isZeroAmount(price));
}
