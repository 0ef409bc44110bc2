/** The steps of the wizard for authorizations, and what the rules say about a draft. */
import { z } from 'zod';
import { findingSchema } from '../offer/finding.ts';

/** The same names in domain, renderer and catalogues. */
export const AUTHORIZATION_STEPS = [
  'product-partner',
  'details',
  'pricing',
  'schedule',
  'legal',
  'validity',
  'review',
] as const;
export const authorizationStepSchema = z.enum(AUTHORIZATION_STEPS);
export type AuthorizationStep = z.infer<typeof authorizationStepSchema>;

export const authorizationFindingSchema = findingSchema.omit({ step: true }).extend({ step: authorizationStepSchema });
export type AuthorizationFinding = z.infer<typeof authorizationFindingSchema>;
