/** An offer draft in normal form: everything that would be sent, whatever members a draft has. */
import { compareDates } from '../dates/plain-date.ts';
import type { OfferDraft } from '../offer/draft.ts';
import { OFFER_KIND_FACTS, paysInInstallments } from '../offer/kinds.ts';
import { flatten, isRecord, type NormalEntry } from './flatten.ts';

/**
 * Parts that are switched off are left out, as they are not sent. Where the kind of offer is not known (its product is not on this
 * machine), every part that holds something counts.
 */
export function toOfferForm(draft: OfferDraft): NormalEntry[] {
  const { schemaVersion: _v, setAside: _aside, target: _target, allowZeroPrices: _zero, ...sent } = draft;
  const { product, kind, usagePrices, contract, installments, eula, isRenewal, renewal, carried, ...others } = sent;
  const parts = partsOf(draft);
  return [
    ...flatten(product ? product.id : null, ['product']),
    ...flatten(kind, ['kind']),
    ...flatten(others),
    ...(parts.usage ? flatten(priced(usagePrices), ['usagePrices']) : []),
    ...(parts.contract ? contractEntries(contract) : []),
    ...(parts.installments ? installmentEntries(installments) : []),
    ...eulaEntries(eula),
    ...flatten(isRenewal === true, ['isRenewal']),
    ...(isRenewal ? flatten(renewal, ['renewal']) : []),
    ...carriedEntries(carried),
  ];
}

function partsOf(draft: OfferDraft): { usage: boolean; contract: boolean; installments: boolean } {
  if (draft.kind === null) return { usage: true, contract: true, installments: draft.installments.enabled };
  const facts = OFFER_KIND_FACTS[draft.kind];
  const installments = paysInInstallments(draft);
  return { usage: facts.usagePrices, contract: facts.contract && !installments, installments };
}

/** A row without a price is a row that nothing was typed into. */
function priced<T extends { readonly price: string }>(lines: readonly T[]): T[] {
  return lines.filter(({ price }) => price.trim() !== '');
}

function contractEntries({ rateCards, ...rest }: OfferDraft['contract']): NormalEntry[] {
  const cards = rateCards.map((card) => ({ ...card, prices: priced(card.prices) }));
  const held = cards.filter(({ prices }) => prices.length > 0);
  return held.length === 0 ? [] : [...flatten(rest, ['contract']), ...flatten(held, ['contract', 'rateCards'])];
}

function installmentEntries({ enabled: _enabled, schedule, ...rest }: OfferDraft['installments']): NormalEntry[] {
  const ordered = schedule.toSorted((a, b) => compareDates(a.date, b.date));
  return [...flatten(rest, ['installments']), ...flatten(ordered, ['installments', 'schedule'])];
}

function eulaEntries(eula: OfferDraft['eula']): NormalEntry[] {
  if (eula.kind === 'standard') return [{ path: ['eula'], value: `standard ${eula.version}` }];
  const file = eula.kind === 'custom' ? eula.file : null;
  return [
    { path: ['eula'], value: 'custom' },
    ...(file ? [{ path: ['eula', 'file'], value: `${file.name} (sha256 ${file.sha256.slice(0, 12)})` }] : []),
  ];
}

/** What this version does not edit stays whole: it is shown as JSON. */
function carriedEntries({ terms, rules, members }: OfferDraft['carried']): NormalEntry[] {
  const named = (place: string, values: readonly unknown[]) => {
    const seen = new Map<string, number>();
    return values.map((value): NormalEntry => {
      const type = isRecord(value) && typeof value['Type'] === 'string' ? value['Type'] : 'unknown';
      const count = (seen.get(type) ?? 0) + 1;
      seen.set(type, count);
      return { path: ['carried', place, count === 1 ? type : `${type} #${count}`], value };
    });
  };
  return [
    ...named('terms', terms),
    ...named('rules', rules),
    ...members.map(({ owner, path, value }) => ({ path: ['carried', 'members', owner, ...path], value })),
  ];
}
