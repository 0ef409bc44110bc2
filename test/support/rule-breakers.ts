/** For each preflight rule a way to break it, and nothing else, in any valid draft of the right kind. */
import type fc from 'fast-check';
import { contextOf, validDraft, type DraftCase, type ValidDraftOptions } from './offer-drafts.ts';
import type { Breakable, Breaker, PreflightCase } from './rule-breakers/breaker.ts';
import { detailBreakers } from './rule-breakers/details.ts';
import { replacementBreakers } from './rule-breakers/replacement.ts';
import { resaleBreakers } from './rule-breakers/resale.ts';
import { publicBreakers } from './rule-breakers/public.ts';
import { priceBreakers } from './rule-breakers/prices.ts';
import { scheduleBreakers } from './rule-breakers/schedule.ts';

export const RULE_BREAKERS: Readonly<Record<string, Breaker>> = {
  ...detailBreakers,
  ...priceBreakers,
  ...scheduleBreakers,
  ...replacementBreakers,
  ...resaleBreakers,
  ...publicBreakers,
};

export function breakerOf(ruleId: string): Breaker {
  const breaker = RULE_BREAKERS[ruleId];
  if (!breaker) throw new Error(`no breaker for the rule ${ruleId}`);
  return breaker;
}

/** The case with that one rule broken. The draft must be one that the rule's breaker is for. */
export function breakOneRule({ draft, product, today }: DraftCase, ruleId: string): PreflightCase {
  const all: Breakable = structuredClone({ draft, product, context: contextOf({ today }) });
  breakerOf(ruleId).breakIn(all);
  return { ...all, product: ruleId === 'product-unknown' ? null : all.product };
}

/** Valid drafts together with the same draft broken at one rule. */
export function brokenDraft(
  ruleId: string,
  options: Omit<ValidDraftOptions, 'installments' | 'serviceMode'> = {},
): fc.Arbitrary<{ valid: DraftCase; broken: PreflightCase }> {
  const { kind, installments, serviceMode, needs } = breakerOf(ruleId);
  return validDraft(kind, { ...options, installments, ...(serviceMode && { serviceMode }) })
    .filter((valid) => needs?.(valid) ?? true)
    .map((valid) => ({ valid, broken: breakOneRule(valid, ruleId) }));
}
