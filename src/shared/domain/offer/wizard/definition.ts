/** The offer wizard: its steps in order, when each is shown, which part of the draft each one edits. */
import type { OfferDraft } from '../draft.ts';
import { WIZARD_STEPS, type Finding, type WizardStep } from '../finding.ts';
import { OFFER_KIND_FACTS } from '../kinds.ts';
import { isFreeTrialOffer, isPublicOffer } from '../public-offer.ts';
import { resaleOf } from '../received-authorization.ts';
import { replacementOf } from '../replaced-agreement.ts';

interface StepDefinition {
  /** Beginnings of the draft paths that this step edits. */
  readonly paths: readonly string[];
  isShown(draft: OfferDraft): boolean;
}

const always = () => true;
/** A public offer neither expires nor says how long it runs; instalments are a private matter too. */
const isPrivate = (draft: OfferDraft) => !isPublicOffer(draft);

const STEP_DEFINITIONS: Readonly<Record<WizardStep, StepDefinition>> = {
  'product-buyers': {
    paths: ['source', 'product', 'kind', 'buyers', 'countryCodes', 'excludesCountries', 'installments.enabled'],
    isShown: always,
  },
  details: { paths: ['name', 'description', 'currency'], isShown: always },
  service: { paths: ['service'], isShown: isPrivate },
  pricing: {
    paths: [
      'usagePrices',
      'contract',
      'installments.grants',
      'installments.duration',
      'allowZeroPrices',
      'markup',
      'freeTrial',
      'newDimensions',
    ],
    isShown: always,
  },
  schedule: {
    paths: ['installments.schedule', 'setAside.scheduleForm'],
    // Shown where a schedule is possible, also while it is off, so that it can be found and switched on.
    isShown: (draft) =>
      isPrivate(draft) &&
      draft.kind !== null &&
      OFFER_KIND_FACTS[draft.kind].installments &&
      (resaleOf(draft)?.ownPrices ?? true),
  },
  // A channel partner's offer has the one that its authorization says.
  // An amendment may say its licence anew, as AWS's samples do; any other offer of a partner has its authorization's.
  eula: { paths: ['eula'], isShown: (draft) => resaleOf(draft) === null || replacementOf(draft) !== null },
  expiry: {
    paths: ['isRenewal', 'renewal', 'availabilityEndDate'],
    isShown: isPrivate,
  },
  terms: {
    paths: ['netPayment', 'refundPolicy', 'renewalTerm', 'customerVerification', 'offerSetId'],
    // A free trial has none of these.
    isShown: (draft) => !isFreeTrialOffer(draft) || draft.refundPolicy !== '',
  },
  review: { paths: [], isShown: always },
};

export function shownSteps(draft: OfferDraft): WizardStep[] {
  return WIZARD_STEPS.filter((step) => STEP_DEFINITIONS[step].isShown(draft));
}

/** The step that edits a path of the draft; null for parts that no step edits. */
export function stepOfPath(path: string): WizardStep | null {
  return WIZARD_STEPS.find((step) => STEP_DEFINITIONS[step].paths.some((start) => isPathWithin(path, start))) ?? null;
}

/** Where a finding is corrected; findings about no field in particular name their step themselves. */
export function stepOfFinding(finding: Pick<Finding, 'path' | 'step'>): WizardStep {
  return stepOfPath(finding.path) ?? finding.step;
}

export function isPathWithin(path: string, start: string): boolean {
  return path === start || path.startsWith(`${start}.`);
}
