/**
 * Accepted terms of an agreement in the spelling of the Catalog, so that offers and agreements are read by the same eyes.
 * The Agreement API spells members in camelCase, nests each term in a union of one member and tags unions by their name.
 */
import type { OfferTerm } from '../offer/entity.ts';

type Members = Readonly<Record<string, unknown>>;

/** A union member that the SDK of this version does not know: its name and what AWS sent. */
interface UnknownMember {
  readonly $unknown: readonly [string, unknown];
}

/** What the buyer chose when accepting (quantities, automatic renewal), by the term's type. */
export const CONFIGURATION = 'Configuration';

export function toCatalogTerms(accepted: readonly unknown[]): OfferTerm[] {
  return accepted.flatMap((term) => {
    const member = memberOf(term);
    return member === null ? [] : [toCatalogTerm(...member)];
  });
}

/** The terms as an offer would hold them: without what the buyer chose and without the ids of the agreement. */
export function toOfferedTerms(accepted: readonly unknown[]): OfferTerm[] {
  return toCatalogTerms(accepted).map(({ [CONFIGURATION]: _chosen, Id: _id, ...term }) => ({
    ...term,
    Type: term.Type,
  }));
}

/** Name and value of the one member of a union; null for anything else. */
export function memberOf(union: unknown): [string, unknown] | null {
  if (!isMembers(union)) return null;
  if (isUnknown(union)) return [union.$unknown[0], union.$unknown[1]];
  const [entry] = Object.entries(union).filter(([name, value]) => name !== '__type' && value !== undefined);
  return entry ?? null;
}

function toCatalogTerm(name: string, value: unknown): OfferTerm {
  const { type: _type, ...members } = isMembers(value) ? value : { value };
  return { ...toCatalogMembers(members), Type: pascal(name) };
}

function toCatalogMembers(members: Members): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [pascal(name), toCatalogValue(name, value)]),
  );
}

function toCatalogValue(name: string, value: unknown): unknown {
  if (name === 'priceIncrease') return toPriceIncrease(value);
  if (name === 'termTemplates' && Array.isArray(value)) return value.map(toTemplate);
  // Instants here, dates without a time in the Catalog.
  if (/date$/i.test(name) && typeof value === 'string') return value.slice(0, 10);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map((item) => toCatalogValue('', item));
  return isMembers(value) ? toCatalogMembers(value) : value;
}

function toPriceIncrease(value: unknown): unknown {
  const member = memberOf(value);
  if (member === null) return value;
  const [name, content] = member;
  const members = isMembers(content) ? toCatalogMembers(content) : {};
  if (name === 'fixedPercentage') return { Type: 'FixedPercentage', ...members };
  if (name === 'percentageRange') return { Type: 'PercentageRange', Range: members };
  return { Type: pascal(name), ...members };
}

function toTemplate(value: unknown): unknown {
  const member = memberOf(value);
  if (member === null) return value;
  return { Type: pascal(member[0]), ...(isMembers(member[1]) ? toCatalogMembers(member[1]) : {}) };
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function isUnknown(union: Members): union is Members & UnknownMember {
  const held = union['$unknown'];
  return Array.isArray(held) && typeof held[0] === 'string';
}
