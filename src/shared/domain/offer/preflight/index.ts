/** Preflight: what AWS would refuse, or the seller would regret, said before anything is sent. */
import type { Product } from '../../product/product.ts';
import type { OfferDraft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { isPublicOffer, isReleasedPublicOffer } from '../public-offer.ts';
import { resaleOf } from '../received-authorization.ts';
import { buyerRules } from './buyer-rules.ts';
import { contractRules } from './contract-rules.ts';
import { detailRules } from './detail-rules.ts';
import { eulaRules } from './eula-rules.ts';
import { expiryRules } from './expiry-rules.ts';
import { extraRules } from './extra-rules.ts';
import { gatherFacts, type OfferFacts } from './facts.ts';
import { grantRules } from './grant-rules.ts';
import { heldRules } from './held-rules.ts';
import { newDimensionRules } from './new-dimension-rules.ts';
import { productRules } from './product-rules.ts';
import { appliesToPublic, publicRules } from './public-rules.ts';
import { renewalTermRules } from './renewal-term-rules.ts';
import { replacementRules } from './replacement-rules.ts';
import { appliesToResale, resaleRules } from './resale-rules.ts';
import type { PreflightContext, Rule } from './rule.ts';
import { scheduleRules } from './schedule-rules.ts';
import { serviceRules } from './service-rules.ts';
import { keptTrialRules } from './trial-rules.ts';
import { usageRules } from './usage-rules.ts';

/** All rules in the order of the wizard. */
export const PREFLIGHT_RULES: readonly Rule[] = [
  ...productRules,
  ...replacementRules,
  ...resaleRules,
  ...publicRules,
  ...keptTrialRules,
  ...buyerRules,
  ...detailRules,
  ...serviceRules,
  ...newDimensionRules,
  ...usageRules,
  ...contractRules,
  ...grantRules,
  ...scheduleRules,
  ...eulaRules,
  ...expiryRules,
  ...extraRules,
  ...renewalTermRules,
  ...heldRules,
];

const rulesById: ReadonlyMap<string, Rule> = new Map(PREFLIGHT_RULES.map((rule) => [rule.id, rule]));

/**
 * Everything there is to say about a draft, at the fields concerned; empty when AWS should take it as far as can be known here.
 * `product` is this machine's copy, null where there is none. Fast enough to run on every keystroke.
 */
export function preflight(draft: OfferDraft, product: Product | null, context: PreflightContext): Finding[] {
  const known = product !== null && product.id === draft.product?.id ? product : null;
  const findings = findingsFor(draft, known, context);
  const held = context.held ?? null;
  // What buyers of a public offer live with today is not what this change is about.
  if (!isReleasedPublicOffer(draft) || held === null) return findings;
  const before = new Set(findingsFor(held, known, context).map(identityOf));
  return findings.filter((finding) => !before.has(identityOf(finding)));
}

function findingsFor(draft: OfferDraft, product: Product | null, context: PreflightContext): Finding[] {
  const facts = gatherFacts(draft, product, context);
  return PREFLIGHT_RULES.filter((rule) => applies(rule, draft)).flatMap((rule) => findingsOf(rule, facts));
}

function applies(rule: Rule, draft: OfferDraft): boolean {
  if (isPublicOffer(draft)) return appliesToPublic(rule, draft);
  const isReleased = draft.target?.state === 'Released';
  return (!isReleased || rule.onReleased === true) && (resaleOf(draft) === null || appliesToResale(rule));
}

function identityOf({ ruleId, path, params }: Finding): string {
  return JSON.stringify([ruleId, path, params]);
}

function findingsOf(rule: Rule, facts: OfferFacts): Finding[] {
  const problems = rule.check(facts);
  const fix = problems.length > 0 && rule.fix && (rule.canFix?.(facts) ?? true) ? rule.fix : null;
  return problems.map(({ path, params }) => ({
    ruleId: rule.id,
    severity: rule.severity,
    step: rule.step,
    path,
    messageKey: `preflight:${rule.id}`,
    params: params ?? {},
    source: rule.source,
    fix,
  }));
}

/**
 * Whether a finding stands in the way. Releasing needs every error gone; a draft at AWS may be incomplete, so only what cannot
 * be sent at all stops it.
 */
export function isBlocking(finding: Pick<Finding, 'severity' | 'ruleId'>, intent: 'release' | 'draft'): boolean {
  if (finding.severity !== 'error') return false;
  return intent === 'release' || rulesById.get(finding.ruleId)?.stage === 'request';
}

export { applyFix } from './fixes.ts';
export type { PreflightContext } from './rule.ts';
