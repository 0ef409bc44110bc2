/** Turns the document that AWS returns for an authorization into a draft. The counterpart of `compileAuthorization`. */
import { z } from 'zod';
import { fail } from '../../errors/app-error.ts';
import { cutToDate } from '../dates/plain-date.ts';
import { isZeroAmount } from '../money/amount.ts';
import { collectUnknownMembers, isRecord, typeOfTerm } from '../offer/carried.ts';
import { renewalSchema, type OfferKind } from '../offer/draft.ts';
import { OFFER_KIND_FACTS } from '../offer/kinds.ts';
import { parseTerm } from '../offer/parse-terms.ts';
import type { Product } from '../product/product.ts';
import { DOCUMENT } from './compile.ts';
import { createAuthorizationDraft, type AuthorizationDraft } from './draft.ts';
import { ENDLESS } from './entity.ts';
import { readBuyerTerm } from './parse-terms.ts';
import { toSheet, withSheet } from './sheet.ts';
import { offerTermName } from './wire.ts';

const documentSchema = z.looseObject({
  Name: z.string().nullish(),
  Description: z.string().nullish(),
  Status: z.string(),
  PricingModel: z.string().nullish(),
  PreExistingBuyerAgreement: z.unknown(),
  Terms: z.array(z.unknown()).nullish(),
  Rules: z.array(z.unknown()).nullish(),
});
type Document = z.infer<typeof documentSchema>;

/** What describes the authorization and is not part of what a seller gives. */
const KNOWN_MEMBERS: readonly string[] = [
  'Name',
  'Description',
  'ProductId',
  'ProductName',
  'PricingModel',
  'Status',
  'PreExistingBuyerAgreement',
  'CreatedDate',
  'ManufacturerLegalName',
  'ManufacturerAccountId',
  'Dimensions',
  'OfferDetails',
  'Terms',
  'Rules',
];

const availabilitySchema = z.looseObject({
  AvailabilityEndDate: z.string().nullish(),
  OffersMaxQuantity: z.union([z.number(), z.string()]).nullish(),
});
const partnerSchema = z.looseObject({ ResellerAccountId: z.string() });

/**
 * The draft for an authorization at AWS: its document with its id and revision. Works for issued and received ones. Terms, rules and
 * members that this version does not know go into `carried`. Only one that stands as a draft is pointed at; anything else can
 * but be made anew.
 */
export function parseAuthorization(
  document: unknown,
  entity: { readonly id: string; readonly revision: string },
  product: Pick<Product, 'id' | 'type' | 'title'> | null,
): AuthorizationDraft {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) fail('malformed-answer', {}, parsed.error);
  const found = parsed.data;
  const draft: AuthorizationDraft = {
    ...createAuthorizationDraft(),
    product: product && { id: product.id, type: product.type, title: product.title },
    name: found.Name ?? '',
    description: found.Description ?? '',
    // What was chosen shows in the legal term; without one nothing is chosen yet.
    eula: { kind: 'custom', file: null },
    validity: 'no-set-duration',
    target: found.Status === 'Draft' ? { authorizationId: entity.id, revision: entity.revision, state: 'Draft' } : null,
    ...readRenewal(found),
  };
  draft.carried.members = unknownMembers(found);
  const { draft: priced, types } = readTerms(found.Terms ?? [], draft);
  readRules(found.Rules ?? [], priced);
  priced.kind = product && kindOf(product.type, types);
  keepPricingModel(found, priced);
  return { ...priced, allowZeroPrices: hasZeroPrice(priced) };
}

/** A clone: the same authorization to be made anew, with nothing of the old one but its terms. */
export function asNewAuthorization(draft: AuthorizationDraft): AuthorizationDraft {
  return { ...draft, target: null };
}

function unknownMembers(document: Document): AuthorizationDraft['carried']['members'] {
  return Object.entries(document)
    .filter(([name, value]) => !KNOWN_MEMBERS.includes(name) && value !== null && value !== undefined)
    .map(([name, value]) => ({ owner: DOCUMENT, path: [name], value }));
}

/** AWS may say `Unknown`, which cannot be sent: then the details are asked for anew. */
function readRenewal({ PreExistingBuyerAgreement: held }: Document): Pick<AuthorizationDraft, 'isRenewal' | 'renewal'> {
  if (!isRecord(held)) return { isRenewal: false, renewal: null };
  const parsed = renewalSchema.safeParse({
    acquisitionChannel: held['AcquisitionChannel'],
    pricingModel: held['PricingModel'],
  });
  return { isRenewal: true, renewal: parsed.success ? parsed.data : null };
}

interface ReadTerms {
  readonly draft: AuthorizationDraft;
  /** Offer names of the pricing terms that were understood. */
  readonly types: ReadonlySet<string>;
}

function readTerms(terms: readonly unknown[], start: AuthorizationDraft): ReadTerms {
  const sheet = toSheet(start);
  const read = new Set<string>();
  const own: Partial<AuthorizationDraft>[] = [];
  let currency: string | null = null;
  for (const raw of terms) {
    const term = withoutId(raw);
    const type = typeOfTerm(term);
    const shared = offerTermName(type);
    const buyerTerm = shared === null && !read.has(type) ? readBuyerTerm(type, term) : null;
    const priced = shared !== null && !read.has(type) && isRecord(term) ? parseTerm({ ...term, Type: shared }) : null;
    const foreign = priced?.currency && currency !== null && priced.currency !== currency;
    if (buyerTerm) own.push(buyerTerm.part);
    else if (priced && !foreign) priced.apply(sheet);
    if (buyerTerm || (priced && !foreign)) read.add(type);
    else start.carried.terms.push(term);
    if (buyerTerm) start.carried.members.push(...buyerTerm.carried);
    if (priced && !foreign && shared !== null) {
      currency ??= priced.currency;
      const found = [...collectUnknownMembers(shared, term), ...priced.carried];
      start.carried.members.push(...found.map((member) => ({ ...member, owner: type })));
    }
  }
  if (currency !== null) sheet.currency = currency;
  const draft = Object.assign(withSheet(start, sheet), ...own) as AuthorizationDraft;
  return { draft, types: new Set([...read].map(offerTermName).filter((name) => name !== null)) };
}

/** AWS numbers the terms; the numbers mean nothing to a new authorization. */
function withoutId(term: unknown): unknown {
  if (!isRecord(term)) return term;
  const { Id: _id, ...rest } = term;
  return rest;
}

function readRules(rules: readonly unknown[], draft: AuthorizationDraft): void {
  for (const rule of rules) {
    if (!readRule(rule, draft)) draft.carried.rules.push(rule);
  }
}

function readRule(rule: unknown, draft: AuthorizationDraft): boolean {
  const type = typeOfTerm(rule);
  if (type === 'PartnerTargetingRule') {
    const partner = partnerSchema.safeParse(rule);
    if (partner.success) draft.resellers = [partner.data.ResellerAccountId];
    return partner.success;
  }
  const availability = availabilitySchema.safeParse(rule);
  if (type !== 'AvailabilityRule' || !availability.success) return false;
  const end = cutToDate(availability.data.AvailabilityEndDate ?? '');
  const isLimited = Number(availability.data.OffersMaxQuantity ?? 0) === 1;
  draft.availabilityEndDate = end === ENDLESS ? '' : end;
  draft.validity = isLimited ? 'single-use' : draft.availabilityEndDate === '' ? 'no-set-duration' : 'specific-date';
  return true;
}

function kindOf(type: Product['type'], terms: ReadonlySet<string>): OfferKind | null {
  const usage = terms.has('UsageBasedPricingTerm');
  const contract = terms.has('ConfigurableUpfrontPricingTerm') || terms.has('FixedUpfrontPricingTerm');
  if (!usage && !contract) return null;
  switch (type) {
    case 'SaaSProduct':
      return usage ? (contract ? 'saas-contract-consumption' : 'saas-subscription') : 'saas-contract';
    case 'AmiProduct':
      return usage ? (contract ? 'ami-hourly-annual' : 'ami-hourly') : 'ami-contract';
    case 'ContainerProduct':
      return usage ? (contract ? null : 'container-usage') : 'container-contract';
  }
}

/** AWS returns the pricing model of an authorization: one that the kind does not have is kept. */
function keepPricingModel({ PricingModel: told }: Document, draft: AuthorizationDraft): void {
  if (!told || !draft.kind || told === OFFER_KIND_FACTS[draft.kind].pricingModel) return;
  draft.carried.members.push({ owner: DOCUMENT, path: ['PricingModel'], value: told });
}

function hasZeroPrice({ usagePrices, contract, installments }: AuthorizationDraft): boolean {
  const prices = [...usagePrices, ...contract.rateCards.flatMap((card) => card.prices)];
  const { enabled, schedule } = installments;
  const isFree = enabled && schedule.length > 0 && schedule.every(({ amount }) => isZeroAmount(amount));
  return isFree || prices.some(({ price }) => isZeroAmount(price));
}
