/** Preflight of authorizations: what AWS would refuse, or the seller would regret, said before anything is sent. */
import { applyFix as applyOfferFix } from '../../offer/preflight/index.ts';
import type { Product } from '../../product/product.ts';
import type { AuthorizationDraft } from '../draft.ts';
import type { AuthorizationFinding } from '../finding.ts';
import { toSheet, withSheet } from '../sheet.ts';
import { partnerRules } from './partner-rules.ts';
import { gatherAuthorizationFacts, plainText, type AuthorizationContext, type AuthorizationRule } from './rule.ts';
import { sharedRules } from './shared-rules.ts';
import { heldTermRules, legalTermRules, pricingTermRules, scheduleTermRules, validityTermRules } from './term-rules.ts';

/** All rules in the order of the wizard. */
export const AUTHORIZATION_RULES: readonly AuthorizationRule[] = [
  ...sharedRules.product,
  ...partnerRules,
  ...sharedRules.buyers,
  ...sharedRules.details,
  ...pricingTermRules,
  ...sharedRules.pricing,
  ...scheduleTermRules,
  ...sharedRules.schedule,
  ...sharedRules.legal,
  ...legalTermRules,
  ...sharedRules.validity,
  ...validityTermRules,
  ...heldTermRules,
];

const rulesById: ReadonlyMap<string, AuthorizationRule> = new Map(AUTHORIZATION_RULES.map((rule) => [rule.id, rule]));

/** Everything there is to say about a draft, at the fields concerned. Fast enough to run on every keystroke. */
export function preflightAuthorization(
  draft: AuthorizationDraft,
  product: Product | null,
  context: AuthorizationContext,
): AuthorizationFinding[] {
  const facts = gatherAuthorizationFacts(draft, product, context);
  return AUTHORIZATION_RULES.flatMap((rule) => {
    const problems = rule.check(facts);
    const fix = problems.length > 0 && rule.fix && (rule.canFix?.(facts) ?? true) ? rule.fix : null;
    return problems.map(({ path, params }) => ({
      ruleId: rule.id,
      severity: rule.severity,
      step: rule.step,
      path,
      messageKey: rule.messageKey,
      params: params ?? {},
      source: rule.source,
      fix,
    }));
  });
}

/** Whether a finding stands in the way of releasing, or even of keeping a draft at AWS. */
export function isBlockingAuthorization(
  finding: Pick<AuthorizationFinding, 'severity' | 'ruleId'>,
  intent: 'release' | 'draft',
): boolean {
  if (finding.severity !== 'error') return false;
  return intent === 'release' || rulesById.get(finding.ruleId)?.stage === 'request';
}

const FIXES: Readonly<Record<string, (draft: AuthorizationDraft) => AuthorizationDraft>> = {
  'remove-duplicate-resellers': (draft) => ({ ...draft, resellers: [...new Set(draft.resellers.map(plainText))] }),
  'use-single-use': (draft) => ({ ...draft, validity: 'single-use' }),
  'clear-latest-start': (draft) => ({ ...draft, latestStartDate: '' }),
  'drop-carried': (draft) => ({ ...draft, carried: { terms: [], rules: [], members: [] } }),
};

/** Applies the fix that a finding names; one that offers know works on the shared parts. */
export function fixAuthorization(
  fixId: string,
  draft: AuthorizationDraft,
  product: Product | null,
  context: AuthorizationContext,
): AuthorizationDraft {
  const fix = Object.hasOwn(FIXES, fixId) ? FIXES[fixId] : undefined;
  if (fix) return fix(draft);
  const { held: _held, ...shared } = context;
  return withSheet(draft, applyOfferFix(fixId, toSheet(draft), product, shared));
}

export type { AuthorizationContext } from './rule.ts';
