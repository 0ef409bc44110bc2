/** The drafts of a run: by turns valid ones of every kind and ones with a single rule broken, all from one seed. */
import fc from 'fast-check';
import { OFFER_KINDS, type OfferKind } from '../../src/shared/domain/offer/draft.ts';
import { PREFLIGHT_RULES } from '../../src/shared/domain/offer/preflight/index.ts';
import { contextOf, validDraft } from '../support/offer-drafts.ts';
import { breakerOf, brokenDraft } from '../support/rule-breakers.ts';
import type { PreflightCase } from '../support/rule-breakers/breaker.ts';
import { KNOWN_DISAGREEMENTS, type KnownDisagreement } from './known-disagreements.ts';

export interface AgreementCase extends PreflightCase {
  readonly kind: OfferKind;
  /** The rule that is broken; null in a valid draft. */
  readonly rule: string | null;
}

/** Ends of months, of a year and a leap day, where counting days and months goes wrong. */
const anyDay = fc.constantFrom('2026-11-21', '2026-12-31', '2027-01-31', '2028-02-29', '2027-06-30');

interface Breaking {
  readonly rule: string;
  readonly when?: KnownDisagreement['when'];
}

/** Half of them valid, evenly over kinds; the other half broken, evenly over rules. Conditions of the list are met on purpose. */
export function generateCases(count: number, seed: number): AgreementCase[] {
  const groups: Breaking[] = [
    ...PREFLIGHT_RULES.map(({ id }) => ({ rule: id })),
    ...KNOWN_DISAGREEMENTS.filter(({ when }) => when),
  ];
  const broken = Math.max(Math.floor(count / 2), groups.length);
  const valid = Math.max(count - broken, OFFER_KINDS.length);
  return [
    ...OFFER_KINDS.flatMap((kind, index) => validCases(kind, share(valid, OFFER_KINDS.length, index), seed)),
    ...groups.flatMap((group, index) => brokenCases(group, share(broken, groups.length, index), seed)),
  ];
}

function share(total: number, parts: number, index: number): number {
  return Math.floor(total / parts) + (index < total % parts ? 1 : 0);
}

function validCases(kind: OfferKind, numRuns: number, seed: number): AgreementCase[] {
  const drafts = anyDay.chain((today) => validDraft(kind, { today }));
  return fc.sample(drafts, { numRuns, seed }).map(({ draft, product, today }) => {
    return { kind, rule: null, draft, product, context: contextOf({ today }) };
  });
}

function brokenCases({ rule, when }: Breaking, numRuns: number, seed: number): AgreementCase[] {
  const drafts = anyDay.chain((today) => brokenDraft(rule, { today })).filter(({ broken }) => when?.(broken) ?? true);
  return fc.sample(drafts, { numRuns, seed }).map(({ broken }) => ({ kind: breakerOf(rule).kind, rule, ...broken }));
}
