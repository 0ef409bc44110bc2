/** What the rules say about the draft of an opportunity. */
import { z } from 'zod';
import { findingSchema } from '../offer/finding.ts';
import { OPPORTUNITY_SECTIONS } from './fields.ts';

export const opportunityFindingSchema = findingSchema
  .omit({ step: true })
  .extend({ step: z.enum(OPPORTUNITY_SECTIONS) });
export type OpportunityFinding = z.infer<typeof opportunityFindingSchema>;
