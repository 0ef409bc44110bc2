/** The form of a rule about authorizations, and what the rules look at. */
import { gatherFacts, type OfferFacts } from '../../offer/preflight/facts.ts';
import type { PreflightContext } from '../../offer/preflight/index.ts';
import type { Problem } from '../../offer/preflight/rule.ts';
import type { Product } from '../../product/product.ts';
import type { AuthorizationDraft } from '../draft.ts';
import type { AuthorizationFinding, AuthorizationStep } from '../finding.ts';
import { toSheet } from '../sheet.ts';

export type AuthorizationContext = Omit<PreflightContext, 'held'> & {
  /** What AWS holds of the draft that this one goes on with. */
  readonly held?: AuthorizationDraft | null;
};

export interface AuthorizationFacts {
  readonly draft: AuthorizationDraft;
  readonly product: Product | null;
  readonly context: AuthorizationContext;
  /** The same as an offer: prices, fixed units, schedule. */
  readonly sheet: OfferFacts;
}

export interface AuthorizationRule {
  readonly id: string;
  readonly severity: AuthorizationFinding['severity'];
  readonly step: AuthorizationStep;
  /** Section and row of the AWS reference that the rule comes from, or our own reason. */
  readonly source: string;
  /** `request`: cannot be sent at all. `release`: AWS keeps such a draft, and refuses only to release it. */
  readonly stage: 'request' | 'release';
  readonly messageKey: string;
  readonly fix?: string;
  readonly canFix?: (facts: AuthorizationFacts) => boolean;
  readonly check: (facts: AuthorizationFacts) => readonly Problem[];
}

type OwnRule = Omit<AuthorizationRule, 'messageKey'>;

/** A rule with a text of its own: `authorizations:rule.<id>`. */
export function own(rule: OwnRule): AuthorizationRule {
  return { ...rule, messageKey: `authorizations:rule.${rule.id}` };
}

export function gatherAuthorizationFacts(
  draft: AuthorizationDraft,
  product: Product | null,
  context: AuthorizationContext,
): AuthorizationFacts {
  const known = product !== null && product.id === draft.product?.id ? product : null;
  const { held: _held, ...shared } = context;
  return { draft, product: known, context, sheet: gatherFacts(toSheet(draft), known, shared) };
}

export const plainText = (text: string) => text.normalize('NFKC').trim();
