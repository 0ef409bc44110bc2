/** What preflight says about a draft. */
import { z } from 'zod';
import { messageParamsSchema } from '../../errors/app-error.ts';

export const severitySchema = z.enum(['error', 'warning', 'info']);

/** Wizard steps by content; the same names in domain, renderer and catalogues. */
export const WIZARD_STEPS = [
  'product-buyers',
  'details',
  'service',
  'pricing',
  'schedule',
  'eula',
  'expiry',
  'terms',
  'review',
] as const;
export const wizardStepSchema = z.enum(WIZARD_STEPS);
export type WizardStep = z.infer<typeof wizardStepSchema>;

export const findingSchema = z.object({
  ruleId: z.string(),
  severity: severitySchema,
  step: wizardStepSchema,
  /** Dotted path into the draft, e.g. `installments.schedule.3.amount`. */
  path: z.string(),
  messageKey: z.string(),
  params: messageParamsSchema,
  /** Where the rule comes from: section and row of the AWS reference, e.g. `3.7 FPS vs availability`. */
  source: z.string(),
  /** Id of a one-click fix, where there is one. */
  fix: z.string().nullable(),
});
export type Finding = z.infer<typeof findingSchema>;
