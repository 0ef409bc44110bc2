/** The accepted terms of an agreement in the form of an offer: the Agreement API writes the same terms in lower camel case. */
import { parseOffer } from '../offer/parse.ts';
import type { Product } from '../product/product.ts';
import { isRecord, type NormalEntry } from './flatten.ts';
import { toOfferForm } from './offer-form.ts';

/** What an agreement's terms do not say; a comparison with them leaves these out. */
export const OUTSIDE_TERMS: readonly string[] = [
  'product',
  'name',
  'description',
  'buyers',
  'countryCodes',
  'availabilityEndDate',
  'isRenewal',
  'renewal',
  'kind',
  'source',
  'markup',
  'offerSetId',
];

/** `terms`: what GetAgreementTerms answers, each entry with one member that names the term's type. */
export function toAgreementForm(terms: unknown, product: Pick<Product, 'id' | 'type' | 'title'> | null): NormalEntry[] {
  const document = { Id: '', State: 'Released', PreExistingAgreement: null, Terms: toCatalogTerms(terms) };
  return toOfferForm(parseOffer(document, '', product)).filter(({ path }) => !OUTSIDE_TERMS.includes(path[0] ?? ''));
}

export function toCatalogTerms(terms: unknown): unknown[] {
  const list = isRecord(terms) && Array.isArray(terms['acceptedTerms']) ? terms['acceptedTerms'] : terms;
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown): unknown[] => {
    if (!isRecord(entry)) return [];
    if (typeof entry['Type'] === 'string') return [entry];
    if (typeof entry['type'] === 'string') return [toCatalogTerm(entry)];
    return Object.values(entry).filter(isRecord).map(toCatalogTerm);
  });
}

function toCatalogTerm(term: Readonly<Record<string, unknown>>): unknown {
  // What the buyer chose among the durations is no part of the offer; the rest of the term is.
  const { id: _id, ...rest } = term;
  return capitalise(rest);
}

function capitalise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(capitalise);
  if (value instanceof Date) return value.toISOString();
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined && member !== null)
      .map(([name, member]) => [`${name.charAt(0).toUpperCase()}${name.slice(1)}`, capitalise(member)]),
  );
}
