/** The form of a preflight rule. */
import type { MessageParams } from '../../../errors/app-error.ts';
import type { OfferDraft } from '../draft.ts';
import type { Finding, WizardStep } from '../finding.ts';
import type { OfferFacts } from './facts.ts';
import type { FixId } from './fixes.ts';

export interface PreflightContext {
  /** Today in UTC, `YYYY-MM-DD`, by the business clock. */
  readonly today: string;
  /** 12 digits of the seller's own account; null where it is not known. */
  readonly sellerAccountId: string | null;
  /** Whether the seller account has a bucket for custom EULAs. */
  readonly eulaBucketConfigured: boolean;
  /** What AWS holds of the offer that the draft changes; without it nobody can tell what was changed. */
  readonly held?: OfferDraft | null;
}

/** One place in the draft where a rule is broken. */
export interface Problem {
  readonly path: string;
  readonly params?: MessageParams;
}

export interface Rule {
  /** Also the key of its text: `preflight:<id>`. */
  readonly id: string;
  /** Where one text does not fit all, `params.context` chooses among `preflight:<id>_<context>`. */
  readonly contexts?: readonly string[];
  readonly severity: Finding['severity'];
  readonly step: WizardStep;
  /** Section and row of the AWS reference that the rule comes from, or our own reason. */
  readonly source: string;
  /**
   * `request`: broken values cannot be sent at all, nor kept in a draft at AWS. `release`: AWS keeps such a draft, and refuses
   * only to release it.
   */
  readonly stage: 'request' | 'release';
  /** One click that mends it, where `canFix` (or nothing) says so. */
  readonly fix?: FixId;
  readonly canFix?: (facts: OfferFacts) => boolean;
  /** Rules for a new offer make no sense on one that is released: its prices are locked and its first charges are past. */
  readonly onReleased?: true;
  readonly check: (facts: OfferFacts) => readonly Problem[];
}

/** For rules about one field that is either wrong or not. */
export function problemIf(broken: boolean, path: string, params?: MessageParams): Problem[] {
  return broken ? [{ path, ...(params && { params }) }] : [];
}
