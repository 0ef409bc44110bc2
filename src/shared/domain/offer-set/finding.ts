/** What the rules say about a draft of an offer set. */
import { z } from 'zod';
import { messageParamsSchema } from '../../errors/app-error.ts';
import { severitySchema } from '../offer/finding.ts';

export const offerSetFindingSchema = z.object({
  ruleId: z.string(),
  severity: severitySchema,
  /** `request`: stands in the way of any change; `release`: only of the release. */
  stage: z.enum(['request', 'release']),
  /** Into the draft: `name`, `buyerNotes`, `offerIds.2`, `draftIds.0`, or a whole list. */
  path: z.string(),
  messageKey: z.string(),
  params: messageParamsSchema,
  /** Section and row of the AWS reference. */
  source: z.string(),
});
export type OfferSetFinding = z.infer<typeof offerSetFindingSchema>;

export type OfferSetIntent = 'draft' | 'release';

export function isBlockingSet(
  { severity, stage }: Pick<OfferSetFinding, 'severity' | 'stage'>,
  intent: OfferSetIntent,
): boolean {
  return severity === 'error' && (stage === 'request' || intent === 'release');
}
