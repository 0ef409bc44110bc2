/** Where preflight and the simulator part on purpose. A disagreement that is not here fails the run, and so does an entry that no longer happens. */
import { usageDimensions } from '../../src/shared/domain/offer/kinds.ts';
import type { PreflightCase } from '../support/rule-breakers/breaker.ts';

export interface KnownDisagreement {
  /** The preflight rule that is broken. */
  readonly rule: string;
  /** What the simulator does with every such draft that breaks the rule; `unsendable`: the app has no request that would say it. */
  readonly simulator: 'accepts' | 'refuses' | 'unsendable';
  /** Where it happens for some of the drafts only. */
  readonly when?: (subject: PreflightCase) => boolean;
  readonly reason: string;
}

const ZERO = 'AWS takes a price of zero; the app asks for it to be an explicit choice.';
const RENEWAL =
  'AWS takes an offer without the renewal flag; the app asks the seller the question that AWS’s console asks.';

const DESCRIPTION =
  'AWS’s pages bind names to certain characters and say nothing of descriptions; the app holds descriptions to the same on purpose.';

const NO_AGREEMENT =
  'The app warns of what an amendment costs. The small world of this comparison holds no agreement to amend, so nothing can be made there.';

const NOT_SENT =
  'What a public offer cannot have is kept in the draft and not sent; the app says so instead of leaving it out.';

export const KNOWN_DISAGREEMENTS: readonly KnownDisagreement[] = [
  ...['replacement-pending-dropped', 'replacement-double-billing', 'replacement-charged-in-full'].map((rule) => ({
    rule,
    simulator: 'refuses' as const,
    reason: NO_AGREEMENT,
  })),
  {
    rule: 'public-offer-missing',
    simulator: 'refuses',
    reason:
      'AWS wants a released public offer. The app warns only: its copy may be old, or the offer unreadable for it.',
  },
  {
    rule: 'kind-not-allowed',
    simulator: 'accepts',
    reason:
      'The app reads off the public offer how a product is sold. No page says that a private offer must follow it, so the simulator does not ask.',
  },
  {
    rule: 'country-code-duplicate',
    simulator: 'accepts',
    reason: 'No page says what AWS does with a country named twice; the app has it named once.',
  },
  {
    rule: 'currency-unverified',
    simulator: 'refuses',
    reason:
      'No page of AWS’s promises CAD or INR through the API, so the simulator refuses them; the app warns and lets AWS decide.',
  },
  { rule: 'description-characters', simulator: 'accepts', reason: DESCRIPTION },
  { rule: 'description-leading-blank', simulator: 'accepts', reason: DESCRIPTION },
  {
    rule: 'usage-price-missing',
    simulator: 'accepts',
    when: ({ product }) => product !== null && usageDimensions(product).length === 1,
    reason:
      'Without its only usage price a contract with consumption is a plain contract, which AWS takes; the app does not change what is sold.',
  },
  { rule: 'usage-price-zero', simulator: 'accepts', reason: ZERO },
  { rule: 'contract-price-zero', simulator: 'accepts', reason: ZERO },
  { rule: 'schedule-total-zero', simulator: 'accepts', reason: ZERO },
  {
    rule: 'rate-card-empty',
    simulator: 'accepts',
    reason:
      'A duration without any price is left out of the request, which AWS takes; the app does not drop a duration that was typed.',
  },
  {
    rule: 'selection-unlike-public-offer',
    simulator: 'refuses',
    reason: 'A product may demand units or tiers. Only AWS knows which; the public offer is a hint, so the app warns.',
  },
  { rule: 'renewal-unanswered', simulator: 'accepts', reason: RENEWAL },
  { rule: 'renewal-details-missing', simulator: 'accepts', reason: RENEWAL },
  ...['public-buyers', 'public-currency'].map((rule) => ({ rule, simulator: 'accepts' as const, reason: NOT_SENT })),
  {
    rule: 'trial-second',
    simulator: 'refuses',
    reason: 'AWS takes one free trial of a product. The app warns only: its copy may be old, and the trial cancelled.',
  },
  {
    rule: 'trial-duration-long',
    simulator: 'refuses',
    reason:
      'The API reference has at most 31 days, the seller guide 90. The simulator follows the reference; the app warns and lets AWS decide.',
  },
  {
    rule: 'carried-lost',
    simulator: 'unsendable',
    reason: 'The app refuses to make a request that would drop what it read from AWS and cannot send.',
  },
];
