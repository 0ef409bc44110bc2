/** The filters of SearchAgreements: which there are, which go together, and what they let through. */
import type { AgreementRecord } from '../catalog/model.ts';
import type { AgreementContext, Party } from './context.ts';
import { endTimeBehavior } from './end-time.ts';
import { licenseArn } from './entitlements.ts';
import { invalid } from './errors.ts';

export interface FilterReading {
  readonly party: Party;
  readonly values: ReadonlyMap<string, string>;
}

type World = Pick<AgreementContext, 'ledger' | 'store'>;

type Test = (agreement: AgreementRecord, value: string, context: World) => boolean;

interface FilterSpec {
  readonly test: Test;
  /** Values the filter takes; absent = any text. */
  readonly oneOf?: readonly string[];
  readonly isTime?: boolean;
}

const RESOURCE_TYPES = [
  'SaaSProduct',
  'AmiProduct',
  'ContainerProduct',
  'ProfessionalServicesProduct',
  'MachineLearningProduct',
];
const STATUSES = [
  'ACTIVE',
  'ARCHIVED',
  'CANCELLED',
  'EXPIRED',
  'RENEWED',
  'REPLACED',
  'ROLLED_BACK',
  'SUPERSEDED',
  'TERMINATED',
];

const before = (instant: string | null, limit: string) => instant !== null && Date.parse(instant) < Date.parse(limit);
const after = (instant: string | null, limit: string) => instant !== null && Date.parse(instant) > Date.parse(limit);

const FILTERS: Readonly<Record<string, FilterSpec>> = {
  AgreementType: { test: () => true, oneOf: ['PurchaseAgreement'] },
  PartyType: { test: () => true, oneOf: ['Proposer', 'Acceptor'] },
  ResourceIdentifier: { test: ({ productId }, value) => productId === value },
  ResourceType: { test: ({ productType }, value) => productType === value, oneOf: RESOURCE_TYPES },
  AcceptorAccountId: { test: ({ acceptor }, value) => acceptor === value },
  OfferId: { test: ({ offerId }, value) => offerId === value },
  OfferSetId: { test: ({ offerSetId }, value) => offerSetId === value },
  Status: { test: ({ status }, value) => status === value, oneOf: STATUSES },
  // "Before" means that the agreement ends (starts, changed) before that instant, as in AWS's own sample.
  BeforeEndTime: { test: ({ endTime }, value) => before(endTime, value), isTime: true },
  AfterEndTime: { test: ({ endTime }, value) => after(endTime, value), isTime: true },
  BeforeStartTime: { test: ({ startTime }, value) => before(startTime, value), isTime: true },
  AfterStartTime: { test: ({ startTime }, value) => after(startTime, value), isTime: true },
  BeforeLastUpdateTime: { test: ({ updatedAt }, value) => before(updatedAt, value), isTime: true },
  AfterLastUpdateTime: { test: ({ updatedAt }, value) => after(updatedAt, value), isTime: true },
  EndTimeBehaviorType: {
    test: (agreement, value, context) => endTimeBehavior(agreement, context)?.type === value,
    oneOf: ['RENEW', 'REPLACE', 'EXPIRE'],
  },
  EndTimeBehaviorReasonCode: {
    test: (agreement, value, context) => endTimeBehavior(agreement, context)?.reasonCode === value,
    oneOf: ['PROPOSER_RENEW_OPTED_OUT', 'ACCEPTOR_RENEW_OPTED_OUT', 'NO_RENEWAL_TERM', 'RENEWAL_LIMIT_EXHAUSTED'],
  },
  InitialAgreementId: { test: ({ initialAgreementId }, value) => initialAgreementId === value },
  LicenseArn: { test: (agreement, value) => licenseArn(agreement) === value },
};

/** What a buyer may add to PartyType and AgreementType; end times go with all of them. */
const ACCEPTOR_COMBINATIONS = [
  [],
  ['Status'],
  ['ResourceIdentifier'],
  ['ResourceIdentifier', 'Status'],
  ['ResourceType'],
  ['OfferId'],
  ['OfferId', 'Status'],
  ['OfferSetId'],
  ['OfferSetId', 'Status'],
].map((names) => names.join(' '));

const ALWAYS = new Set(['AgreementType', 'PartyType', 'BeforeEndTime', 'AfterEndTime']);
const MOST_FILTERS = 10;

export function readFilters(given: unknown): FilterReading {
  const list = Array.isArray(given) ? (given as readonly { name?: unknown; values?: unknown }[]) : [];
  if (list.length < 1 || list.length > MOST_FILTERS) {
    throw invalid({ reason: 'INVALID_FILTERS', field: 'filters', message: 'Between 1 and 10 filters are required.' });
  }
  const values = new Map<string, string>();
  for (const filter of list) {
    const [name, value] = readFilter(filter);
    if (values.has(name)) {
      throw invalid({ reason: 'INVALID_FILTERS', field: 'filters', message: `Filter ${name} is given twice.` });
    }
    values.set(name, value);
  }
  const party = values.get('PartyType');
  if (!values.has('AgreementType') || party === undefined) {
    throw unsupported('PartyType and AgreementType are required filters.');
  }
  if (party === 'Acceptor') checkAcceptor([...values.keys()]);
  return { party: party === 'Acceptor' ? 'Acceptor' : 'Proposer', values };
}

export function matcher({ values }: FilterReading, context: World): (agreement: AgreementRecord) => boolean {
  const tests = [...values].map(([name, value]) => [FILTERS[name]?.test, value] as const);
  return (agreement) => tests.every(([test, value]) => test === undefined || test(agreement, value, context));
}

function readFilter({ name, values }: { name?: unknown; values?: unknown }): [name: string, value: string] {
  if (typeof name !== 'string' || name === '') {
    throw invalid({ reason: 'MISSING_FILTER_NAME', field: 'filters', message: 'A filter needs a name.' });
  }
  const spec = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
  if (!spec) throw invalid({ reason: 'INVALID_FILTER_NAME', field: 'filters', message: `There is no filter ${name}.` });
  if (!Array.isArray(values) || values.length === 0) {
    throw invalid({ reason: 'MISSING_FILTER_VALUES', field: 'filters', message: `Filter ${name} needs a value.` });
  }
  const [value] = values as readonly unknown[];
  const isGood =
    values.length === 1 &&
    typeof value === 'string' &&
    value !== '' &&
    (spec.oneOf === undefined || spec.oneOf.includes(value)) &&
    (spec.isTime !== true || isInstant(value));
  if (isGood) return [name, value];
  const wanted = spec.oneOf?.join(', ') ?? (spec.isTime === true ? 'a time such as 2027-11-18T00:00:00Z' : 'a text');
  const message = `Filter ${name} takes exactly one value: ${wanted}.`;
  throw invalid({ reason: 'INVALID_FILTER_VALUES', field: 'filters', message });
}

function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

function checkAcceptor(names: readonly string[]): void {
  const chosen = names.filter((name) => !ALWAYS.has(name)).sort((a, b) => order(a) - order(b));
  if (ACCEPTOR_COMBINATIONS.includes(chosen.join(' '))) return;
  throw unsupported(`An Acceptor cannot combine ${chosen.join(', ')}.`);
}

/** Status stands last in the list of combinations. */
function order(name: string): number {
  return name === 'Status' ? 1 : 0;
}

function unsupported(message: string) {
  return invalid({ reason: 'UNSUPPORTED_FILTERS', field: 'filters', message });
}
