/** Turns the draft of an authorization into the one StartChangeSet request for one partner. Pure: the counterpart of `parseAuthorization`. */
import { fail } from '../../errors/app-error.ts';
import { isRecord, nameOfMember, restoreMember, typeOfTerm } from '../offer/carried.ts';
import { sanitiseChangeSetName, type WireTerm } from '../offer/change-set.ts';
import { compileTerms, FieldReader } from '../offer/compile-terms.ts';
import type { CarriedMember } from '../offer/draft.ts';
import { OFFER_KIND_FACTS } from '../offer/kinds.ts';
import type { Product } from '../product/product.ts';
import type { AuthorizationDraft } from './draft.ts';
import { toSheet } from './sheet.ts';
import {
  changeForTerm,
  changeOf,
  CHANGE_ORDER,
  createChange,
  offerTermName,
  toResaleTerm,
  type AuthorizationChange,
  type AuthorizationChangeSet,
} from './wire.ts';

/** Addresses from which AWS can read the documents; null where none is sent. */
export interface DocumentUrls {
  readonly eula: string | null;
  readonly resellerContract: string | null;
}

export interface CompileAuthorizationOptions {
  /** `release` gives it to the partner; `draft` leaves it at AWS, where only the seller sees it. */
  readonly intent: 'release' | 'draft';
  /** The one account of `resellers` that this request is for. */
  readonly reseller: string;
  readonly documents: DocumentUrls;
  readonly changeSetName: string;
  readonly clientRequestToken?: string;
  /** What AWS holds of the target now; then only what differs is sent. */
  readonly held?: AuthorizationDraft;
}

type Details = Readonly<Record<string, unknown>>;
interface Plan {
  readonly changes: Map<string, Details>;
  /** What this version read from AWS and cannot send, by the change that would drop it. */
  readonly lost: Map<string, string[]>;
}

/**
 * The request for one partner. What is empty is left out. Throws `preflight-failed` with the fields that cannot be sent as typed, and
 * `unknown-terms-would-be-lost` with the names of what AWS holds and this request would drop.
 */
export function compileAuthorization(
  draft: AuthorizationDraft,
  product: Pick<Product, 'id' | 'type'>,
  options: CompileAuthorizationOptions,
): AuthorizationChangeSet {
  checkProduct(draft, product);
  const planned = plan(draft, options.documents);
  const held = draft.target && options.held ? plan(options.held, NO_DOCUMENTS) : null;
  const changes = held ? differing(planned.changes, held.changes) : planned.changes;
  refuseLosses(draft, planned, changes);
  const { clientRequestToken } = options;
  return {
    Catalog: 'AWSMarketplace',
    ChangeSetName: sanitiseChangeSetName(options.changeSetName),
    ...(clientRequestToken !== undefined && { ClientRequestToken: clientRequestToken }),
    ChangeSet: toChangeSet(draft, changes, options),
  };
}

export const NO_DOCUMENTS: DocumentUrls = { eula: null, resellerContract: null };

function checkProduct(draft: AuthorizationDraft, product: Pick<Product, 'id' | 'type'>): void {
  const fits = draft.product?.id === product.id;
  if (fits && (draft.kind === null || OFFER_KIND_FACTS[draft.kind].productTypes.includes(product.type))) return;
  refuse(fits ? 'kind' : 'product');
}

function refuse(path: string): never {
  fail('preflight-failed', { fields: [{ path, messageKey: 'preflight:compile.not-sendable', params: {} }] });
}

function plan(draft: AuthorizationDraft, documents: DocumentUrls): Plan {
  const reader = new FieldReader(draft.currency);
  const own = ownTerms(draft, documents, reader);
  const availability = availabilityOf(draft, reader);
  if (reader.problems.length > 0) fail('preflight-failed', { fields: reader.problems });
  const planned: Plan = { changes: new Map(), lost: new Map() };
  const lists = groupTerms(draft, own, planned);
  const information = informationOf(draft);
  for (const change of CHANGE_ORDER) {
    const list = lists.get(change);
    const details =
      change === 'UpdateInformation'
        ? information
        : change === 'UpdateAvailability'
          ? availability
          : (list && termDetails(draft, change, list)) || {};
    if (Object.keys(details).length > 0) planned.changes.set(change, details);
  }
  for (const member of draft.carried.members) restore(draft, planned, member);
  return planned;
}

/** Name and description go with the creation; only the renewal flag needs a change of its own on a new authorization. */
function informationOf({ name, description, isRenewal, renewal, target }: AuthorizationDraft): Details {
  return {
    ...(target !== null && name !== '' && { Name: name }),
    ...(target !== null && description !== '' && { Description: description }),
    ...(isRenewal === true &&
      renewal && {
        PreExistingBuyerAgreement: {
          AcquisitionChannel: renewal.acquisitionChannel,
          PricingModel: renewal.pricingModel,
        },
      }),
  };
}

function availabilityOf(draft: AuthorizationDraft, reader: FieldReader): Details {
  const { validity, availabilityEndDate } = draft;
  if (validity === 'no-set-duration') return {};
  const dated = availabilityEndDate.trim() !== '';
  return {
    ...(dated && { AvailabilityEndDate: reader.date(availabilityEndDate, 'availabilityEndDate') }),
    ...(validity === 'single-use' && { OffersMaxQuantity: 1 }),
  };
}

function ownTerms(draft: AuthorizationDraft, documents: DocumentUrls, reader: FieldReader): WireTerm[] {
  const priced = compileTerms(toSheet(draft), reader).map(toResaleTerm);
  return [...priced, targetingTerm(draft), netPaymentTerm(draft, reader), validityTerm(draft, reader)]
    .concat(legalTerms(draft, documents))
    .filter((term) => term !== null);
}

const plainId = (id: string) => id.normalize('NFKC').trim();

function targetingTerm({ buyers }: AuthorizationDraft): WireTerm | null {
  const accounts = buyers.map(plainId).filter((buyer) => buyer !== '');
  return accounts.length === 0 ? null : { Type: 'BuyerTargetingTerm', PositiveTargeting: { BuyerAccounts: accounts } };
}

function netPaymentTerm({ netPayment }: AuthorizationDraft, reader: FieldReader): WireTerm | null {
  if (netPayment === '') return null;
  return { Type: 'ResaleNetPaymentTerm', PaymentDuePeriod: reader.duration(netPayment, 'netPayment') };
}

function validityTerm({ latestStartDate }: AuthorizationDraft, reader: FieldReader): WireTerm | null {
  if (latestStartDate.trim() === '') return null;
  return { Type: 'BuyerValidityTerm', MaximumAgreementStartDate: reader.date(latestStartDate, 'latestStartDate') };
}

function legalTerms({ eula, resellerContract }: AuthorizationDraft, documents: DocumentUrls): (WireTerm | null)[] {
  const buyer =
    eula.kind === 'standard'
      ? { Type: 'StandardEula', Version: eula.version }
      : documents.eula !== null
        ? { Type: 'CustomEula', Url: documents.eula }
        : null;
  const reseller =
    resellerContract.kind === 'standard'
      ? { Type: 'StandardResellerContract' }
      : resellerContract.kind === 'custom' && documents.resellerContract !== null
        ? { Type: 'CustomResellerContract', Url: documents.resellerContract }
        : null;
  return [
    buyer && { Type: 'BuyerLegalTerm', Documents: [buyer] },
    reseller && { Type: 'ResaleLegalTerm', Documents: [reseller] },
  ];
}

/** Lists by change, carried terms included: each change replaces its whole list. */
function groupTerms(draft: AuthorizationDraft, own: readonly WireTerm[], { lost }: Plan): Map<string, WireTerm[]> {
  const lists = new Map<string, WireTerm[]>();
  for (const term of own) append(lists, changeForTerm(term.Type) ?? '', term);
  for (const term of draft.carried.terms) {
    const type = typeOfTerm(term);
    const change = changeForTerm(type);
    const list = change === null ? undefined : lists.get(change);
    const taken = list?.some((other) => other.Type === type) ?? false;
    if (change === null || !isRecord(term) || taken) append(lost, change ?? '', type);
    else if (draft.target === null || list !== undefined) append(lists, change, { ...term, Type: type });
  }
  // The draft at AWS may hold a schedule or a net payment term from an earlier choice; an empty list removes it.
  if (draft.target) {
    for (const change of ['UpdatePaymentScheduleTerms', 'UpdateNetPaymentTerms']) {
      const isCarried = draft.carried.terms.some((term) => changeForTerm(typeOfTerm(term)) === change);
      if (!lists.has(change) && !isCarried) lists.set(change, []);
    }
  }
  return lists;
}

function append<T>(lists: Map<string, T[]>, key: string, entry: T): void {
  lists.set(key, [...(lists.get(key) ?? []), entry]);
}

function termDetails(draft: AuthorizationDraft, change: string, Terms: readonly WireTerm[]): Details {
  return change === 'UpdatePricingTerms' ? { PricingModel: pricingModelOf(draft, Terms), Terms } : { Terms };
}

/** A model that AWS told and the kind does not (`Free`) is carried as a member of the document. */
function pricingModelOf({ kind, carried }: AuthorizationDraft, terms: readonly WireTerm[]): unknown {
  const told = carried.members.find(isPricingModel);
  if (told) return told.value;
  if (kind !== null) return OFFER_KIND_FACTS[kind].pricingModel;
  return terms.some(({ Type }) => Type === 'ResaleUsageBasedPricingTerm') ? 'Usage' : 'Contract';
}

const isPricingModel = ({ owner, path }: CarriedMember) => owner === DOCUMENT && path[0] === 'PricingModel';

/** Owner of members of the document itself. */
export const DOCUMENT = 'ResaleAuthorization';

function restore(draft: AuthorizationDraft, { changes, lost }: Plan, member: CarriedMember): void {
  if (isPricingModel(member)) return;
  const change = changeForTerm(member.owner) ?? '';
  const details = changes.get(change);
  const restored = details && withMember(details, member);
  if (restored) changes.set(change, restored);
  else if (details || draft.target === null) append(lost, change, nameOfMember(member));
}

function withMember(details: Details, member: CarriedMember): Details | null {
  const terms = Array.isArray(details['Terms']) ? (details['Terms'] as unknown[]) : [];
  const index = terms.findIndex((term) => typeOfTerm(term) === member.owner);
  const term = terms[index];
  if (!isRecord(term)) return null;
  const shared = offerTermName(member.owner);
  const [first] = member.path;
  const restored =
    shared !== null
      ? restoreMember(term, { ...member, owner: shared })
      : first !== undefined && member.path.length === 1
        ? { ...term, [first]: member.value }
        : null;
  return restored === null ? null : { ...details, Terms: terms.with(index, restored) };
}

function differing(planned: Map<string, Details>, held: Map<string, Details>): Map<string, Details> {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  return new Map(
    [...planned].flatMap(([change, details]): [string, Details][] => {
      const before = held.get(change) ?? {};
      if (isSame(details, before)) return [];
      if (change !== 'UpdateInformation') return [[change, details]];
      const members = Object.entries(details).filter(([name, value]) => !isSame(value, before[name]));
      return members.length === 0 ? [] : [[change, Object.fromEntries(members)]];
    }),
  );
}

function refuseLosses(draft: AuthorizationDraft, { lost }: Plan, sent: ReadonlyMap<string, Details>): void {
  const isNew = draft.target === null;
  const names = [...lost].flatMap(([change, list]) => (isNew || sent.has(change) ? list : []));
  if (isNew) names.push(...draft.carried.rules.map(typeOfTerm));
  if (names.length === 0) return;
  const terms = [...new Set(names)].join(', ');
  fail('unknown-terms-would-be-lost', {
    params: { terms },
    fields: [{ path: 'carried', messageKey: 'authorizations:rule.carried-lost', params: { terms } }],
  });
}

function toChangeSet(
  draft: AuthorizationDraft,
  changes: ReadonlyMap<string, Details>,
  { reseller, intent }: CompileAuthorizationOptions,
): AuthorizationChange[] {
  const { target, product, name, description } = draft;
  const identifier =
    target && (target.revision ? `${target.authorizationId}@${target.revision}` : target.authorizationId);
  const created = createChange({
    ProductId: product?.id ?? '',
    Name: name,
    ...(description !== '' && { Description: description }),
    ResellerAccountId: plainId(reseller),
  });
  return [
    ...(target === null ? [created] : []),
    ...[...changes].map(([type, details]) => changeOf(type, identifier, details)),
    ...(intent === 'release' ? [changeOf('ReleaseResaleAuthorization', identifier, {})] : []),
  ];
}
