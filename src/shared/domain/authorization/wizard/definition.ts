/** The wizard for authorizations: its steps in order, when each is shown, which part of the draft each one edits. */
import { OFFER_KIND_FACTS } from '../../offer/kinds.ts';
import { isPathWithin } from '../../offer/wizard/definition.ts';
import type { AuthorizationDraft } from '../draft.ts';
import { AUTHORIZATION_STEPS, type AuthorizationFinding, type AuthorizationStep } from '../finding.ts';

/** Beginnings of the draft paths that each step edits. */
const PATHS: Readonly<Record<AuthorizationStep, readonly string[]>> = {
  'product-partner': ['product', 'kind', 'resellers', 'buyers', 'installments.enabled'],
  details: ['name', 'description', 'currency'],
  pricing: ['pricing', 'usagePrices', 'contract', 'installments.grants', 'installments.duration', 'allowZeroPrices'],
  schedule: ['installments.schedule', 'setAside.scheduleForm'],
  legal: ['eula', 'resellerContract'],
  validity: ['validity', 'availabilityEndDate', 'latestStartDate', 'netPayment', 'isRenewal', 'renewal'],
  review: [],
};

export function shownAuthorizationSteps({ kind }: Pick<AuthorizationDraft, 'kind'>): AuthorizationStep[] {
  const scheduled = kind !== null && OFFER_KIND_FACTS[kind].installments;
  return AUTHORIZATION_STEPS.filter((step) => step !== 'schedule' || scheduled);
}

/** The step that edits a path of the draft; null for parts that no step edits. */
export function authorizationStepOfPath(path: string): AuthorizationStep | null {
  return AUTHORIZATION_STEPS.find((step) => PATHS[step].some((start) => isPathWithin(path, start))) ?? null;
}

export function authorizationStepOf(finding: Pick<AuthorizationFinding, 'path' | 'step'>): AuthorizationStep {
  return authorizationStepOfPath(finding.path) ?? finding.step;
}
