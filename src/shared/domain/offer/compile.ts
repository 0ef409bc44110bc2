/** Turns an offer draft into the one StartChangeSet request that makes or changes the offer. Pure: the counterpart of `parseOffer`. */
import { fail } from '../../errors/app-error.ts';
import type { Product } from '../product/product.ts';
import { isRecord, nameOfMember, restoreMember, typeOfTerm } from './carried.ts';
import {
  changeForTerm,
  CREATE_OFFER_NAME,
  NEW_OFFER_REFERENCE,
  sanitiseChangeSetName,
  type ChangeSetRequest,
  type OfferChange,
  type WireTerm,
} from './change-set.ts';
import { compileExtras } from './compile-extras.ts';
import { compileResaleTerms, markupOf, resaleLeavesOut } from './compile-resale.ts';
import { compileTerms, FieldReader } from './compile-terms.ts';
import type { EulaChoice, OfferDraft } from './draft.ts';
import { OFFER_KIND_FACTS } from './kinds.ts';
import type { NewDimension } from './draft-terms.ts';
import { dimensionsToAdd } from './new-dimensions.ts';
import { resaleOf } from './received-authorization.ts';
import { isFreeOfCharge } from './public-offer.ts';
import { CREATE_CHANGES } from './source.ts';

export interface CompileOptions {
  /** `release` makes the offer visible to its buyers; `draft` leaves it incomplete at AWS. */
  readonly intent: 'release' | 'draft';
  /** Address from which AWS can read the custom EULA; null where none is sent. */
  readonly eulaUrl: string | null;
  /** Characters that AWS refuses are taken out. */
  readonly changeSetName: string;
  readonly clientRequestToken?: string;
  /** What AWS holds of the target now; then only what differs is sent. */
  readonly held?: OfferDraft;
}

type Details = Readonly<Record<string, unknown>>;
interface PlannedChanges {
  readonly changes: Map<string, Details>;
  /** Per change type: what this version read from AWS and cannot send. */
  readonly lost: Map<string, string[]>;
}

/**
 * The request for a draft. Parts that are still empty are left out, so that an incomplete draft can be shown or kept at AWS;
 * completeness is for preflight to say. Throws `preflight-failed` with the fields that cannot be sent as typed, and
 * `unknown-terms-would-be-lost` with the names of what AWS holds and this operation would drop.
 */
export function compileOffer(
  draft: OfferDraft,
  product: Pick<Product, 'id' | 'type'> & Partial<Pick<Product, 'dimensions'>>,
  options: CompileOptions,
): ChangeSetRequest {
  checkProduct(draft, product);
  const planned = plan(draft, options);
  const changes =
    draft.target && options.held ? onlyDifferences(planned, planHeld(draft, options.held, options)) : planned.changes;
  refuseLosses(draft, planned, changes);
  return {
    Catalog: 'AWSMarketplace',
    ChangeSetName: sanitiseChangeSetName(options.changeSetName),
    ...(options.clientRequestToken !== undefined && { ClientRequestToken: options.clientRequestToken }),
    ChangeSet: [
      ...addDimensions(product.id, dimensionsToAdd(draft, product, options.held)),
      ...toChangeSet(draft, changes, options.intent),
    ],
  };
}

function checkProduct(draft: OfferDraft, product: Pick<Product, 'id' | 'type'>): void {
  const fits = draft.product?.id === product.id;
  const kindFits = draft.kind === null || OFFER_KIND_FACTS[draft.kind].productTypes.includes(product.type);
  const path = fits ? 'kind' : 'product';
  if (!fits || !kindFits) refuseField(path);
}

function refuseField(path: string): never {
  fail('preflight-failed', { fields: [{ path, messageKey: 'preflight:compile.not-sendable', params: {} }] });
}

function plan(draft: OfferDraft, options: CompileOptions): PlannedChanges {
  const reader = new FieldReader(draft.currency);
  const compileOwn = resaleOf(draft) ? compileResaleTerms : compileTerms;
  const terms = [...compileOwn(draft, reader), ...compileExtras(draft, reader)];
  const markup = markupOf(draft, reader);
  const legal = legalTerm(draft, options, reader);
  const availability = draft.availabilityEndDate && reader.date(draft.availabilityEndDate, 'availabilityEndDate');
  if (reader.problems.length > 0) fail('preflight-failed', { fields: reader.problems });
  const planned: PlannedChanges = { changes: new Map(), lost: new Map() };
  const { changes } = planned;
  const targeting = targetingOf(draft);
  // Before any price: one goes only without the other.
  if (markup !== null) changes.set('UpdateMarkup', { Percentage: markup });
  setUnlessEmpty(changes, 'UpdateInformation', informationOf(draft));
  if (targeting) changes.set('UpdateTargeting', targeting);
  for (const [change, list] of groupTerms(draft, legal ? [...terms, legal] : terms, { planned, options })) {
    changes.set(change, termDetails(draft, change, list));
  }
  if (availability) changes.set('UpdateAvailability', { AvailabilityEndDate: availability });
  restoreMembers(draft, planned);
  for (const change of [...CREATE_CHANGES[draft.source.kind].leavesOut, ...resaleLeavesOut(draft)]) {
    changes.delete(change);
  }
  return planned;
}

/** AWS does not tell of an offer that it replaces an agreement; whether it may say its licence depends on that. */
function asSource(held: OfferDraft, { source }: OfferDraft): OfferDraft {
  return source.kind === 'resale-replacement' ? { ...held, source: { ...source, ownPrices: false } } : held;
}

/** What AWS holds already has its EULA; the address is that of the new one. */
function planHeld(draft: OfferDraft, held: OfferDraft, options: CompileOptions): PlannedChanges {
  return plan(asSource(held, draft), { ...options, intent: 'draft', eulaUrl: null, held });
}

function setUnlessEmpty(changes: Map<string, Details>, change: string, details: Details): void {
  if (Object.keys(details).length > 0) changes.set(change, details);
}

function informationOf({ name, description, isRenewal, renewal, target }: OfferDraft): Details {
  const preExisting = isRenewal && renewal;
  return {
    ...(name !== '' && { Name: name }),
    ...(description !== '' && { Description: description }),
    ...(preExisting && {
      PreExistingAgreement: {
        AcquisitionChannel: preExisting.acquisitionChannel,
        PricingModel: preExisting.pricingModel,
      },
    }),
    // An offer that stands as a draft at AWS may hold an earlier answer.
    ...(!preExisting && target?.state === 'Draft' && { PreExistingAgreement: null }),
  };
}

function targetingOf({ source, buyers, countryCodes, excludesCountries }: OfferDraft): Details | null {
  const isPublic = source.kind === 'public';
  const named = buyers.map((buyer) => buyer.normalize('NFKC').trim()).filter((buyer) => buyer !== '');
  const accounts = isPublic ? [] : named;
  if (accounts.length === 0 && countryCodes.length === 0) return null;
  if (isPublic && excludesCountries) return { NegativeTargeting: { CountryCodes: countryCodes } };
  return {
    PositiveTargeting: {
      ...(accounts.length > 0 && { BuyerAccounts: accounts }),
      ...(countryCodes.length > 0 && { CountryCodes: countryCodes }),
    },
  };
}

function legalTerm(draft: OfferDraft, { intent, eulaUrl }: CompileOptions, reader: FieldReader): WireTerm | null {
  const document = legalDocument(draft.eula, eulaUrl);
  const isHeld = draft.eula.kind === 'held-by-aws' && (draft.target !== null || resaleOf(draft) !== null);
  const isCarried = draft.carried.terms.some((term) => typeOfTerm(term) === 'LegalTerm');
  if (!document && intent === 'release' && !isHeld && !isCarried) reader.refuse('eula');
  return document ? { Type: 'LegalTerm', Documents: [document] } : null;
}

function legalDocument(eula: EulaChoice, eulaUrl: string | null): Details | null {
  if (eula.kind === 'standard') return { Type: 'StandardEula', Version: eula.version };
  return eulaUrl === null ? null : { Type: 'CustomEula', Url: eulaUrl };
}

/** Lists that AWS may hold from an earlier choice; an empty list removes the term. */
function removableChanges({ target, kind }: OfferDraft, { held }: CompileOptions): string[] {
  return [
    ...(target?.state === 'Draft' && kind !== null ? ['UpdateValidityTerms', 'UpdatePaymentScheduleTerms'] : []),
    ...(target !== null && held !== undefined
      ? ['UpdateNetPaymentTerms', 'UpdateRenewalTerms', 'UpdateSupportTerms', 'UpdateCustomerVerificationTerms']
      : []),
  ];
}

/** Lists by change, carried terms included: the change replaces the whole list, so what is left out would be gone. */
function groupTerms(
  draft: OfferDraft,
  own: readonly WireTerm[],
  { planned: { lost }, options }: { planned: PlannedChanges; options: CompileOptions },
): Map<string, WireTerm[]> {
  const lists = new Map<string, WireTerm[]>();
  for (const term of own) append(lists, changeForTerm(term.Type) ?? '', term);
  for (const term of draft.carried.terms) {
    const type = typeOfTerm(term);
    const change = changeForTerm(type);
    const list = change === null ? undefined : lists.get(change);
    const taken = list?.some((other) => other.Type === type) ?? false;
    if (change === null || !isRecord(term) || taken) append(lost, change ?? '', type);
    // At AWS it stays as it is, unless the list it stands in is sent.
    else if (draft.target === null || list !== undefined) append(lists, change, { ...term, Type: type });
  }
  for (const change of removableChanges(draft, options)) {
    if (!lists.has(change) && !draft.carried.terms.some((term) => changeForTerm(typeOfTerm(term)) === change)) {
      lists.set(change, []);
    }
  }
  return lists;
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  lists.set(key, [...(lists.get(key) ?? []), item]);
}

function termDetails(draft: OfferDraft, change: string, terms: readonly WireTerm[]): Details {
  if (change !== 'UpdatePricingTerms') return { Terms: terms };
  return { PricingModel: pricingModelOf(draft, terms), Terms: terms };
}

/** AWS does not return the pricing model; without a kind of ours it follows from the terms. */
function pricingModelOf(draft: OfferDraft, terms: readonly WireTerm[]): string {
  const { kind } = draft;
  if (isFreeOfCharge(draft)) return 'Free';
  if (kind !== null) return OFFER_KIND_FACTS[kind].pricingModel;
  const types = new Set(terms.map(({ Type }) => Type));
  if (types.has('ByolPricingTerm')) return 'Byol';
  if (types.has('FreeTrialPricingTerm')) return 'Free';
  return types.has('UsageBasedPricingTerm') ? 'Usage' : 'Contract';
}

function restoreMembers(draft: OfferDraft, { changes, lost }: PlannedChanges): void {
  for (const member of draft.carried.members) {
    const change = changeOfMember(member.owner);
    const details = changes.get(change);
    const restored = details && withMember(details, member);
    if (restored) changes.set(change, restored);
    // On an existing offer a change that is not sent leaves its members alone.
    else if (details || draft.target === null) append(lost, change, nameOfMember(member));
  }
}

function changeOfMember(owner: string): string {
  if (owner === 'TargetingRule') return 'UpdateTargeting';
  if (owner === 'AvailabilityRule') return 'UpdateAvailability';
  return changeForTerm(owner) ?? '';
}

function withMember(details: Details, member: OfferDraft['carried']['members'][number]): Details | null {
  const terms = details['Terms'];
  if (!Array.isArray(terms)) return restoreMember(details, member);
  const index = terms.findIndex((term) => typeOfTerm(term) === member.owner);
  const term: unknown = terms[index];
  const restored = isRecord(term) ? restoreMember(term, member) : null;
  return restored === null ? null : { ...details, Terms: terms.with(index, restored) };
}

function onlyDifferences(planned: PlannedChanges, held: PlannedChanges): Map<string, Details> {
  const changes = new Map<string, Details>();
  for (const [change, details] of planned.changes) {
    const before = held.changes.get(change) ?? {};
    // Members of the information are changed one by one, so that a locked one is not sent for nothing.
    const differing = change === 'UpdateInformation' ? differingMembers(details, before) : details;
    if (!isSame(details, before)) setUnlessEmpty(changes, change, differing);
  }
  return changes;
}

function differingMembers(details: Details, before: Details): Details {
  return Object.fromEntries(Object.entries(details).filter(([name, value]) => !isSame(value, before[name])));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function refuseLosses(draft: OfferDraft, { lost }: PlannedChanges, sent: ReadonlyMap<string, Details>): void {
  const isNew = draft.target === null;
  const names = [...lost].flatMap(([change, list]) => (isNew || sent.has(change) ? list : []));
  if (isNew) names.push(...draft.carried.rules.map(typeOfTerm));
  if (names.length === 0) return;
  fail('unknown-terms-would-be-lost', {
    params: { terms: [...new Set(names)].join(', ') },
    fields: [{ path: 'carried', messageKey: 'preflight:carried-lost', params: { terms: names.join(', ') } }],
  });
}

/** Before the offer that prices them, and in the same set: either both come to be, or neither. */
function addDimensions(productId: string, dimensions: readonly NewDimension[]): OfferChange[] {
  if (dimensions.length === 0) return [];
  const list = dimensions.map(({ key, name, description, unit, type }) => ({
    Key: key.trim(),
    Name: name,
    Description: description,
    Unit: unit,
    Types: [type],
  }));
  return [
    {
      ChangeType: 'AddDimensions',
      Entity: { Type: 'SaaSProduct@1.0', Identifier: productId },
      DetailsDocument: list as unknown as Details,
    },
  ];
}

function toChangeSet(
  draft: OfferDraft,
  changes: Map<string, Details>,
  intent: CompileOptions['intent'],
): OfferChange[] {
  const { target } = draft;
  const entity = {
    Type: 'Offer@1.0',
    Identifier: target === null ? NEW_OFFER_REFERENCE : identifierOf(target),
  } as const;
  const set: OfferChange[] = [];
  const rest = new Map(changes);
  const create = CREATE_CHANGES[draft.source.kind];
  if (target === null) {
    const { details, named } = createDetails(
      create.details(draft),
      changes.get('UpdateInformation') ?? {},
      create.names ?? ['Name'],
    );
    if (named) rest.delete('UpdateInformation');
    set.push({
      ChangeType: create.changeType,
      ChangeName: CREATE_OFFER_NAME,
      Entity: { Type: 'Offer@1.0' },
      DetailsDocument: details,
    });
  }
  for (const [ChangeType, DetailsDocument] of rest) set.push({ ChangeType, Entity: entity, DetailsDocument });
  if (intent === 'release' && target?.state !== 'Released') {
    set.push({ ChangeType: 'ReleaseOffer', Entity: entity, DetailsDocument: {} });
  }
  return set;
}

function identifierOf({ offerId, revision }: NonNullable<OfferDraft['target']>): string {
  return revision ? `${offerId}@${revision}` : offerId;
}

/** AWS advises to give the name once: with the creation where there is nothing else to say, otherwise with the information. */
function createDetails(
  details: Details,
  information: Details,
  names: readonly string[],
): { details: Details; named: boolean } {
  const given = Object.keys(information);
  const named = given.length > 0 && 'Name' in information && given.every((name) => names.includes(name));
  return { details: named ? { ...details, ...information } : details, named };
}
