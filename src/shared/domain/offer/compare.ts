/** What counts as equal between two drafts of an offer, and the differences in readable form. */
import { canonicalAmount, isAmount } from '../money/amount.ts';
import { cutToDate, compareDates } from '../dates/plain-date.ts';
import { formatDuration, parseDuration } from '../dates/duration.ts';
import type { OfferDraft, PriceLine, ServiceLength } from './draft.ts';
import { OFFER_KIND_FACTS, paysInInstallments } from './kinds.ts';
import type { Difference } from './offer.ts';
import { resaleOf } from './received-authorization.ts';
import { replacementOf } from './replaced-agreement.ts';

/** A draft as one flat table of everything that would be sent: path -> value. Its entries are in a fixed order. */
export type NormalisedOffer = ReadonlyMap<string, unknown>;

/**
 * Amounts by value, dates without time, lists without order; parts that are switched off are left out. Where a custom EULA is
 * hosted does not count, nor does what only this machine knows (zero prices allowed, the offer the draft came from).
 */
export function normaliseOffer(draft: OfferDraft): NormalisedOffer {
  const entries: [string, unknown][] = [
    ['product', draft.product?.id ?? null],
    ['kind', draft.kind],
    ['name', draft.name],
    ['description', draft.description],
    ['buyers', [...draft.buyers].map((buyer) => buyer.trim()).toSorted()],
    ['countryCodes', [...draft.countryCodes].toSorted()],
    ['excludesCountries', draft.excludesCountries ?? false],
    ['currency', draft.currency],
    ['service', serviceOf(draft.service)],
    ...pricingEntries(draft),
    ...trialEntries(draft),
    ['eula', draft.eula.kind === 'standard' ? `standard ${draft.eula.version}` : 'custom'],
    ['renewal', draft.isRenewal ? draft.renewal : null],
    ['netPayment', draft.netPayment],
    ['refundPolicy', draft.refundPolicy.trim()],
    ['renewalTerm', renewalTermOf(draft.renewalTerm)],
    ['customerVerification', draft.customerVerification],
    ['availabilityEndDate', cutToDate(draft.availabilityEndDate)],
    ['offerSetId', draft.offerSetId],
    ['source', sourceOf(draft.source)],
    ['markup', markupValue(draft)],
    ...draft.carried.terms.map((term, index): [string, unknown] => [`carried.terms.${index}`, term]),
    ...draft.carried.rules.map((rule, index): [string, unknown] => [`carried.rules.${index}`, rule]),
    ...draft.carried.members.map(({ owner, path, value }): [string, unknown] => [
      `carried.members.${[owner, ...path].join('.')}`,
      value,
    ]),
  ];
  return new Map(entries);
}

/** Differences between what was meant and what was found, by path; empty when both mean the same offer. */
export function compareOffers(meant: OfferDraft, found: OfferDraft): Difference[] {
  const first = normaliseOffer(meant);
  const second = normaliseOffer(found);
  // What AWS describes of an offer that replaces an agreement tells neither the agreement nor the buyer.
  const untold = replacementOf(meant) === null ? [] : ['source', 'buyers', 'countryCodes'];
  const inherited = inheritedPaths(meant);
  return [...new Set([...first.keys(), ...second.keys()])].flatMap((path) => {
    if (untold.includes(path) || inherited.some((start) => path.startsWith(start))) return [];
    const difference = { path, meant: first.get(path) ?? null, found: second.get(path) ?? null };
    return isSame(difference.meant, difference.found) ? [] : [difference];
  });
}

/** What an authorization says is not sent; AWS gives its prices back with the markup on them, rounded its own way. */
function inheritedPaths(draft: OfferDraft): readonly string[] {
  const resale = resaleOf(draft);
  if (!resale) return [];
  const fixed = ['kind', 'currency', 'usagePrices', 'contract', 'installments.duration'];
  return [
    ...fixed,
    ...(draft.eula.kind === 'held-by-aws' ? ['eula'] : []),
    ...(resale.ownPrices ? [] : ['installments']),
  ];
}

/** One that is set aside for own prices, or that is zero, is none. */
function markupValue(draft: OfferDraft): string {
  const markup = resaleOf(draft)?.ownPrices ? '' : amountOf(draft.markup);
  return markup === '0' ? '' : markup;
}

/** What was known of an agreement or authorization when it was last read is no part of the offer. */
function sourceOf(source: OfferDraft['source']): unknown {
  switch (source.kind) {
    case 'direct':
      return source;
    case 'replacement':
      return { kind: source.kind, agreementId: source.agreementId };
    case 'resale':
      return { kind: source.kind, authorizationId: source.authorizationId };
    case 'resale-replacement':
      return { kind: source.kind, agreementId: source.agreementId, authorizationId: source.authorizationId };
  }
}

function pricingEntries(draft: OfferDraft): [string, unknown][] {
  if (draft.kind === null) return [];
  const facts = OFFER_KIND_FACTS[draft.kind];
  const entries = facts.usagePrices ? priceEntries('usagePrices', draft.usagePrices) : [];
  if (!facts.contract) return entries;
  return [...entries, ...(paysInInstallments(draft) ? installmentEntries(draft) : contractEntries(draft))];
}

/** Only public offers have one. */
function trialEntries({ source, freeTrial }: OfferDraft): [string, unknown][] {
  if (source.kind !== 'public' || freeTrial.duration.trim() === '') return [];
  return [
    ['freeTrial.duration', durationOf(freeTrial.duration)],
    ...freeTrial.grants.map(({ dimensionKey, quantity }): [string, unknown] => [
      `freeTrial.grants.${dimensionKey}`,
      quantity.trim(),
    ]),
  ];
}

function contractEntries({ contract }: OfferDraft): [string, unknown][] {
  return [
    ['contract.selection', contract.selection],
    ...contract.rateCards.flatMap((card) =>
      priceEntries(`contract.rateCards.${durationOf(card.duration)}`, card.prices),
    ),
  ];
}

function installmentEntries({ installments }: OfferDraft): [string, unknown][] {
  return [
    ['installments.duration', durationOf(installments.duration)],
    ...installments.grants.map(({ dimensionKey, quantity }): [string, unknown] => [
      `installments.grants.${dimensionKey}`,
      quantity.trim(),
    ]),
    ...installments.schedule
      .toSorted((a, b) => compareDates(a.date, b.date))
      .map(({ date, amount }): [string, unknown] => [`installments.schedule.${cutToDate(date)}`, amountOf(amount)]),
  ];
}

function priceEntries(path: string, lines: readonly PriceLine[]): [string, unknown][] {
  return lines.flatMap(({ dimensionKey, price }): [string, unknown][] =>
    price.trim() === '' ? [] : [[`${path}.${dimensionKey}`, amountOf(price)]],
  );
}

function serviceOf(service: ServiceLength): string {
  switch (service.mode) {
    case 'buyer-choice':
      return 'buyer-choice';
    case 'duration':
      return `duration ${durationOf(service.duration)}`;
    case 'dates':
      return `dates ${cutToDate(service.startDate)} ${cutToDate(service.endDate)}`;
    case 'end-date':
      return `end-date ${cutToDate(service.endDate)}`;
  }
}

/** Values of a form that is not chosen do not count. */
function renewalTermOf(term: OfferDraft['renewalTerm']): unknown {
  if (term === null) return null;
  const { kind, value, min, max, usual } = term.priceIncrease;
  const increase = kind === 'none' ? [] : (kind === 'fixed' ? [value] : [min, max, usual]).map(amountOf);
  const charges = term.template.charges.map(({ offset, percentage, dayOfMonth }) => ({
    offset: offset.trim(),
    percentage: amountOf(percentage),
    dayOfMonth: dayOfMonth.trim(),
  }));
  return {
    lockoutDays: term.lockoutDays.trim(),
    adjustmentDays: term.adjustmentDays.trim(),
    maxRenewals: term.maxRenewals.trim(),
    priceIncrease: { kind, increase },
    template: charges.length === 0 ? null : { unit: term.template.unit, charges },
  };
}

function amountOf(text: string): string {
  const plain = text.normalize('NFKC').trim();
  return isAmount(plain) ? canonicalAmount(plain) : plain;
}

/** `P1Y` and `P12M` mean the same. */
function durationOf(text: string): string {
  const duration = parseDuration(text);
  if (!duration) return text;
  return formatDuration({ years: 0, months: duration.years * 12 + duration.months, days: duration.days });
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sortMembers(a)) === JSON.stringify(sortMembers(b));
}

/** JSON members have no order; two services may write them differently. */
function sortMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortMembers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sortMembers(member)]),
  );
}
