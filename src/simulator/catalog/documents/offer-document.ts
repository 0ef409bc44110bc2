/** The DescribeEntity document of an offer: not what was sent, but what AWS makes of it. */
import type { SimulatorClock } from '../../types.ts';
import { endOfDay, startOfDay } from '../instants.ts';
import { TERM_GROUPS, type JsonObject, type OfferEntity, type Term } from '../model.ts';
import { plainDecimal } from '../rules/decimals.ts';
import { temporaryLink } from './temporary-link.ts';

const AMOUNTS = new Set(['Price', 'ChargeAmount', 'Value', 'MinValue', 'MaxValue', 'DefaultValue', 'ChargePercentage']);
const DECIMAL = /^\d*\.?\d+$/;
const DAY_STARTS = new Set(['ChargeDate', 'AgreementStartDate']);
const DAY_ENDS = new Set(['AgreementEndDate']);

/** The pricing model is not told; members that were never set are left out. */
export function offerDocument(offer: OfferEntity, clock: SimulatorClock): Record<string, unknown> {
  const terms = TERM_GROUPS.flatMap((group) => offer.terms[group]);
  return {
    Id: offer.id,
    State: offer.state,
    ...(offer.name === null ? {} : { Name: offer.name }),
    ...(offer.description === null ? {} : { Description: offer.description }),
    ProductId: offer.productId,
    PreExistingAgreement: offer.preExistingAgreement,
    OfferSetId: offer.offerSetId,
    ...(offer.resale === null ? {} : { ResaleAuthorizationId: offer.resale.authorizationId }),
    ...(offer.resale?.markup === null || offer.resale === null ? {} : { MarkupPercentage: offer.resale.markup }),
    Terms: terms.map((term) => describedTerm(term, clock)),
    Rules: rules(offer),
  };
}

function rules(offer: OfferEntity): JsonObject[] {
  const positive = {
    ...(offer.buyerAccounts.length > 0 ? { BuyerAccounts: offer.buyerAccounts } : {}),
    ...(offer.countryCodes.length > 0 ? { CountryCodes: offer.countryCodes } : {}),
  };
  const targeting = {
    ...(Object.keys(positive).length > 0 ? { PositiveTargeting: positive } : {}),
    ...(offer.excludedCountryCodes.length > 0
      ? { NegativeTargeting: { CountryCodes: offer.excludedCountryCodes } }
      : {}),
  };
  return [
    ...(offer.availabilityEndDate === null
      ? []
      : [{ Type: 'AvailabilityRule', AvailabilityEndDate: endOfDay(offer.availabilityEndDate) }]),
    ...(Object.keys(targeting).length > 0 ? [{ Type: 'TargetingRule', ...targeting }] : []),
  ];
}

function describedTerm(term: Term, clock: SimulatorClock): unknown {
  const described = describedValue('', term) as Term;
  if (term.Type === 'LegalTerm') return withTemporaryLinks(described, clock);
  if (term.Type === 'PaymentScheduleTerm') return inOrderOfDate(described);
  return described;
}

function describedValue(member: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => describedValue('', item));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, describedValue(name, inner)]));
  }
  if (typeof value !== 'string') return value;
  // `Value` is a percentage in a price increase and a duration in a selector.
  if (AMOUNTS.has(member) && DECIMAL.test(value)) return plainDecimal(value);
  if (DAY_STARTS.has(member)) return startOfDay(value);
  if (DAY_ENDS.has(member)) return endOfDay(value);
  return value;
}

function inOrderOfDate(term: Term): Term {
  const schedule = [...((term['Schedule'] ?? []) as { ChargeDate: string }[])];
  schedule.sort((a, b) => (a.ChargeDate < b.ChargeDate ? -1 : 1));
  return { ...term, Schedule: schedule };
}

function withTemporaryLinks(term: Term, clock: SimulatorClock): Term {
  const documents = (term['Documents'] ?? []) as JsonObject[];
  return {
    ...term,
    Documents: documents.map((document) =>
      typeof document['Url'] === 'string' ? { ...document, Url: temporaryLink(document['Url'], clock) } : document,
    ),
  };
}
