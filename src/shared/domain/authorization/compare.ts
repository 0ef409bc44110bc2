/** What counts as equal between two drafts of an authorization, and the differences in readable form. */
import { normaliseOffer, type NormalisedOffer } from '../offer/compare.ts';
import type { Difference } from '../offer/offer.ts';
import type { AuthorizationDraft } from './draft.ts';
import { toSheet } from './sheet.ts';

/** Entries of an offer that an authorization has not. */
const FOREIGN: readonly string[] = ['service', 'countryCodes', 'availabilityEndDate'];

function normalise(draft: AuthorizationDraft): NormalisedOffer {
  const { validity, availabilityEndDate, resellerContract, carried } = draft;
  const shared = [...normaliseOffer(toSheet(draft))].filter(([path]) => !FOREIGN.includes(path));
  const contract = resellerContract.kind;
  return new Map<string, unknown>([
    ...shared,
    ['resellers', draft.resellers.map((id) => id.normalize('NFKC').trim()).toSorted()],
    ['validity', validity],
    ['availabilityEndDate', validity === 'no-set-duration' ? '' : availabilityEndDate],
    ['latestStartDate', draft.latestStartDate],
    ['netPayment', draft.netPayment],
    ['resellerContract', contract === 'held-by-aws' ? 'custom' : contract],
    ...carried.terms.map((term, index): [string, unknown] => [`carried.terms.${index}`, term]),
    ...carried.members.map(({ owner, path, value }): [string, unknown] => [
      `carried.members.${[owner, ...path].join('.')}`,
      value,
    ]),
  ]);
}

/** Differences by path; empty when both mean the same. Where documents are hosted does not count. */
export function compareAuthorizations(meant: AuthorizationDraft, found: AuthorizationDraft): Difference[] {
  const first = normalise(meant);
  const second = normalise(found);
  return [...new Set([...first.keys(), ...second.keys()])].flatMap((path) => {
    const difference = { path, meant: first.get(path) ?? null, found: second.get(path) ?? null };
    return JSON.stringify(difference.meant) === JSON.stringify(difference.found) ? [] : [difference];
  });
}
