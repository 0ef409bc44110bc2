/** The form of a rule about opportunities. */
import type { MessageParams } from '../../../errors/app-error.ts';
import type { Duplicate } from '../duplicates.ts';
import type { OpportunityDraft } from '../draft.ts';
import type { OpportunityFinding } from '../finding.ts';
import type { Standing } from '../fields.ts';

export interface LintContext {
  /** Today in UTC, `YYYY-MM-DD`, by the business clock. */
  readonly today: string;
  /** Opportunities of the account that may be the same deal. */
  readonly duplicates?: readonly Duplicate[];
}

export interface LintFacts {
  readonly draft: OpportunityDraft;
  readonly today: string;
  readonly standing: Standing | null;
  readonly duplicates: readonly Duplicate[];
  /** National security: AWS then asks for less about the customer's place. */
  readonly isSecret: boolean;
  /** Not shared with AWS yet: what sharing asks for is still to come. */
  readonly isUnshared: boolean;
}

/** One place in the draft where a rule is broken. */
export interface Problem {
  readonly path: string;
  readonly params?: MessageParams;
}

export interface OpportunityRule {
  /** Also the key of its text: `opportunity-rules:<id>`. */
  readonly id: string;
  readonly severity: OpportunityFinding['severity'];
  /** Section and row of the Partner Central reference. */
  readonly source: string;
  /** `request`: AWS refuses the record itself. `share`: AWS keeps it as a draft, and refuses to take it for review. */
  readonly stage: 'request' | 'share';
  readonly check: (facts: LintFacts) => readonly Problem[];
  /** Mends one place, where that is safe; null where this place cannot be mended. */
  readonly fix?: (draft: OpportunityDraft, path: string) => OpportunityDraft | null;
}

export function at(broken: boolean, path: string, params?: MessageParams): Problem[] {
  return broken ? [{ path, ...(params && { params }) }] : [];
}

export const isBlank = (text: string) => text.trim() === '';
