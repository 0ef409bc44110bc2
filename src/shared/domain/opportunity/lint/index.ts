/** The rules of opportunities: what AWS would refuse, or the partner would regret, said before anything is sent. */
import type { OpportunityDraft } from '../draft.ts';
import { lockOf, sectionOfPath } from '../fields.ts';
import type { OpportunityFinding } from '../finding.ts';
import { getAt, isSame } from '../record.ts';
import { isShared, standingOf } from '../stage.ts';
import { customerRules } from './customer-rules.ts';
import { dealRules } from './deal-rules.ts';
import { fieldRules } from './field-rules.ts';
import type { LintContext, LintFacts, OpportunityRule } from './rule.ts';
import { sharingRules } from './sharing-rules.ts';
import { spendRules } from './spend-rules.ts';

export const OPPORTUNITY_RULES: readonly OpportunityRule[] = [
  ...fieldRules,
  ...customerRules,
  ...dealRules,
  ...spendRules,
  ...sharingRules,
];

const rulesById: ReadonlyMap<string, OpportunityRule> = new Map(OPPORTUNITY_RULES.map((rule) => [rule.id, rule]));

/** Everything there is to say about a draft, at the fields concerned. Fast enough to run on every keystroke. */
export function lintOpportunity(draft: OpportunityDraft, context: LintContext): OpportunityFinding[] {
  const facts: LintFacts = {
    draft,
    today: context.today,
    standing: standingOf(draft),
    duplicates: context.duplicates ?? [],
    isSecret: draft.nationalSecurity === 'Yes',
    isUnshared: !isShared(draft),
  };
  return OPPORTUNITY_RULES.flatMap((rule) => findingsOf(rule, facts));
}

function findingsOf(rule: OpportunityRule, facts: LintFacts): OpportunityFinding[] {
  return rule.check(facts).map(({ path, params }) => ({
    ruleId: rule.id,
    severity: isOutOfReach(path, facts) ? 'info' : rule.severity,
    step: sectionOfPath(path) ?? 'project',
    path,
    messageKey: `opportunity-rules:${rule.id}`,
    params: params ?? {},
    source: rule.source,
    fix: rule.fix && rule.fix(facts.draft, path) !== null ? rule.id : null,
  }));
}

/** AWS holds it so and has locked it: nobody here can mend it, and it must not stand in the way of the rest. */
function isOutOfReach(path: string, { draft, standing }: LintFacts): boolean {
  if (!draft.target || lockOf(path, standing) === null) return false;
  return isSame(getAt(draft, path), getAt(draft.target.base, path));
}

/** Whether a finding stands in the way: of keeping the record at AWS, or of sharing it. */
export function isBlockingOpportunity(
  finding: Pick<OpportunityFinding, 'severity' | 'ruleId'>,
  intent: 'save' | 'share',
): boolean {
  if (finding.severity !== 'error') return false;
  return intent === 'share' || rulesById.get(finding.ruleId)?.stage === 'request';
}

/** Mends the place of a finding; the draft as it is where nothing can be mended. */
export function fixOpportunity(
  draft: OpportunityDraft,
  finding: { fix: string | null; path: string },
): OpportunityDraft {
  return (finding.fix !== null && rulesById.get(finding.fix)?.fix?.(draft, finding.path)) || draft;
}

export type { LintContext } from './rule.ts';
